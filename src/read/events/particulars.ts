import type { TimeExpression } from '../../model/reading.ts'
import type { Range } from '../../model/span.ts'
import type { Clause } from './clauses.ts'
import { phrasesAt, phraseTable } from './phrases.ts'

/** What a clause says of a plan beyond who, when and where; a part that it does not give is absent. */
export type Particulars = {
  readonly level?: Range & { readonly value: string }
  readonly agenda?: Range
  /** An index into the times of the article. */
  readonly deadline?: number
  readonly mediators?: readonly Range[]
}

type Timed = { readonly index: number; readonly time: TimeExpression }

/** Level, agenda, deadline and mediators of the event at one word of a clause, by `event-particulars.tsv`. */
export function particularsIn(clause: Clause, trigger: number, times: readonly Timed[]): Particulars {
  const level = levelIn(clause)
  const agenda = agendaIn(clause, trigger, times)
  const deadline = deadlineIn(clause, times)
  const mediators = mediatorsIn(clause)
  return {
    ...(level === undefined ? {} : { level }),
    ...(agenda === undefined ? {} : { agenda }),
    ...(deadline === undefined ? {} : { deadline }),
    ...(mediators.length === 0 ? {} : { mediators }),
  }
}

type Cue = { readonly at: number; readonly length: number; readonly value: string }

function cuesOf(clause: Clause, kind: string): Cue[] {
  return clause.forms.flatMap((_, at) =>
    phrasesAt(phraseTable('event-particulars'), clause.forms, at)
      .filter(({ row }) => row.kind === kind)
      .slice(0, 1)
      .map(({ row, length }) => ({ at, length, value: row.value ?? '' })),
  )
}

function levelIn(clause: Clause): Particulars['level'] {
  const cues = cuesOf(clause, 'level')
  const longest = cues.reduce<Cue | undefined>(
    (best, cue) => (best === undefined || cue.length > best.length ? cue : best),
    undefined,
  )
  const range = longest === undefined ? undefined : rangeOf(clause, longest.at, longest.at + longest.length)
  return range === undefined || longest === undefined ? undefined : { ...range, value: longest.value }
}

// "talks on Friday about the crew", "a meeting on the border": what follows the word for what is spoken about.
function agendaIn(clause: Clause, trigger: number, times: readonly Timed[]): Range | undefined {
  for (const { at, length, value } of cuesOf(clause, 'agenda')) {
    const from = at + length
    if (at <= trigger || isTime(clause, from, times)) continue
    if (value === 'beside' && (at > trigger + 1 || clause.tokens[trigger]?.upos === 'VERB')) continue
    const end = endOfMatter(clause, from, times)
    if (end > from) return rangeOf(clause, from, end)
  }
  return undefined
}

function endOfMatter(clause: Clause, from: number, times: readonly Timed[]): number {
  let end = from
  while (end < clause.forms.length) {
    const form = clause.forms[end] ?? ''
    if (matterEnds.test(form) || isTime(clause, end, times)) break
    if (end > from && /^(?:VERB|AUX)$/.test(clause.tokens[end]?.upos ?? '') && !/ing$/.test(form)) break
    end++
  }
  while (end > from && /^(?:on|in|at|and|,|or)$/.test(clause.forms[end - 1] ?? '')) end--
  return end
}

