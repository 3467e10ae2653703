import { childId } from '../../model/id.ts'
import type { Sentence, Token } from '../../model/language.ts'
import type { Attribution, EventMention, Mention, Participant, TimeExpression } from '../../model/reading.ts'
import { overlaps, type Range } from '../../model/span.ts'
import { table } from '../../text/table.ts'
import { type Links, noLinks } from '../chains/links.ts'
import type { ReadContext } from '../context.ts'
import { sidesOf } from './actors/sides.ts'
import { type Clause, clausesOf } from './clauses.ts'
import { embeddingOf } from './embedding.ts'
import { type NameFinder, nameFinder } from './names.ts'
import { conditionOf, particularsIn } from './particulars.ts'
import { phrasesAt, phraseTable } from './phrases.ts'
import { type Segment, segmentsOf } from './segments.ts'
import { formatIn, participantsIn, placesIn, timesIn } from './slots.ts'
import { standingByModel } from './standing-model.ts'
import { type Standing, standingOf } from './status.ts'
import { typeInContext } from './type.ts'

/** What earlier finders of the read stage found in the same article. */
export type FoundBefore = {
  readonly times: readonly TimeExpression[]
  readonly mentions: readonly Mention[]
  readonly attributions: readonly Attribution[]
  readonly links?: Links
}

/** Events of an article in text order: type, status, participants, times and places. */
export function findEvents(context: ReadContext, found: FoundBefore): EventMention[] {
  const namesOf = nameFinder(context)
  const timesOf = timesByClause(found.times)
  const vouch = voucher(found.attributions)
  const clauses = clausesOf(context)
  return clauses.flatMap((clause, i) => {
    const condition = conditionOf(clause, [clauses[i - 1], clauses[i + 1]])
    const times = timesOf(clause)
    const triggers = triggersIn(clause, times)
    const segments = segmentsOf(
      clause,
      triggers.map((trigger) => trigger.at),
      times.map(({ time }) => time),
    )
    return triggers.map((trigger) => {
      const segment = segments.findLast((each) => each.from <= trigger.at) ?? { clause, from: 0 }
      return eventOf(context, {
        clause,
        segment,
        trigger,
        others: triggers,
        times,
        namesOf,
        vouchedBy: vouch(clause),
        condition,
        links: found.links ?? noLinks,
      })
    })
  })
}

/** The word of an event in its clause. A clause that only names a day has its verb as its event, without a type. */
export type Trigger = {
  readonly at: number
  readonly length: number
  readonly type?: string
  readonly pos: string
  readonly rule: string
}

type Timed = { readonly index: number; readonly time: TimeExpression }

function triggersIn(clause: Clause, times: readonly Timed[]): Trigger[] {
  const frames = phraseTable('event-frames')
  const triggers: Trigger[] = []
  for (let i = 0; i < clause.forms.length; i++) {
    const token = clause.tokens[i]
    if (times.some(({ time }) => token !== undefined && token.start < time.end && time.start < token.end))
      continue
    const hits = phrasesAt(frames, clause.forms, i)
    const hit = hits.find(({ row, length }) => fits(clause, { at: i, length }, row.pos ?? ''))
    if (hit === undefined) continue
    const type = typeInContext(hit.row.type ?? '', clause, i)
    if (type !== undefined)
      triggers.push({ at: i, length: hit.length, type, pos: hit.row.pos ?? '', rule: hit.row.id ?? '' })
    i += hit.length - 1
  }
  if (triggers.length > 0 || !times.some(({ time }) => time.interval !== undefined)) return triggers
  const verb = clause.tokens.findIndex((token, i) =>
    token.upos === undefined ? looksVerb(clause.forms[i] ?? '') : token.upos === 'VERB',
  )
  const rule = verb < 0 ? 'EV-NO-VERB' : 'EV-DATED'
  return [{ at: Math.max(0, verb), length: 1, pos: 'verb', rule }]
}

function looksVerb(form: string): boolean {
  return /^[a-z]{3,}(?:ed|s)$/.test(form) || /^(?:will|would|shall|is|are|was|were|had|has)$/.test(form)
}

