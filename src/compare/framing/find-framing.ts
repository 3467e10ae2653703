import type { Claim, Framing } from '../../model/record.ts'
import type { Span } from '../../model/span.ts'
import type { Member } from '../member.ts'

/** Words an outlet must have put to something before it is counted at all. */
const least = 2

/** How each outlet words the story, in counts: scare quotes, and well-founded claims that its articles lack. */
export function findFraming(members: readonly Member[], claims: readonly Claim[]): Framing[] {
  const outlets = new Map<string, Member[]>()
  for (const member of members) {
    const { outlet } = member.article
    if (outlet !== undefined) outlets.set(outlet, [...(outlets.get(outlet) ?? []), member])
  }
  return [...outlets]
    .sort((a, b) => (a[0] < b[0] ? -1 : 1))
    .flatMap(([outlet, articles]) => [
      ...scareQuotes(outlet, articles),
      ...silences(outlet, articles, claims),
    ])
}

function scareQuotes(outlet: string, articles: readonly Member[]): Framing[] {
  const quoted = new Map<string, Span[]>()
  for (const { article, reading } of articles) {
    for (const { role, inner, start, end } of reading.quotations) {
      if (role !== 'scare') continue
      const word = article.text.slice(inner.start, inner.end)
      quoted.set(word, [...(quoted.get(word) ?? []), { article: article.id, start, end }])
    }
  }
  return [...quoted]
    .filter(([, spans]) => spans.length >= least)
    .sort((a, b) => (a[0] < b[0] ? -1 : 1))
    .map(([what, spans]) => ({
      outlet,
      kind: 'scare-quotes',
      what,
      count: spans.length,
      of: spans.length + plainUses(what, articles),
      spans,
    }))
}

function plainUses(what: string, articles: readonly Member[]): number {
  const quoted = articles.flatMap(({ reading, article }) =>
    reading.quotations.filter(({ inner }) => article.text.slice(inner.start, inner.end) === what),
  ).length
  const all = articles.reduce((sum, { article }) => sum + article.text.split(what).length - 1, 0)
  return Math.max(0, all - quoted)
}

function silences(outlet: string, articles: readonly Member[], claims: readonly Claim[]): Framing[] {
  const own = new Set(articles.map(({ article }) => article.id))
  return claims
    .filter((claim) => claim.certain >= 3 && !claim.carriers.some(({ span }) => own.has(span.article)))
    .map((claim) => ({
      outlet,
      kind: 'silence',
      what: claim.id,
      count: 0,
      of: claim.certain,
      spans: [claim.gist],
    }))
}