const matterEnds =
  /^(?:in|at|before|after|with|between|when|where|who|which|that|by|through|from|as|for|while|but|if|[.;:()“”"–—])$/

function deadlineIn(clause: Clause, times: readonly Timed[]): number | undefined {
  for (const { at, length } of cuesOf(clause, 'deadline')) {
    const next = clause.tokens[at + length]
    const time = times.find(
      ({ time: each }) => next !== undefined && each.start <= next.start && next.end <= each.end,
    )
    if (time?.time.interval !== undefined && time.time.direction !== 'past') return time.index
  }
  return undefined
}

function mediatorsIn(clause: Clause): Range[] {
  const by = cuesOf(clause, 'mediated-by').flatMap(({ at, length }) => phraseFrom(clause, at + length) ?? [])
  const through = cuesOf(clause, 'through').flatMap(({ at, length }) => {
    const phrase = phraseFrom(clause, at + length)
    return phrase !== undefined && roles.test(wordsOf(clause, phrase)) ? [phrase] : []
  })
  const doing = cuesOf(clause, 'mediates').flatMap(({ at }) => phraseBefore(clause, at) ?? [])
  return [...(by.length > 0 ? by : doing), ...through]
}

const roles =
  /\b(?:diplomats?|officials?|mediators?|envoys?|ministers?|intermediar(?:y|ies)|ministry|government|king|emir|president|embassy|ambassadors?|go-betweens?)$/

function phraseFrom(clause: Clause, from: number): Range | undefined {
  let end = from
  while (end < clause.forms.length && !stops(clause, end)) end++
  return named(clause, from, end)
}

// "Foreign Minister Leila Anshar will act as mediator": the words before its auxiliaries.
function phraseBefore(clause: Clause, at: number): Range | undefined {
  let end = at
  while (
    end > 0 &&
    /^(?:will|would|is|are|was|were|has|have|had|to|be|been|due|expected|who|which|also|,)$/.test(
      clause.forms[end - 1] ?? '',
    )
  )
    end--
  let from = end
  while (from > 0 && !stops(clause, from - 1)) from--
  return named(clause, from, end)
}

function stops(clause: Clause, at: number): boolean {
  const form = clause.forms[at] ?? ''
  return (
    /^(?:in|at|on|for|with|to|by|from|after|before|when|while|between|[,.;:()“”"–—])$/.test(form) ||
    /^(?:VERB|AUX|SCONJ)$/.test(clause.tokens[at]?.upos ?? '')
  )
}

// Somebody with a name or a country: "mediators" alone names nobody.
function named(clause: Clause, from: number, end: number): Range | undefined {
  const start = /^(?:the|a|an|and)$/.test(clause.forms[from] ?? '') ? from + 1 : from
  const isNamed = clause.tokens
    .slice(start, end)
    .some((token) => token.upos === 'PROPN' || token.upos === 'ADJ')
  const last = clause.tokens[end - 1]
  const isWhole = last?.upos === 'NOUN' || last?.upos === 'PROPN'
  return isNamed && isWhole ? rangeOf(clause, start, end) : undefined
}

function isTime(clause: Clause, at: number, times: readonly Timed[]): boolean {
  const token = clause.tokens[at]
  return token !== undefined && times.some(({ time }) => time.start <= token.start && token.end <= time.end)
}

function rangeOf(clause: Clause, from: number, end: number): Range | undefined {
  const [first, last] = [clause.tokens[from], clause.tokens[end - 1]]
  return first === undefined || last === undefined || end <= from
    ? undefined
    : { start: first.start, end: last.end }
}

/** The clause beside one that it hangs on, from its "if" on: "drivers will walk out on Monday unless the offer improves". */
export function conditionOf(clause: Clause, beside: readonly (Clause | undefined)[]): Range | undefined {
  for (const other of beside) {
    if (other?.joined === undefined || other.sentence !== clause.sentence || !conditions.test(other.joined))
      continue
    const joiner = clause.sentence.tokens.findLast(
      (token) => token.end <= other.start && token.end - token.start === other.joined?.length,
    )
    return { start: joiner?.start ?? other.start, end: other.end }
  }
  return undefined
}

const conditions = /^(?:if|unless|once)$/

function wordsOf(clause: Clause, range: Range): string {
  return clause.forms
    .filter(
      (_, i) =>
        (clause.tokens[i]?.start ?? -1) >= range.start && (clause.tokens[i]?.end ?? Infinity) <= range.end,
    )
    .join(' ')
}