// "the talks" is no verb, "to strike" no noun.
function fits(clause: Clause, word: { at: number; length: number }, pos: string): boolean {
  const { at, length } = word
  const before = clause.forms[at - 1] ?? ''
  const upos = clause.tokens[at]?.upos
  const isAhead = pos === 'verb' && /^(?:will|would|shall|to)$/.test(before)
  const isHeld = pos === 'noun' && /^(?:hold|holds|held|holding|'s)$/.test(before)
  if (
    upos !== undefined &&
    !isHeld &&
    !isAhead &&
    length === 1 &&
    !(pos === 'noun' ? /^(?:NOUN|PROPN|ADP|ADJ)$/ : /^(?:VERB|AUX)$/).test(upos)
  )
    return false
  if (pos === 'noun') return !/^(?:to|will|would|shall|must|should|cannot|not|could|may|might)$/.test(before)
  return !/^(?:the|a|an|this|that|these|those|his|her|its|their|our|my|'s|of|by|on|in|for|from|with|no|any|new|joint|military|nuclear|direct|indirect|first|second|third)$/.test(
    before,
  )
}

// "She will meet the minister": whom the pronoun right before the event takes up.
function meantBy(part: Clause, at: number, links: Links): Pick<EventMention, 'meant'> {
  const first = part.forms.findIndex((form, i) => i < at && /^(?:he|she)$/.test(form))
  const token = part.tokens[first]
  if (token === undefined || first > 2) return {}
  const name = links.nameBefore(token.start)
  return name?.type !== 'PER'
    ? {}
    : { meant: { start: token.start, end: token.end, name: { start: name.head.start, end: name.head.end } } }
}

type Given = {
  readonly clause: Clause
  readonly segment: Segment
  readonly trigger: Trigger
  readonly others: readonly Trigger[]
  readonly times: readonly Timed[]
  readonly namesOf: NameFinder
  readonly vouchedBy: string | undefined
  readonly condition: Range | undefined
  readonly links: Links
}

function eventOf(context: ReadContext, given: Given): EventMention {
  const { clause, segment, trigger, namesOf } = given
  const part = segment.clause
  const at = trigger.at - segment.from
  const times = given.times.filter(({ time }) => time.start >= part.start && time.end <= part.end)
  // "at 18:00 GMT" names nobody.
  const namesIn = (within: Clause) =>
    namesOf(within).filter((name) => !given.times.some(({ time }) => overlaps(time, name)))
  const names = namesIn(part)
  const kind = trigger.type === 'visit' && trigger.pos === 'verb' ? 'visit' : trigger.type
  const places = placesIn(part, names, { at: at + trigger.length - 1, kind })
  const subjects =
    segment.from === 0
      ? []
      : participantsIn(clause, namesIn(clause), { at: given.others[0]?.at ?? 0, places: [] })
  const named = [
    ...subjects.filter((each) => each.role === 'actor'),
    ...participantsIn(part, names, { at, places }),
  ]
  const isPlan = trigger.type === undefined || eventType(trigger.type)?.plan === 'yes'
  const word0 = clause.tokens[trigger.at]
  const byClause = embedded(
    standingOf(
      clause,
      trigger.at,
      times.map(({ time }) => time),
    ),
    clause.sentence,
    word0,
  )
  const standing = isPlan ? scoped(byClause, trigger, given.others) : weighed(byClause, given)
  const sides =
    word0 === undefined || trigger.type === undefined
      ? undefined
      : sidesOf(context.article.text, clause.sentence, {
          trigger: word0,
          type: trigger.type,
          rules: standing.rules,
        })
  const { agenda, ...others } = isPlan ? particularsIn(part, at + trigger.length - 1, times) : {}
  // "talks on Pell Island" are not about it.
  const isPlace = agenda !== undefined && places.some((place) => overlaps(place, agenda))
  const particulars = agenda === undefined || isPlace ? others : { ...others, agenda }
  const guests = named.filter(
    (person) => !particulars.mediators?.some((each) => each.start < person.end && person.start < each.end),
  )
  const participants = isPlan || sides === undefined ? guests : participantsOf(sides, named)
  const format = formatIn(part)
  const [first, last] = [clause.tokens[trigger.at], clause.tokens[trigger.at + trigger.length - 1]]
  const word = { start: first?.start ?? clause.start, end: last?.end ?? clause.end }
  const placed = times.filter(({ time }) => time.type === 'DATE' || time.type === 'TIME')
  return {
    id: childId('e', context.article.id, word),
    ...(trigger.type === undefined ? { reason: 'no-rule-applies' as const } : { type: trigger.type }),
    status: standing.status,
    trigger: word,
    range: { start: part.start, end: part.end },
    participants,
    ...(sides === undefined ? {} : { sides }),
    times: placed.map(({ index }) => index),
    places,
    ...(format === undefined ? {} : { format }),
    ...particulars,
    ...(isPlan && given.condition !== undefined ? { condition: given.condition } : {}),
    ...meantBy(part, at, given.links),
    ...(given.vouchedBy === undefined ? {} : { vouchedBy: given.vouchedBy }),
    rules: [trigger.rule, ...standing.rules],
  }
}

// "denied that troops had attacked": what governs the clause says that it did not happen, or lies ahead.
function embedded(standing: Standing, sentence: Sentence, token: Token | undefined): Standing {
  if (token === undefined || !/^(?:happened|unknown|planned)$/.test(standing.status)) return standing
  if (/^(?:EV-DEMANDED|EV-CHANGE-SOUGHT)$/.test(standing.rules[0] ?? '')) return standing
  const status = embeddingOf(sentence, token)
  // "denied that troops had attacked" tells of no earlier attack.
  if (standing.rules[0] === 'EV-RECALLED' && status !== 'denied') return standing
  if (status === undefined || status === standing.status) return standing
  return { status, rules: ['EV-EMBEDDED', ...standing.rules] }
}

// Where the clause only tells before from after, the model of the tree has the word.
function weighed(standing: Standing, given: Given): Standing {
  const { clause, trigger } = given
  if (
    !/^(?:planned|happened|unknown)$/.test(standing.status) ||
    /^EV-(?:DEMANDED|EMBEDDED)$/.test(standing.rules[0] ?? '')
  )
    return standing
  const token = clause.tokens[trigger.at]
  const at = token === undefined ? -1 : clause.sentence.tokens.indexOf(token)
  const times = given.times.map(({ time }) => time)
  const status = standingByModel(clause.sentence, at, { times, status: standing.status })
  return status === undefined || status === standing.status || status === 'unknown'
    ? standing
    : { status, rules: ['EV-MODEL', ...standing.rules.filter((rule) => rule !== 'EV-AHEAD')] }
}

function participantsOf(
  sides: NonNullable<EventMention['sides']>,
  named: readonly Participant[],
): readonly Participant[] {
  const coded = [
    ...sides.actors.map(({ start, end }) => ({ start, end, role: 'actor' as const })),
    ...sides.recipients.map(({ start, end }) => ({ start, end, role: 'recipient' as const })),
  ]
  return coded.length > 0 ? coded : named
}

// "A walk arranged for the morning of the vote was called off": the change is the dinner's.
function scoped(standing: Standing, trigger: Trigger, others: readonly Trigger[]): Standing {
  const { cue } = standing
  if (cue === undefined) return standing
  const plans = others.filter(
    (other) =>
      eventType(other.type ?? '')?.plan === 'yes' && !(other.at <= cue && cue < other.at + other.length),
  )
  if (plans.length === 0 || (plans.length === 1 && plans[0]?.at === trigger.at)) return standing
  const subject = plans.find((other) => other.at < cue) ?? plans.find((other) => other.at >= cue)
  return subject === undefined || subject.at === trigger.at
    ? standing
    : { status: 'unknown', rules: ['EV-OTHER-CHANGED'] }
}

/** Times of a clause by its place; clauses are asked in text order and never twice for the same times. */
function timesByClause(times: readonly TimeExpression[]): (clause: Clause) => Timed[] {
  let from = 0
  return (clause) => {
    while (from < times.length && (times[from]?.end ?? 0) <= clause.start) from++
    const near = times.slice(from, from + 24)
    return timesIn(clause, near).map(({ index, time }) => ({ index: index + from, time }))
  }
}

/** The innermost attribution whose content holds a clause. */
function voucher(attributions: readonly Attribution[]): (clause: Clause) => string | undefined {
  const contents = attributions
    .flatMap(({ id, content }) => content.map((range) => ({ id, range })))
    .sort((a, b) => a.range.start - b.range.start)
  let from = 0
  return (clause) => {
    while (from < contents.length && (contents[from]?.range.end ?? 0) <= clause.start) from++
    let best: { id: string; length: number } | undefined
    for (let i = from; i < contents.length && i < from + 24; i++) {
      const content = contents[i]
      if (content === undefined || content.range.start > clause.end) break
      const shared = Math.min(content.range.end, clause.end) - Math.max(content.range.start, clause.start)
      const length = content.range.end - content.range.start
      if (shared * 2 > clause.end - clause.start && (best === undefined || length < best.length))
        best = { id: content.id, length }
    }
    return best?.id
  }
}

/** The row of `event-types.tsv` for a type: whether it may be planned, and its codes on export. */
export function eventType(type: string): Readonly<Record<string, string>> | undefined {
  types ??= new Map(table('event-types').map((row) => [row.id ?? '', row]))
  return types.get(type)
}

let types: Map<string, Readonly<Record<string, string>>> | undefined
