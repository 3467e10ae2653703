import type { Account, Change, Copy } from '../../model/record.ts'
import { isVouchedFor, type Side } from '../disputes/find-disputes.ts'
import { isOneSide } from '../origins/sides.ts'
import { relateBounds } from '../slots/bounds.ts'
import { type CountedEvent, eventOf, isLongAgo, isOfEvent, tellOf } from './one-event.ts'
import type { Told } from './told-counts.ts'

/** What became of a story's counts of people. */
export type Followed = {
  readonly changes: readonly Change[]
  /** Two origins that hold to counts of one event which exclude each other, where neither is a rise. */
  readonly clashes: readonly (readonly [Side, Side])[]
}

/**
 * Follows each count of people through a story, as bounds: a figure that lies within the one that stands refines it, one that
 * excludes it replaces it where the count went on or is said to have changed. Who speaks for a lower figure after another
 * has told a higher one contradicts it. Counts of different events are never set against each other.
 */
export function followCounts(told: readonly Told[], copies: readonly Copy[]): Followed {
  const isCopy = copied(copies)
  const threads: Thread[] = []
  for (const one of told) {
    if (isLongAgo(one)) continue
    const thread = threads.find(({ event }) => isOfEvent(event, one))
    if (thread === undefined)
      threads.push({ event: eventOf(one), all: [one], standing: one, steps: [], clashes: [] })
    else follow(thread, one, isCopy)
  }
  return {
    changes: threads.flatMap(({ steps }) => steps.map(changeOf)),
    clashes: threads.flatMap(({ clashes }) =>
      clashes.flatMap(({ higher, now }) => {
        const [a, b] = [sideOf(higher), sideOf(now)]
        return a === undefined || b === undefined ? [] : [[a, b] as const]
      }),
    ),
  }
}

type Step = { readonly relation: 'updates' | 'refines'; readonly from: Told; readonly to: Told }

type Thread = {
  readonly event: CountedEvent
  readonly all: Told[]
  /** The count that stands. */
  standing: Told
  steps: Step[]
  readonly clashes: { readonly higher: Told; readonly now: Told }[]
}

function follow(thread: Thread, now: Told, isCopy: IsCopy): void {
  const contested = contestedBy(thread, now, isCopy)
  if (contested !== undefined) {
    thread.clashes.push({ higher: contested, now })
    // What is contested afterwards has replaced nothing.
    if (thread.standing === contested) stepBack(thread)
  }
  const relation = relationTo(thread, now)
  if (relation !== undefined) {
    thread.steps.push({ relation, from: thread.standing, to: now })
    thread.standing = now
  }
  thread.all.push(now)
  tellOf(thread.event, now)
}

function stepBack(thread: Thread): void {
  const last = thread.steps.at(-1)
  if (last === undefined) return
  thread.steps = thread.steps.slice(0, -1)
  thread.standing = last.from
}

function relationTo({ all, standing }: Thread, now: Told): Step['relation'] | undefined {
  if (now.time <= standing.time || now.published === undefined) return undefined
  const isTold = now.cues.length > 0
  // An article that tells the count twice sets two accounts side by side, unless it says that it changed.
  if (!isTold && all.some((one) => articleOf(one) === articleOf(now))) return undefined
  const relation = relateBounds(standing.tally.bounds, now.tally.bounds)
  if (relation === 'finer') return isTold ? 'updates' : 'refines'
  if (relation !== 'apart') return undefined
  // An article that comes late may carry a figure that was replaced.
  if (all.some((one) => relateBounds(one.tally.bounds, now.tally.bounds) === 'equal')) return undefined
  const isHigher = now.tally.bounds.from > standing.tally.bounds.to
  return isHigher || now.tally.course === 'varies' || isCorrected(standing, now) ? 'updates' : undefined
}

// "Revised down to 12", or the same speaker with a lower figure.
function isCorrected({ aligned: before }: Told, { aligned, cues }: Told): boolean {
  const isSaid = cues.some((cue) => cue === 'CHG-fallen' || cue === 'CHG-revised')
  return isSaid || (aligned.speaker !== undefined && aligned.speaker === before.speaker)
}

// "The board" after "the consumer safety board", or two of one state.
function isOneVoice({ speaker: a }: Told, { speaker: b }: Told): boolean {
  if (isOneSide(a, b)) return true
  const [few, many] = a.words.size < b.words.size ? [a.words, b.words] : [b.words, a.words]
  return few.size > 0 && [...few].every((word) => many.has(word))
}

type IsCopy = (a: Told, b: Told) => boolean

function copied(copies: readonly Copy[]): IsCopy {
  const pairs = new Set(copies.flatMap(({ a, b }) => [`${a} ${b}`, `${b} ${a}`]))
  return (a, b) => pairs.has(`${articleOf(a)} ${articleOf(b)}`)
}

function articleOf({ aligned }: Told): string {
  return aligned.statement.span.article
}

/** The last higher count by somebody else which a fresh, lower one, by who vouches for it, cannot come after. */
function contestedBy({ all, clashes }: Thread, now: Told, isCopy: IsCopy): Told | undefined {
  if (now.tally.course !== 'rises' || !isOwnWord(now)) return undefined
  const higher = all.findLast(
    (one) =>
      one.tally.bounds.from > now.tally.bounds.to &&
      articleOf(one) !== articleOf(now) &&
      !isCopy(one, now) &&
      one.time < now.time &&
      isOwnWord(one) &&
      one.held?.carrier.origin !== now.held?.carrier.origin &&
      !isOneVoice(one, now) &&
      !isCorrected(one, now),
  )
  const isKnown = clashes.some((clash) => higher !== undefined && isOneVoice(clash.higher, higher))
  return isKnown ? undefined : higher
}

// Whose figure it is, the article itself had from them; a repeated or an old figure contradicts nobody.
function isOwnWord({ held, aligned, time }: Told): boolean {
  return (
    held !== undefined &&
    held.carrier.part === 'originates' &&
    isVouchedFor(held.carrier) &&
    aligned.speaker !== undefined &&
    time !== Number.MAX_SAFE_INTEGER
  )
}

function sideOf({ held, aligned }: Told): Side | undefined {
  return held === undefined ? undefined : { ...held, aligned }
}

function changeOf({ relation, from, to }: Step): Change {
  return {
    relation,
    slot: 'count',
    about: to.tally.who === '' ? to.tally.kind : `${to.tally.kind} (${to.tally.who})`,
    from: accountOf(from),
    to: accountOf(to),
    kind: relation === 'refines' ? 'told more closely' : courseOf(from, to),
    ...(to.published === undefined ? {} : { reported: to.published }),
    rules: [relation === 'refines' ? 'CHN-FINER' : 'CHN-COUNT', to.tally.rule],
  }
}

// Another voice's higher figure, without a word that the count has risen, may be a rise or a disagreement.
function courseOf(from: Told, to: Told): string {
  const isRise = to.tally.bounds.from > from.tally.bounds.from
  if (to.cues.length > 0 || isOneVoice(from, to)) return isRise ? 'rose' : 'fell'
  return isRise ? 'higher count' : 'lower count'
}

function accountOf({ tally, aligned, published, held }: Told): Account {
  return {
    value: tally.words,
    span: aligned.statement.span,
    ...(published === undefined ? {} : { reported: published }),
    ...(held === undefined ? {} : { origin: held.carrier.origin }),
  }
}
