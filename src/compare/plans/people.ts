import type { EventMention, Mention } from '../../model/reading.ts'
import { contains, type Range } from '../../model/span.ts'
import type { PlanMember } from './plans.ts'

/** Somebody who takes part in what a passage tells: by name, and where the passage names or means them. */
export type Person = { readonly text: string; readonly range: Range }

/**
 * Who takes part by a passage: the names in it, without those that only tell what somebody is ("Farmers' Party leader
 * Hedda Brandvoll"), and whom its subject stands for ("she will meet the minister", "his testimony", "I will be in court").
 */
export function peopleIn(member: PlanMember, event: EventMention): Person[] {
  const { text } = member.article
  const given = event.participants
    .filter((one) => !isTitleOf(member, one))
    .map(({ start, end }) => ({ text: text.slice(start, end), range: { start, end } }))
  const meant = subjectOf(member, event)
  if (meant === undefined || given.some(({ text: name }) => isOne(name, meant.text))) return given
  return [meant, ...given]
}

// "Farmers" and "Party" in "Farmers' Party leader Hedda Brandvoll", "Ondria" in "Ondria international Nico Sandoval".
function isTitleOf({ reading }: PlanMember, name: Range): boolean {
  return reading.mentions.some(
    ({ kind, type, head, roles }) =>
      kind === 'name' &&
      type === 'PER' &&
      !contains(head, name) &&
      roles.some((role) => contains(role, name) && role.end <= head.start),
  )
}

/** Whom "he" or "she" stands for, where a passage begins with it: "she will meet the minister". A pronoun may be misread, so nothing is linked by it. */
export function meantBy(member: PlanMember, { meant }: EventMention): Person | undefined {
  return meant && named(member, meant, fullNameAt(member.reading, meant.name) ?? meant.name)
}

// “I will be in court”: whose words the passage is.
function subjectOf(member: PlanMember, event: EventMention): Person | undefined {
  const { article } = member
  const { range } = event
  const found = /^["“‘']?(?:i|my)\b/iu.exec(article.text.slice(range.start, range.end))
  const name = found === null ? undefined : speakerName(member, event)
  if (found === null || name === undefined) return undefined
  return named(member, { start: range.start, end: range.start + found[0].length }, name)
}

function named({ article }: PlanMember, { start, end }: Range, name: Range): Person {
  return { text: article.text.slice(name.start, name.end), range: { start, end } }
}

// “I will be in court on Tuesday,” Garr said.
function speakerName({ reading }: PlanMember, { vouchedBy }: EventMention): Range | undefined {
  const source = reading.attributions.find(({ id }) => id === vouchedBy)?.source
  const said = source?.refersTo ?? source?.spans[0]
  const mention = said && reading.mentions.find((one) => isPerson(one) && contains(said, one.head))
  return mention && fullNameAt(reading, mention.head)
}

// The longest name that the article has for who is named there.
function fullNameAt({ mentions, chains }: PlanMember['reading'], name: Range): Range | undefined {
  const at = mentions.findIndex((one) => isPerson(one) && contains(one.head, name))
  const chain = chains.find((each) => each.mentions.includes(at))
  return [at, ...(chain?.mentions ?? [])]
    .flatMap((index) => mentions[index] ?? [])
    .filter(isPerson)
    .map(({ head }) => head)
    .sort((a, b) => b.end - b.start - (a.end - a.start))[0]
}

function isPerson({ kind, type }: Mention): boolean {
  return kind === 'name' && type === 'PER'
}

function isOne(a: string, b: string): boolean {
  const [one, other] = [a.toLowerCase(), b.toLowerCase()]
  return one.endsWith(other) || other.endsWith(one)
}
