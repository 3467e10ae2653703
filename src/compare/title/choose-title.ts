import type { Span } from '../../model/span.ts'
import { table } from '../../text/table.ts'
import type { Member } from '../member.ts'
import { centrality, spreadOf, subjectKeys } from '../words/centrality.ts'

/**
 * The headline that says most of what the story's articles begin with, by the share of articles that each of its words is in. A
 * live page, an opinion or a question stands for a story only where there is nothing else; without a headline the first sentence
 * of the first article does. `members` in report order; of equals the latest.
 */
export function chooseTitle(members: readonly Member[]): Span {
  const spread = spreadOf(members)
  let best: { readonly span: Span; readonly score: number } | undefined
  for (const { article } of members) {
    const headline = article.blocks.find((block) => block.kind === 'headline')
    if (headline === undefined) continue
    const words = article.text.slice(headline.start, headline.end)
    const stands = article.published !== undefined && formOf(words) === undefined
    const score = centrality(subjectKeys(article.text, headline), spread) * (stands ? 1 : 0.1)
    const span = { article: article.id, start: headline.start, end: headline.end }
    if (best === undefined || score >= best.score) best = { span, score }
  }
  return best?.span ?? firstSentence(members[0])
}

/** The form that a headline shows, such as "live" or "opinion"; undefined for a plain report. */
export function formOf(headline: string): string | undefined {
  return forms().find(({ pattern }) => pattern.test(headline.trim()))?.form
}

type Form = { readonly form: string; readonly pattern: RegExp }
let known: readonly Form[] | undefined

function forms(): readonly Form[] {
  known ??= table('compare-headlines').map((row) => ({
    form: row.form ?? '',
    pattern: new RegExp(row.pattern ?? '', 'iu'),
  }))
  return known
}

function firstSentence(member: Member | undefined): Span {
  const text = member?.article.text ?? ''
  const sentence = member?.reading.sentences[0] ?? { start: 0, end: Math.min(120, text.length) }
  return { article: member?.article.id ?? '', start: sentence.start, end: sentence.end }
}
