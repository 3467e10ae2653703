import type { BriefLine, Change, Claim, Dispute, Plan } from '../../model/record.ts'
import { overlaps, type Range, type Span } from '../../model/span.ts'
import { afterDateline } from '../../text/dateline.ts'
import type { Member } from '../member.ts'
import { centrality, spreadOf, subjectKeys } from '../words/centrality.ts'

const most = 10
const mostPlans = 3
/** Of a plan that moves again and again its last moves are told, and whatever plans do, so many claims. */
const mostMoves = 3
const leastClaims = 4

/** Two sentences that share so much of the shorter one's words say one thing. */
const same = 0.6

/**
 * The story in whole sentences of its articles, in the order of their reports: what is best founded and nearest to what the story
 * is about, and where plans stand. Each line is marked disputed, changed or single-origin; of a claim's carriers the sentence that
 * is most easily read alone speaks for it.
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
  const spread = spreadOf(members)
  const carriedAt = claimsAt(found.claims)
  const disputed = new Set(found.disputes.flatMap((dispute) => dispute.claims))
  const stateOf = (claim: Claim): BriefLine['state'] =>
    disputed.has(claim.id) ? 'disputed' : claim.certain < 2 ? 'single-origin' : undefined
  const lines: BriefLine[] = []
  const told: ReadonlySet<string>[] = []
  // A plan moved or held is told in nearly the words of the plan.
  const tell = (sentence: Sentence | undefined, line: Omit<BriefLine, 'span'>, isTurn: boolean) => {
    if (sentence === undefined || lines.some(({ span }) => isOne(span, sentence.span))) return
    if (!isTurn && told.some((keys) => isSame(keys, sentence.keys))) return
    told.push(sentence.keys)
    lines.push({ span: sentence.span, ...line })
  }
  for (const plan of found.plans.filter(({ history }) => history.length > 1).slice(0, mostPlans)) {
    for (const { span, isChange } of turnsOf(plan, found.changes)) {
      const claim = carriedAt(span)
      const state = isChange ? 'changed' : claim && stateOf(claim)
      tell(
        sentences(span),
        {
          plan: plan.id,
          ...(claim === undefined ? {} : { claim: claim.id }),
          ...(state === undefined ? {} : { state }),
        },
        true,
      )
    }
  }
  const claims = found.claims
    .filter((claim) => claim.certain > 0)
    .map((claim) => ({ claim, sentence: tellingSentence(claim, sentences) }))
    .map((each) => ({ ...each, weight: weightOf(each.claim, each.sentence, spread) }))
    .sort((a, b) => b.weight - a.weight || (a.claim.id < b.claim.id ? -1 : 1))
  const room = Math.max(most, lines.length + leastClaims)
  for (const { claim, sentence } of claims) {
    if (lines.length >= room) break
    const state = stateOf(claim)
    tell(sentence, { claim: claim.id, ...(state === undefined ? {} : { state }) }, false)
  }
  const turn = new Map(members.map(({ article }, index) => [article.id, index]))
  const turnOf = (line: BriefLine) => turn.get(line.span.article) ?? members.length
  return lines.sort((a, b) => turnOf(a) - turnOf(b) || a.span.start - b.span.start)
}

type Sentence = { readonly span: Span; readonly keys: ReadonlySet<string>; readonly clarity: number }

/** What a reader wants to know of a plan in a line. */
const tellingSlots: ReadonlySet<string> = new Set(['date', 'time', 'venue', 'format'])

// What was planned, how its main slots changed, and where it stands: the first report that gives its last status.
function turnsOf(
  { id, history }: Plan,
  changes: readonly Change[],
): readonly { readonly span: Span; readonly isChange: boolean }[] {
  const moved = changes.filter(
    ({ plan, relation, slot }) => plan === id && relation === 'updates' && tellingSlots.has(slot),
  )
  const status = history.at(-1)?.status
  const before = history.findLastIndex((entry) => entry.status !== status)
  const last = history[before + 1]
  return [
    ...history.slice(0, 1).map(({ span }) => ({ span, isChange: false })),
    ...moved.slice(-mostMoves).map((change) => ({ span: change.to.span, isChange: true })),
    ...(last === undefined ? [] : [{ span: last.span, isChange: false }]),
  ]
}

// The best carried of the claims that are stated there.
function claimsAt(claims: readonly Claim[]): (at: Span) => Claim | undefined {
  const byArticle = new Map<string, { readonly claim: Claim; readonly span: Span }[]>()
  for (const claim of claims.filter(({ certain }) => certain > 0)) {
    for (const { span } of claim.carriers) {
      const known = byArticle.get(span.article)
      if (known === undefined) byArticle.set(span.article, [{ claim, span }])
      else known.push({ claim, span })
    }
  }
  return (at) =>
    (byArticle.get(at.article) ?? [])
      .filter(({ span }) => overlaps(span, at))
      .map(({ claim }) => claim)
      .reduce<Claim | undefined>(
        (best, claim) => (best === undefined || claim.levels.outlets > best.levels.outlets ? claim : best),
        undefined,
      )
}

// Origins and outlets count by their logarithm, so that a side matter that many repeat does not stand before the matter itself.
function weightOf(claim: Claim, sentence: Sentence | undefined, spread: ReadonlyMap<string, number>): number {
  const footing = Math.log2(claim.certain + 1) * Math.log2(claim.levels.outlets + 1)
  return sentence === undefined ? 0 : footing * centrality(sentence.keys, spread)
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
    return {
      span: { article: span.article, start, end },
      keys: subjectKeys(member.article.text, { start, end }),
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

function isOne(a: Span, b: Span): boolean {
  return a.article === b.article && overlaps(a, b)
}

function isSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a]
  let shared = 0
  for (const key of few) if (many.has(key)) shared++
  return few.size === 0 || shared / few.size >= same
}
