import type { Mention, TimeExpression } from '../../model/reading.ts'
import type { Carrier, Claim } from '../../model/record.ts'
import { contains, hull, overlaps, type Range } from '../../model/span.ts'
import type { Aligned } from '../claims/align.ts'
import { placeStem } from '../claims/matter.ts'
import type { Statement } from '../claims/statements.ts'
import type { ClaimMatter } from '../disputes/find-disputes.ts'
import { type Member, timeOf } from '../member.ts'
import type { Speaker } from '../origins/speaker.ts'
import type { Voiced } from '../origins/trace.ts'
import { changeCues } from '../slots/reported.ts'
import { patternsOf, type Tally, talliesIn } from '../slots/tallies.ts'
import { wordsOf } from '../words/words.ts'

/** A count of people as one statement of a story gives it. */
export type Told = {
  readonly tally: Tally
  readonly aligned: Aligned
  readonly speaker: Speaker
  /** The words of the statement, with the side clause after it. */
  readonly text: string
  /** Milliseconds of its publication. */
  readonly time: number
  readonly published?: string
  /** The claim and carrier that hold it; absent for a statement that is background. */
  readonly held?: { readonly claim: Claim; readonly carrier: Carrier }
  /** Days on which it says that the people came to it. */
  readonly days: readonly { readonly from: string; readonly to: string }[]
  /** Stems of the places that it names. */
  readonly places: ReadonlySet<string>
  /** The ids of words that tell of a change of the figure. */
  readonly cues: readonly string[]
  /** Keys of what its article said before it. */
  readonly before: ReadonlySet<string>
}

/** The counts of people that a story's statements hold to be so, in order of report; what is feared, to come or told over again is none. */
export function toldCounts(
  members: readonly Member[],
  { voiced, matters }: { readonly voiced: readonly Voiced[]; readonly matters: readonly ClaimMatter[] },
): Told[] {
  const held = heldBy(matters)
  const byArticle = new Map<string, Voiced[]>()
  for (const one of voiced) {
    const { article } = one.aligned.statement.span
    const known = byArticle.get(article)
    if (known === undefined) byArticle.set(article, [one])
    else known.push(one)
  }
  return members.flatMap((member) => {
    const before = new Set<string>()
    const own = byArticle.get(member.article.id) ?? []
    return own.flatMap((one) => {
      const { aligned } = one
      const whole = wholeClause(member, aligned, own)
      const told = toldIn(member, one, { whole, before })
      for (const key of aligned.matter.keys) before.add(key)
      const by = held.get(aligned)
      return by === undefined ? told : told.map((each) => ({ ...each, held: by }))
    })
  })
}

// "Nine people were killed when the river burst its banks in Velm": the statement with the side clause after it, up to who says so.
function wholeClause({ reading }: Member, { statement }: Aligned, own: readonly Voiced[]): Range {
  const { span, attribution, sentence } = statement
  const stops = [
    reading.sentences[sentence]?.end ?? span.end,
    ...own.map(({ aligned }) => aligned.statement.span.start),
    ...(attribution === undefined
      ? []
      : [...attribution.cue, ...attribution.source.spans].map(({ start }) => start)),
  ]
  return { start: span.start, end: Math.max(span.end, Math.min(...stops.filter((stop) => stop >= span.end))) }
}

function toldIn(
  member: Member,
  { aligned, speaker }: Voiced,
  { whole, before }: { readonly whole: Range; readonly before: ReadonlySet<string> },
): Told[] {
  const { statement, matter } = aligned
  const { article, reading } = member
  if (statement.polarity !== 'affirmed' || matter.negated || !isSettled(statement.modality)) return []
  const text = article.text.slice(statement.span.start, statement.span.end)
  if (isOpenOrOld(text) || isOpenOrOld(howSaid(article.text, statement))) return []
  const words = wordsOf(article.text, statement.span)
  const times = reading.times.filter((time) => overlaps(whole, time))
  const tallies = talliesIn(article.text, words, {
    isTime: (word) => times.some((time) => isPlaced(time) && contains(time, word)),
    between: (from, to) => article.text.slice(from, to),
  })
  const cues = changeCues(text)
  const places = reading.mentions.filter(
    (one) => one.kind === 'name' && contains(whole, one.head) && isPlace(article.text, one),
  )
  return tallies.map((tally) => ({
    tally,
    aligned,
    speaker,
    text: article.text.slice(whole.start, whole.end),
    time: timeOf(article.published),
    ...(article.published === undefined ? {} : { published: article.published }),
    days: cues.length > 0 ? [] : times.flatMap((time) => dayOf(article.text, time)),
    places: new Set(
      places.flatMap(({ head }) => wordsOf(article.text, head).map(({ form }) => placeStem(form))),
    ),
    cues,
    before: new Set(before),
  }))
}

// A country, a town, a river; and whatever an event is said to be "in", "off" or "near".
function isPlace(text: string, { type, head: { start } }: Mention): boolean {
  if (type === 'GPE' || type === 'LOC' || type === 'FAC') return true
  return /\b(?:in|at|near|off|outside)\s$/.test(text.slice(Math.max(0, start - 10), start))
}

function isSettled(modality: string): boolean {
  return modality === 'happened' || modality === 'stated'
}

function isPlaced({ type }: TimeExpression): boolean {
  return type === 'DATE' || type === 'TIME'
}

// "Officially 17 people had died by Monday night", "since Friday": no day of the event.
function dayOf(text: string, { type, interval, start }: TimeExpression): Told['days'] {
  const isSpan = /\b(?:by|since|until|till|as of|before)\s+$/i.test(
    text.slice(Math.max(0, start - 10), start),
  )
  return type !== 'DATE' || interval === undefined || isSpan ? [] : [interval]
}

// "The service had said".
function howSaid(text: string, { attribution }: Statement): string {
  const said = attribution && hull([...attribution.cue, ...attribution.source.spans])
  return said === undefined ? '' : text.slice(said.start, said.end)
}

let setAside: RegExp | undefined

// "feared dead", "the service had said that 26 bodies had been found".
function isOpenOrOld(text: string): boolean {
  setAside ??= new RegExp(`\\b(?:${patternsOf('clause')})\\b`, 'i')
  return setAside.test(text)
}

function heldBy(
  matters: readonly ClaimMatter[],
): ReadonlyMap<Aligned, { readonly claim: Claim; readonly carrier: Carrier }> {
  return new Map(
    matters.flatMap(({ claim, statements }) =>
      claim.carriers.flatMap((carrier, i) => {
        const aligned = statements[i]
        return aligned === undefined ? [] : [[aligned, { claim, carrier }] as const]
      }),
    ),
  )
}
