import type { Dispute } from '../../model/record.ts'
import { hasVerb } from '../claims/clauses.ts'
import { type Around, fitOf, isDenial } from '../claims/fit.ts'
import { likeness, speaksOf } from '../claims/likeness.ts'
import type { Matter } from '../claims/matter.ts'
import { disputeOf, isOfFact, isVouchedFor, type Side } from './find-disputes.ts'

/** Log-odds above which a denial is of what another statement affirms. */
const deniesIt = -0.6
/** How much of the poorer side's matter a bare "not" must share: it may be about something else. */
const leastShared = 0.28
/** The same where the two stand in different articles. */
const leastSharedApart = 0.36
/** How much it must share where that is a single word. */
const mostlyShared = 0.6
/** So many shared words that are no names make up for a predicate in other words. */
const severalKeys = 3

/** Each denial with the affirmation that it fits best, the surest first. */
export function denials(sides: readonly Side[], weighing: Around): Dispute[] {
  const found: { readonly a: Side; readonly b: Side; readonly fit: number }[] = []
  const assertions = sides.filter((side) => !isDenied(side) && isAssertion(side))
  const mayAnswer = answersTo(assertions, weighing)
  for (const b of sides.filter((side) => isDenied(side) && isVouchedFor(side.carrier))) {
    let best: (typeof found)[number] | undefined
    for (const a of mayAnswer(b)) {
      if (!isExplicit(b) && !isOfFact(a.carrier)) continue
      if (!isAffirmed(a, b) || !speaksOfIt(a, b, weighing)) continue
      const fit = answerFit(a, b, weighing)
      if (fit > (best?.fit ?? deniesIt)) best = { a, b, fit }
    }
    if (best !== undefined) found.push(best)
  }
  const told = new Set<string>()
  return found
    .sort((x, y) => y.fit - x.fit)
    .filter(({ a, b }) => {
      // Who denies it again, and a headline above the words, add nothing.
      const keys = [b.carrier.origin, b.carrier.span.article].map((by) => `${a.claim.id} ${b.claim.id} ${by}`)
      const isTold = keys.some((key) => told.has(key))
      for (const key of keys) told.add(key)
      return !isTold
    })
    .map(({ a, b }) => disputeOf(a, b, { about: aboutOf(a), rule: 'DSP-DENIED' }))
}

/** So many assertions of other articles a denial is weighed against, those that share its rarest words and figures. */
const mostAnswered = 100

/** So many that share a word are looked at, of the best carried claims: a denial costs the same in a story of any size. */
const mostMet = 1500

// The assertions that a denial may speak of, in their order: those of its article, and those that share a word with it.
function answersTo(assertions: readonly Side[], { rarity }: Around): (denial: Side) => readonly Side[] {
  const byMatter = new Map<string, number[]>()
  const byArticle = new Map<string, number[]>()
  const put = (index: Map<string, number[]>, key: string, at: number) => {
    const known = index.get(key)
    if (known === undefined) index.set(key, [at])
    else known.push(at)
  }
  assertions.forEach((side, at) => {
    put(byArticle, side.carrier.span.article, at)
    for (const key of matterKeys(side)) put(byMatter, key, at)
  })
  const weights = new Float64Array(assertions.length)
  return (denial) => {
    const met: number[] = []
    const keys = matterKeys(denial).map((key) => ({ key, rare: rarity(key) }))
    for (const { key, rare } of keys.sort((x, y) => y.rare - x.rare)) {
      if (met.length >= mostMet) break
      for (const at of (byMatter.get(key) ?? []).slice(0, mostMet)) {
        if (weights[at] === 0) met.push(at)
        weights[at] = (weights[at] ?? 0) + rare
      }
    }
    const here = byArticle.get(denial.carrier.span.article) ?? []
    const chosen = new Set([...here, ...heaviest(met, weights, mostAnswered)])
    for (const at of met) weights[at] = 0
    return [...chosen].sort((a, b) => a - b).flatMap((at) => assertions[at] ?? [])
  }
}

function matterKeys({ aligned: { matter } }: Side): string[] {
  return [...matter.keys, ...matter.numbers.map(({ value }) => `#${value}`)]
}

// So many of the numbers with the most weight; of equal weights the first.
function heaviest(numbers: readonly number[], weights: Float64Array, most: number): number[] {
  if (numbers.length <= most) return [...numbers]
  const inOrder = Float64Array.from(numbers, (number) => weights[number] ?? 0).sort()
  const least = inOrder[inOrder.length - most] ?? 0
  const above = numbers.filter((number) => (weights[number] ?? 0) > least)
  const equal = numbers.filter((number) => weights[number] === least).sort((a, b) => a - b)
  return [...above, ...equal.slice(0, most - above.length)]
}

function isDenied({ aligned }: Side): boolean {
  return isDenial(aligned) && aligned.statement.polarity !== 'doubted'
}

// "denied that …", "the figure is invented": who says so answers somebody.
function isExplicit({ aligned: { statement, matter } }: Side): boolean {
  return statement.polarity === 'denied' || matter.untrue
}

// "The figure", "a figure of 38 million": what stands just before it with a number, or what says the same number.
function answerFit(a: Side, b: Side, around: Around): number {
  const { score } = fitOf(a.aligned, b.aligned, around)
  return isExplicit(b) && saysItsFigure(a, b, around) ? Math.max(score, 1) : score
}

function saysItsFigure(a: Side, b: Side, { rarity }: Around): boolean {
  const { matter } = b.aligned
  if (a.aligned.matter.numbers.length === 0 || !aFigure.test(matter.forms.join(' '))) return false
  if (matter.numbers.length === 0) return isNear(a, b, 1) && a.carrier.span.start < b.carrier.span.start
  return likeness(a.aligned.matter, matter, rarity).numbers === 'agree'
}

