import type { Article } from '../../model/article.ts'
import { childId } from '../../model/id.ts'
import type { Reading } from '../../model/reading.ts'
import type { Plan } from '../../model/record.ts'
import { overlaps } from '../../model/span.ts'
import { type Candidate, candidatesOf } from './candidate.ts'
import { fitOf } from './fit.ts'
import { historyOf } from './history.ts'
import { type LearnedPlaces, learnPlaces } from './learned-places.ts'
import { addTo, openThread, otherGroup, type Thread } from './thread.ts'
import { aheadFirst } from './undated.ts'

/** An article of a story with what was read in it. */
export type PlanMember = { readonly article: Article; readonly reading: Reading }

/** Plans of a story with their revisions; `members` are in order of report, an undated one where it belongs. */
export function linkPlans(members: readonly PlanMember[]): Plan[] {
  const places = learnPlaces(members)
  const threads: Thread[] = []
  const candidates = members.flatMap(candidatesOf)
  const isDated = members.some(({ article }) => article.published !== undefined)
  const told = new Map<string, Candidate[]>()
  for (const candidate of isDated ? candidates : aheadFirst(candidates)) {
    const { id } = candidate.member.article
    const here = told.get(id) ?? []
    const thread = bestThread(threads, candidate, places)
    if (thread !== undefined) addTo(thread, candidate)
    else if (opensPlan(candidate) && !isTold(here, candidate) && !isTyped(candidate))
      threads.push(openThread(candidate))
    else continue
    const entry = (thread ?? threads.at(-1))?.entries.at(-1)
    if (entry !== undefined) told.set(id, [...here, entry])
  }
  return threads.flatMap((thread) => {
    if (thread.group === otherGroup && !isToldTwice(thread)) return []
    const history = historyOf(thread, places)
    const first = thread.entries[0]
    const span = history[0]?.span
    if (first === undefined || span === undefined) return []
    return [
      {
        id: childId('p', first.member.article.id, first.event.trigger),
        type: thread.type,
        title: titleOf(first),
        history,
      },
    ]
  })
}

function bestThread(
  threads: readonly Thread[],
  candidate: Candidate,
  places: LearnedPlaces,
): Thread | undefined {
  let best: { thread: Thread; fit: number } | undefined
  for (const thread of threads) {
    const fit = fitOf(thread, candidate, { threads, places })
    if (fit !== undefined && (best === undefined || fit > best.fit)) best = { thread, fit }
  }
  return best?.thread
}

// "will sign it at the summit": one clause, one plan, unless each event has a day of its own.
function isTold(told: readonly Candidate[], { event, date }: Candidate): boolean {
  return told.some((entry) => overlaps(entry.event.range, event.range) && entry.date?.value === date?.value)
}

// "A probe will be launched": of two words in one clause, the one that has a kind.
function isTyped({ group, event, member }: Candidate): boolean {
  return (
    group === undefined &&
    candidatesOf(member).some(
      (other) => other.group !== undefined && overlaps(other.event.range, event.range),
    )
  )
}

// A plan begins with what lies ahead: a type and a day, week or month, which stays open where its article has no date.
function opensPlan(candidate: Candidate): boolean {
  const { event, group, date, openDay } = candidate
  if (candidate.leaves) return false
  if (group === undefined) return opensOther(candidate)
  if (/^(?:happened|not-held|denied)$/.test(event.status)) return false
  // Somebody comes, or it is no visit: "forty ships are due in the port".
  if (event.rules.includes('EVF-due-in') && candidate.participants.length === 0) return false
  return (date ?? openDay) !== undefined && !event.rules.includes('EV-CHANGE-SOUGHT')
}

// "The archive will hand over the letters on Friday": no kind of its own, and yet set for a day.
function opensOther({ event, member, date }: Candidate): boolean {
  if (!/^(?:planned|confirmed)$/.test(event.status) || date === undefined || date.value.length < 10)
    return false
  if (event.rules.some((rule) => /^EV-(?:NO-VERB|CHANGE-SOUGHT)$/.test(rule))) return false
  const clause = member.article.text.slice(event.range.start, event.range.end)
  return /\b(?:will|would|shall|(?:is|are|was|were|due|set|expected|scheduled|plans?|planning) to)\b/.test(
    clause,
  )
}

// What has no kind is a plan when a second article tells of it.
function isToldTwice({ entries }: Thread): boolean {
  return new Set(entries.map(({ member }) => member.article.id)).size > 1
}

// "Expected in Tarn next week" is cut from its subject: then the title begins with the sentence.
function titleOf(candidate: Candidate): string {
  const { article, reading } = candidate.member
  const { start, end } = candidate.event.range
  const sentence = reading.sentences.find((each) => each.start <= start && start < each.end)
  const before = article.text.slice(sentence?.start ?? start, start)
  const isCut = /^\p{Ll}/u.test(article.text.slice(start, start + 1))
  const isSubject = before.length <= 60 && !/[“”"‘:;]|\b(?:said|told|that|says|say)\b/.test(before)
  const from = isCut && isSubject ? start - before.length : start
  const words = article.text.slice(from, end).replace(/\s+/g, ' ')
  return words.length <= 90 ? words : `${words.slice(0, words.lastIndexOf(' ', 88))} …`
}
