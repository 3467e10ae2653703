import type { BriefLine, Change, Claim, Dispute, Plan } from '../../model/record.ts'
import { overlaps, type Range, type Span } from '../../model/span.ts'
import type { Member } from '../member.ts'
import { afterDateline } from '../words/dateline.ts'
import { wordsOf } from '../words/words.ts'

const most = 8

/** Two sentences that share so much of the shorter one's words say one thing. */
const same = 0.6

/**
 * The story in whole sentences of its articles: what is best founded first, then where plans stand. Each line is marked disputed,
 * changed or single-origin; of a claim's carriers the sentence that is most easily read alone speaks for it.
 */
export function writeBrief(
  members: readonly Member[],
  found: {
    readonly claims: readonly Claim[]
    readonly plans: readonly Plan[]
    readonly disputes: readonly Dispute[]
    readonly changes: readonly Change[]
  },
): BriefLine[] {
  const sentences = sentencesOf(members)
  const disputed = new Set(found.disputes.flatMap((dispute) => dispute.claims))
  const changed = new Set(found.changes.map((change) => change.plan))
  const lines: BriefLine[] = []
  const told: ReadonlySet<string>[] = []
  const tell = (sentence: Sentence | undefined, line: Omit<BriefLine, 'span'>) => {
    if (sentence === undefined || told.some((keys) => isSame(keys, sentence.keys))) return
    told.push(sentence.keys)
    lines.push({ span: sentence.span, ...line })
  }
  for (const claim of found.claims.filter((each) => each.certain > 0).sort(byFooting)) {
    if (lines.length === most) break
    const state = disputed.has(claim.id) ? 'disputed' : claim.certain < 2 ? 'single-origin' : undefined
    tell(tellingSentence(claim, sentences), { claim: claim.id, ...(state === undefined ? {} : { state }) })
  }
  for (const plan of found.plans) {
    const last = plan.history.at(-1)
    if (last === undefined) continue
    const state = changed.has(plan.id) ? ({ state: 'changed' } as const) : {}
    tell(sentences(last.span), { plan: plan.id, ...state })
  }
  return lines
}

type Sentence = { readonly span: Span; readonly keys: ReadonlySet<string>; readonly clarity: number }

function byFooting(a: Claim, b: Claim): number {
  return (
    b.certain - a.certain ||
    b.levels.outlets - a.levels.outlets ||
    b.carriers.length - a.carriers.length ||
    (a.id < b.id ? -1 : 1)
  )
}

// The first of the clearest, the gist's own sentence before others.
function tellingSentence(
  claim: Claim,
  sentenceAt: (span: Span) => Sentence | undefined,
): Sentence | undefined {
  const affirmed = claim.carriers.filter((carrier) => carrier.polarity === 'affirmed')
  const found = [claim.gist, ...affirmed.map((carrier) => carrier.span)].flatMap(
    (span) => sentenceAt(span) ?? [],
  )
  return found.reduce<Sentence | undefined>(
    (best, each) => (best === undefined || each.clarity > best.clarity ? each : best),
    undefined,
  )
}

/** Finds the whole sentence that a span stands in: from the first sentence that it touches to the end of the last. */
function sentencesOf(members: readonly Member[]): (span: Span) => Sentence | undefined {
  const byId = new Map(members.map((member) => [member.article.id, member]))
  return (span) => {
    const member = byId.get(span.article)
    if (member === undefined) return undefined
    const touched = member.reading.sentences.filter((sentence) => overlaps(sentence, span))
    const { start, end } = afterDateline(member.article.text, {
      start: Math.min(span.start, ...touched.map((sentence) => sentence.start)),
      end: Math.max(span.end, ...touched.map((sentence) => sentence.end)),
    })
    const keys = wordsOf(member.article.text, { start, end }).flatMap(({ key, empty }) => (empty ? [] : key))
    return {
      span: { article: span.article, start, end },
      keys: new Set(keys),
      clarity: clarityOf(member, { start, end }),
    }
  }
}

// "He said so", "But that", "And then": what stands before is needed to understand it.
const leansBack =
  /^[\s"'“‘]*(?:he|she|it|they|his|her|its|their|this|that|these|those|but|and|so|yet|however|also|then|there|still|instead|meanwhile|such)\b/iu

function clarityOf({ article }: Member, range: Range): number {
  const text = article.text.slice(range.start, range.end)
  const isWhole = /[.!?]["'”’)]*$/u.test(text.trim()) && /^[\s"'“‘(]*[\p{Lu}\p{N}]/u.test(text)
  const block = article.blocks.find((each) => overlaps(each, range))
  const isProse = block?.kind === 'prose' || block?.kind === 'standfirst'
  const isShort = text.length >= 40 && text.length <= 280
  return 2 * Number(isWhole) + 2 * Number(!leansBack.test(text)) + Number(isProse) + Number(isShort)
}

function isSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a]
  let shared = 0
  for (const key of few) if (many.has(key)) shared++
  return few.size === 0 || shared / few.size >= same
}