// "denied that …", "it is invented" speak of what was said; "no ballot was lost" must share its matter. A plan that came out otherwise has changed.
function speaksOfIt(a: Side, b: Side, around: Around): boolean {
  return isExplicit(b) ? isOfThat(a, b, around) : isAnswered(a, b, around)
}

function isOfThat(a: Side, b: Side, around: Around): boolean {
  const [one, other] = [a.aligned.matter, b.aligned.matter]
  if (saysItsFigure(a, b, around)) return true
  if (bareFigure.test(other.forms.join(' ')) && one.numbers.length === 0) return false
  // "denied that he was against the loan": who says that he is for it says the same.
  if (isAgainst(other) && !isAgainst(one)) return false
  if (isThing(b) && !isOfThing(a, b, around)) return false
  return isNear(a, b, 2) || sharesEnough(a, b, around)
}

// "denied them the quorum", "rejected the two members": no words for what would be so.
function isThing({ aligned: { matter } }: Side): boolean {
  return !matter.hasVerb && !ofAccount.test(matter.forms.join(' '))
}

function isOfThing(
  { aligned: { matter: one } }: Side,
  { aligned: { matter: other } }: Side,
  { rarity }: Around,
): boolean {
  if (speaksOf({ ...one, keys: one.predicate }, other.predicate)) return true
  return speaksOf(one, other.predicate) && likeness(one, other, rarity).containment >= mostlyShared
}

// "any negotiations", "having met them", "the claim", "reports of a split"
const ofAccount =
  /^(?:any|all|ever|\S+ing)\b|\b(?:claim|allegation|accusation|charge|report|account|idea|suggestion|notion|figure|number|rumour|theory|link|involvement|responsibility|wrongdoing)s?\b/

// "refused", "turned down", "against the loan", "lacked": what is denied says that something is not so.
function isAgainst({ keys, forms }: Matter): boolean {
  return forms.includes('against') || ['=reject', '=refuse', '=oppose', '=lack'].some((key) => keys.has(key))
}

function isAnswered(a: Side, b: Side, around: Around): boolean {
  const [one, other] = [a.aligned, b.aligned]
  if (one.plan !== undefined && one.plan.state !== (other.plan?.state ?? one.plan.state)) return false
  // "Satellites are not": what they are not stands elsewhere.
  if (other.matter.forms.at(-1) === 'not') return false
  // What somebody wants is not denied by what is not so; "only the parliament can" says of others that they cannot.
  if (one.matter.predicate.has('=want') && !other.matter.predicate.has('=want')) return false
  if (one.matter.forms[0] === 'only') return false
  const shared = [...one.matter.keys].filter((key) => other.matter.keys.has(key))
  if (shared.every((key) => light.test(key))) return false
  return sharesEnough(a, b, around)
}

// "will be held", "has taken": they say nothing by themselves.
const light = /^(?:hold|=?take|mak|giv|get|=?come|go|put|set|us|plan)$/

function sharesEnough(a: Side, b: Side, { rarity }: Around): boolean {
  const [one, other] = [a.aligned.matter, b.aligned.matter]
  const isApart = a.carrier.span.article !== b.carrier.span.article
  const like = likeness(one, other, rarity)
  if (like.matters === 0 || like.containment < (isApart ? leastSharedApart : leastShared)) return false
  // "The talks are no cover for a strike" speaks of a cover: who says that somebody wants a strike is not contradicted.
  const isAnswer = isNear(a, b, 1)
  if (other.predicate.size > 0 && !isAnswer && !speaksOf(one, other.predicate))
    return like.matters >= severalKeys && like.containment >= mostlyShared
  if (isAnswer || like.shared >= 2) return true
  if (isExplicit(b)) return like.containment >= mostlyShared
  // One word alone: "there is no letter", "nobody inspected that wall".
  return one.keys.size >= 2 && flatly.test(other.forms.slice(0, 6).join(' '))
}

const flatly = /^there (?:is|was|are|were|has been|had been) no|^(?:no|nobody|none) |\bnever\b/

// "He denied the figure": what is denied says a number.
const bareFigure = /^(?:the|that|this|its|their|his|her) (?:figure|number|toll|total|estimate)s?$/
const aFigure =
  /^(?:the|that|this|its|their|his|her|an?|reports of an?) (?:figure|number|toll|total|estimate)s?\b/

/** Whether two sides stand in one article, at most so many sentences apart. */
function isNear(
  { aligned: { statement: a } }: Side,
  { aligned: { statement: b } }: Side,
  reach: number,
): boolean {
  return a.span.article === b.span.article && Math.abs(a.sentence - b.sentence) <= reach
}

// A clause or a figure that is held to be so.
function isAssertion({ carrier, aligned: { matter } }: Side): boolean {
  if (carrier.polarity === 'doubted') return false
  return matter.numbers.length > 0 || hasVerb(matter.forms.join(' '))
}

// Who denies what it said itself has changed its mind: no dispute. What nobody vouches for is one only where the denial answers it.
function isAffirmed(a: Side, b: Side): boolean {
  if (a.carrier.origin === b.carrier.origin) return false
  const { speaker } = a.aligned
  if (speaker !== undefined && speaker === b.aligned.speaker) return false
  if (isVouchedFor(a.carrier) || a.carrier.source.kind === 'outlet') return true
  return isNear(a, b, 1)
}

function aboutOf({ aligned: { matter }, carrier }: Side): string {
  if (matter.keys.has('=die') || matter.keys.has('=hurt')) return 'toll'
  if (matter.keys.has('=blame')) return 'cause'
  return carrier.modality === 'stated' ? 'position' : 'occurrence'
}
