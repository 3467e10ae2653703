import type { EventStatus, TimeExpression } from '../../model/reading.ts'
import { table } from '../../text/table.ts'
import type { Clause } from './clauses.ts'
import { phrasesAt, phraseTable } from './phrases.ts'

/** How an event stands by the words of its clause, and the rules that say so. */
export type Standing = {
  readonly status: EventStatus
  readonly rules: readonly string[]
  readonly cue?: number
}

/** The status of what a clause says at one of its words. */
export function standingOf(clause: Clause, trigger: number, times: readonly TimeExpression[]): Standing {
  const { forms } = clause
  if (isConditional(clause, trigger))
    return {
      status: 'conditional',
      rules: [
        'EV-CONDITION',
        ...(forms.some((form) => form === 'may' || form === 'might' || form === 'could') ? ['EV-MAY'] : []),
      ],
    }
  if (
    clause.isReported &&
    forms.slice(Math.max(0, trigger - 3), trigger).some((form) => form === 'must' || form === 'should')
  )
    return { status: 'unknown', rules: ['EV-DEMANDED'] }
  if (/\b(?:not|n't|never) (?:yet )?(?:rule|ruled|ruling) out\b/.test(forms.slice(0, trigger).join(' ')))
    return { status: 'conditional', rules: ['EV-NOT-RULED-OUT'] }
  if (isHanging(forms, trigger)) return { status: 'conditional', rules: ['EV-WOULD'] }
  if (/\b(?:untrue|not true|false|a lie|incorrect) that\b/.test(before(clause, trigger)))
    return { status: 'denied', rules: ['EV-UNTRUE'] }
  const cue = strongestCue(clause)
  const negated = negation(forms, trigger)
  if (negated !== undefined && cue?.status !== 'cancelled' && cue?.status !== 'not-held') {
    if (negated === 'past' && /\b(?:took place|was held|were held)\b/.test(forms.slice(trigger).join(' ')))
      return { status: 'not-held', rules: ['EV-NEGATED'] }
    if (negated === 'past') return { status: 'denied', rules: ['EV-NEGATED'] }
    return { status: 'denied', rules: ['EV-NEGATED-AHEAD'] }
  }
  if (isRecalled(forms, Math.max(trigger, cue?.at ?? 0))) return { status: 'unknown', rules: ['EV-RECALLED'] }
  if (isSought(forms, trigger) || isWished(forms)) return { status: 'planned', rules: ['EV-CHANGE-SOUGHT'] }
  if (
    cue?.status === 'resumed' &&
    times.some((time) => time.direction === 'past') &&
    forms[cue.at] === 'resumed'
  )
    return { status: 'happened', rules: [cue.rule] }
  if (cue !== undefined && cue.strength >= 5 && cue.status !== 'held')
    return { status: cue.status, rules: [cue.rule], cue: cue.at }
  const view = viewOf(clause, trigger, times)
  if (view === 'future' && /^(?:re)?(?:confirm|affirm)/.test(clause.said ?? ''))
    return { status: 'confirmed', rules: ['EST-confirm'] }
  if (view === 'future' && cue?.status === 'confirmed') return { status: 'confirmed', rules: [cue.rule] }
  if (view === 'future') return { status: 'planned', rules: ['EV-AHEAD'] }
  if (view === 'past') return { status: 'happened', rules: ['EV-OVER'] }
  if (cue?.status === 'held') return { status: 'happened', rules: [cue.rule] }
  return { status: 'unknown', rules: ['EV-OPEN'] }
}

// "would have agreed", "without a deal they would walk out", "will withdraw only (if …)".
function isHanging(forms: readonly string[], trigger: number): boolean {
  const near = forms.slice(Math.max(0, trigger - 4), trigger)
  const would = near.lastIndexOf('would')
  if (would >= 0 && (near[would + 1] === 'have' || forms[0] === 'without')) return true
  return forms.at(-1) === 'only' && near.some((form) => form === 'will' || form === 'would')
}

// The words of the sentence up to the event, whatever clause they are in.
function before({ sentence, tokens, forms }: Clause, trigger: number): string {
  const at = tokens[trigger]?.start ?? 0
  const first = tokens[0]?.start ?? 0
  const earlier = sentence.tokens.filter((token) => token.start < first).map((token) => token.lemma ?? '')
  return [...earlier.slice(-6), ...forms.filter((_, i) => (tokens[i]?.start ?? 0) < at)].join(' ')
}

type Cue = {
  readonly status: EventStatus | 'held'
  readonly strength: number
  readonly rule: string
  readonly at: number
}

function strongestCue(clause: Clause): Cue | undefined {
  const statuses = phraseTable('event-statuses')
  let best: Cue | undefined
  for (let i = 0; i < clause.forms.length; i++) {
    for (const { row } of phrasesAt(statuses, clause.forms, i)) {
      const strength = Number(row.strength)
      const status = statusNamed(row.status ?? '')
      if (status === undefined || (best !== undefined && best.strength >= strength)) continue
      best = { status, strength, rule: row.id ?? '', at: i }
    }
  }
  return best
}

const statuses: readonly (EventStatus | 'held')[] = [
  'planned',
  'confirmed',
  'cancelled',
  'postponed',
  'moved',
  'resumed',
  'not-held',
  'refused',
  'held',
]

function statusNamed(name: string): EventStatus | 'held' | undefined {
  return statuses.find((status) => status === name)
}

function isConditional(clause: Clause, trigger: number): boolean {
  if (clause.joined === 'if' || clause.joined === 'unless') return true
  const { forms } = clause
  if (forms[0] === 'provided' || forms.slice(0, 3).join(' ') === 'as long as') return true
  // "Unless the offer improves, drivers will walk out": planned, with a way out.
  if (forms[0] === 'unless' && forms.slice(0, trigger).includes(',')) return false
  if (/^(?:if|unless|were|had|should)$/.test(forms[0] ?? '')) return true
  const before = forms.slice(0, trigger + 1)
  if (before.includes('if') || before.includes('unless') || before.includes('whether')) return true
  const modal = forms
    .slice(Math.max(0, trigger - 4), trigger + 4)
    .some((form, i, near) => /^(?:could|might|may)$/.test(form) && !isMonth(form, near[i - 1]))
  return modal || (forms.includes('would') && forms.some((form) => form === 'if' || form === 'unless'))
}

// "before May", "in May", "on 12 May".
function isMonth(form: string, before: string | undefined): boolean {
  return (
    form === 'may' &&
    /^(?:\d{1,2}|before|in|until|by|since|of|for|this|next|last|late|early)$/.test(before ?? '')
  )
}

// "will not attend", "never met", "no meeting": the words close before the event.
function negation(forms: readonly string[], trigger: number): 'past' | 'future' | undefined {
  const clause = forms.slice(0, trigger)
  const modal = clause.findIndex((form) => /^(?:will|would|shall|wo)$/.test(form))
  if (modal >= 0 && /^(?:not|n't|never)$/.test(clause[modal + 1] ?? '') && clause[modal + 2] !== 'only')
    return 'future'
  const near = forms.slice(Math.max(0, trigger - 5), trigger)
  const at = near.findLastIndex((form) => /^(?:not|n't|never|no|neither|without)$/.test(form))
  if (at < 0 || near.slice(at).includes(',') || near[at + 1] === 'only') return undefined
  const ahead = near.some((form, i) => i !== at && /^(?:will|wo|would|shall|to|'ll)$/.test(form))
  return ahead ? 'future' : 'past'
}

// "had been arranged", "had first been set": an earlier state told over again.
function isRecalled(forms: readonly string[], trigger: number): boolean {
  // "were first set for Friday", "were to have met".
  if (/\b(?:was|were) (?:first|originally|initially|to have) (?:been )?\p{Ll}+/u.test(forms.join(' ')))
    return true
  const at = forms.findIndex((form) => form === 'had' || form === "'d")
  if (at < 0 || at > trigger + 4) return false
  return forms.slice(at + 1, at + 4).some((form) => /(?:ed|en|been|met|held|set|put|made|told)$/.test(form))
}

// "is seeking to change the timing of the talks", "wants the meeting moved": not changed yet.
function isSought(forms: readonly string[], trigger: number): boolean {
  const wish = forms.findIndex((form) =>
    /^(?:seek|seeks|seeking|sought|wants|want|wanted|demands|demanded|proposes|proposed|asked|asks|hopes|tries|trying|pushing)$/.test(
      form,
    ),
  )
  if (wish < 0 || wish > trigger + 1) return false
  return (
    forms
      .slice(wish + 1)
      .some((form) =>
        /^(?:change|move|moved|shift|postpone|postponed|delay|delayed|alter|reschedule|cancel|cancelled|relocate|switch)$/.test(
          form,
        ),
      ) ||
    (forms.includes('taken') && forms.includes('out'))
  )
}

// "(asks that) the meeting be postponed": a bare "be" is a wish.
function isWished(forms: readonly string[]): boolean {
  const at = forms.indexOf('be')
  if (
    at < 1 ||
    (!/^(?:postponed|moved|delayed|cancelled|changed|rescheduled|shifted)$/.test(
      forms[at + 1]?.replace(/^['"‘“]/, '') ?? '',
    ) &&
      !/^['"‘“]$/.test(forms[at + 1] ?? ''))
  )
    return false
  return !forms
    .slice(0, at)
    .some((form) => /^(?:will|would|shall|should|must|may|might|can|could|cannot|to|'ll|not)$/.test(form))
}

/** Whether the clause looks ahead or back at a word: by its auxiliaries, its verbs and the days it names. */
export function viewOf(
  clause: Clause,
  trigger: number,
  times: readonly TimeExpression[],
): 'past' | 'future' | undefined {
  const { forms } = clause
  const words = directions()
  let past = false
  for (let i = 0; i < forms.length; i++) {
    const form = forms[i] ?? ''
    const said = words.get(form)
    if (
      said === 'modal' ||
      (form === 'to' &&
        i > 0 &&
        /^(?:is|are|due|set|scheduled|expected|planned|plans|plan|agreed|wants|want|intends|intend|hopes|going|about|was|were|ready|willing|prepared|committed)$/.test(
          forms[i - 1] ?? '',
        ))
    )
      return 'future'
    if (
      /^(?:due|scheduled|planned|slated|upcoming|forthcoming|expected)$/.test(form) &&
      ((i < trigger && i >= trigger - 2) ||
        /^(?:is|are|was|were|be|been|now|still)$/.test(forms[i - 1] ?? ''))
    )
      return 'future'
    if (/^(?:expects?|expecting|awaits?|upcoming|forthcoming)$/.test(form) && i < trigger) return 'future'
    if (said === 'past' && !/^(?:has|had|have)$/.test(form)) past = true
    if (/^[a-z]{2,}ed$/.test(form) && i !== trigger + 1) past = true
  }
  const isAhead = times.some((time) => time.direction === 'future')
  // "announced a visit next week": the day is the visit's.
  if (
    isAhead &&
    forms
      .slice(0, trigger)
      .some((form) =>
        /^(?:announced?|announces|scheduled?|schedules|proposed?|proposes|promised?|promises)$/.test(form),
      )
  )
    return 'future'
  const isBack = times.some((time) => time.direction === 'present' || time.direction === 'past')
  if (isAhead && !past) return 'future'
  if (past) return 'past'
  return isBack ? 'past' : undefined
}

let known: ReadonlyMap<string, string> | undefined

function directions(): ReadonlyMap<string, string> {
  known ??= new Map(table('time-direction').map((row) => [row.word ?? '', row.direction ?? '']))
  return known
}
