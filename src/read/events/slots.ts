import type { Participant, TimeExpression } from '../../model/reading.ts'
import type { Range } from '../../model/span.ts'
import type { Clause } from './clauses.ts'
import { type ClauseName, placeKinds } from './names.ts'
import { phrasesAt, phraseTable } from './phrases.ts'

/** The form of a meeting that a clause gives: "indirect", "by video link". The last one given counts. */
export function formatIn(clause: Clause): (Range & { value: string }) | undefined {
  const formats = phraseTable('event-formats')
  let found: (Range & { value: string }) | undefined
  for (let i = 0; i < clause.forms.length; i++) {
    const hit = phrasesAt(formats, clause.forms, i)[0]
    const [first, last] = [clause.tokens[i], clause.tokens[i + (hit?.length ?? 1) - 1]]
    if (hit === undefined || first === undefined || last === undefined) continue
    found = { start: first.start, end: last.end, value: hit.row.value ?? '' }
  }
  return found
}

const placeWords = /^(?:in|at|to|near|outside|inside|aboard|from)$/

/** The places that a clause names after "in", "at" or "to", and right after the verb of a visit. */
export function placesIn(
  clause: Clause,
  names: readonly ClauseName[],
  trigger: { readonly at: number; readonly kind: string | undefined },
): Range[] {
  const places: Range[] = []
  for (const name of names) {
    if (name.isPossessive) continue
    const isObject =
      trigger.kind === 'visit' &&
      name.first > trigger.at &&
      name.first <= trigger.at + 2 &&
      !placeWords.test(name.after) &&
      name.after !== 'by' &&
      name.after !== 'with'
    if (
      !isObject &&
      !isOnGround(clause, name) &&
      (!placeWords.test(name.after) || (name.after === 'from' && trigger.kind !== 'launch'))
    )
      continue
    if (clause.forms[name.first - 2] === 'not' || clause.forms[name.first - 3] === 'not') continue
    const before = places.at(-1)
    const at = startOfPlace(clause, name)
    const end = endOfPlace(clause, name)
    if (before !== undefined && isPart(clause, before, at))
      places[places.length - 1] = { start: before.start, end }
    else places.push({ start: at, end })
  }
  return [...places, ...commonPlaces(clause, trigger.kind, places)].sort((a, b) => a.start - b.start)
}

// "on Pell Island", "on Harbour Street".
function isOnGround(clause: Clause, name: ClauseName): boolean {
  const last = `${clause.forms[name.last] ?? ''} ${clause.forms[name.last + 1] ?? ''}`
  return (
    name.after === 'on' &&
    /\b(?:island|islands|isle|isles|peninsula|heights|street|square|plateau)\b/.test(last)
  )
}

// "the Teyle bridge", "the Halden palace".
function endOfPlace(clause: Clause, name: ClauseName): number {
  const next = clause.forms[name.last + 1] ?? ''
  const isBuilding =
    /^(?:bridge|palace|court|hall|house|airport|hotel|border|crossing|base|embassy|parliament|island|stadium|square|port|harbour|monastery|castle|centre|center)$/.test(
      next,
    )
  return isBuilding ? (clause.tokens[name.last + 1]?.end ?? name.end) : name.end
}

// "the town hall at Korrin", "a customs house at Pell": from the word after the preposition before.
function startOfPlace(clause: Clause, name: ClauseName): number {
  for (let i = name.first - 2; i >= Math.max(0, name.first - 7); i--) {
    const form = clause.forms[i] ?? ''
    if (/^[,.;:]$/.test(form)) break
    if ((form === 'in' || form === 'at') && i < name.first - 2) {
      const next = clause.forms[i + 1] ?? ''
      if (
        placeKinds.test(clause.forms[name.first - 2] ?? '') ||
        placeKinds.test(clause.forms[name.first - 1] ?? '')
      )
        return name.start
      if (/^(?:the|a|an)$/.test(next) && !namesEvent(clause, i + 2, name.first - 2))
        return clause.tokens[i + 2]?.start ?? name.start
    }
  }
  return name.start
}

function namesEvent(clause: Clause, from: number, to: number): boolean {
  for (let i = from; i <= to; i++)
    if (phrasesAt(phraseTable('event-frames'), clause.forms, i).length > 0) return true
  return false
}

function isPart(clause: Clause, before: Range, start: number): boolean {
  const between = clause.tokens.filter((token) => token.start >= before.end && token.end <= start).length
  return between <= 2
}

// "in parliament", "at the labour ministry", "in the prison chapel": places that have no name of their own.
function commonPlaces(clause: Clause, kind: string | undefined, named: readonly Range[]): Range[] {
  const found: Range[] = []
  for (let i = 0; i < clause.forms.length; i++) {
    const form = clause.forms[i] ?? ''
    const token = clause.tokens[i]
    if (token === undefined) continue
    if (form === 'parliament' || form === 'court' || form === 'bridge') {
      const before = clause.forms[i - 1] === 'the' ? clause.forms[i - 2] : clause.forms[i - 1]
      if (/^(?:in|at|on|before)$/.test(before ?? '') || (kind === 'vote' && form === 'parliament'))
        found.push({ start: token.start, end: token.end })
      continue
    }
    // "in the north": a part of a country, told before a town is.
    if (directions.test(form) && clause.forms[i - 1] === 'the' && clause.forms[i - 2] === 'in') {
      if (clause.forms[i + 1] !== 'of' && clause.tokens[i + 1]?.upos !== 'NOUN')
        found.push({ start: token.start, end: token.end })
      continue
    }
    // "The airport hotel": the last of them.
    const isLast = !buildings.test(clause.forms[i + 1] ?? '')
    const start = isLast && buildings.test(form) ? startOfBuilding(clause, i) : undefined
    const range = { start: start ?? token.start, end: token.end }
    if (start !== undefined && !named.some((place) => place.start < range.end && range.start < place.end))
      found.push(range)
  }
  return found
}

const directions = /^(?:north|south|east|west)(?:-?(?:east|west))?$/

const buildings =
  /^(?:airport|barracks|base|cathedral|chapel|church|courthouse|embassy|hall|headquarters|hotel|monastery|ministry|mosque|museum|palace|residence|stadium|studio|theatre|villa)$/

// "in the prison | chapel", "at a hotel": behind the article, which stands right behind "in" or "at".
function startOfBuilding({ forms, tokens }: Clause, at: number): number | undefined {
  for (let i = at - 1; i >= Math.max(1, at - 3); i--) {
    if (/^(?:the|an?|its|his|her|their)$/.test(forms[i] ?? ''))
      return /^(?:in|at|inside|outside)$/.test(forms[i - 1] ?? '') &&
        !/^(?:of|in|at)$/.test(forms[at + 1] ?? '')
        ? tokens[i + 1]?.start
        : undefined
    if (!/^(?:NOUN|ADJ|PROPN)$/.test(tokens[i]?.upos ?? '')) return undefined
  }
  return undefined
}

/** Who takes part: names before the word of the event, and those joined by "with", "between", "and" after it. */
export function participantsIn(
  clause: Clause,
  names: readonly ClauseName[],
  trigger: { readonly at: number; readonly places: readonly Range[] },
): Participant[] {
  const found: Participant[] = []
  for (const name of names) {
    const isPlace = trigger.places.some((place) => place.start < name.end && name.start < place.end)
    if (isOnGround(clause, name)) continue
    const isFrom = name.after === 'from' && name.first < trigger.at
    if (isPlace || (placeWords.test(name.after) && !isFrom)) continue
    if (name.isPossessive && name.first === name.last && !name.isPerson) continue
    if (name.after === 'of' && clause.forms[trigger.at + 1] !== 'of' && !isOfGuests(clause, name)) continue
    if (name.first < trigger.at && isApart(clause, name.last, trigger.at)) continue
    if (isHost(clause, name)) continue
    const role = name.first < trigger.at ? 'actor' : roleAfter(clause, name, found)
    if (role !== undefined) found.push({ start: name.start, end: name.end, role })
  }
  return found.length > 0 ? found : countedGuests(clause, trigger.at)
}

// "The two generals will meet": told by their number where nobody is named.
function countedGuests(clause: Clause, trigger: number): Participant[] {
  const at = clause.forms.findIndex(
    (form, i) =>
      i < trigger &&
      (form === 'both' ||
        (/^(?:two|three|four|five|six|seven)$/.test(form) && clause.forms[i - 1] === 'the')),
  )
  const head = clause.tokens.findIndex(
    (token, i) =>
      at >= 0 && i > at && i <= at + 3 && token.upos === 'NOUN' && /s$/.test(clause.forms[i] ?? ''),
  )
  const [first, last] = [clause.tokens[clause.forms[at] === 'both' ? at : at - 1], clause.tokens[head]]
  if (/^(?:'|'s)$/.test(clause.forms[head + 1] ?? '')) return []
  if (head < 0 || head >= trigger || notGuests.test(clause.forms[head] ?? '')) return []
  return first === undefined || last === undefined
    ? []
    : [{ start: first.start, end: endOfName(clause, head) ?? last.end, role: 'actor' }]
}

// "the five presidents of the League".
function endOfName(clause: Clause, head: number): number | undefined {
  if (clause.forms[head + 1] !== 'of') return undefined
  const at = clause.forms[head + 2] === 'the' ? head + 3 : head + 2
  return clause.tokens[at]?.upos === 'PROPN' ? clause.tokens[at]?.end : undefined
}

const notGuests =
  /^(?:days|weeks|months|years|hours|minutes|talks|meetings|rounds|visits|times|people|ships|rockets|points|villages|towns)$/

// "the foreign ministers of Orsa and Veldt".
function isOfGuests(clause: Clause, name: ClauseName): boolean {
  return /^(?:envoy|delegation|ministers|leaders|presidents|envoys|delegations|delegates|representatives|negotiators|diplomats|heads|chiefs|teams|officials|kings|generals|parliaments|governments)$/.test(
    clause.forms[name.first - 2] ?? '',
  )
}

// "Mirath will host the talks": whoever gives the room does not sit at the table.
function isHost(clause: Clause, name: ClauseName): boolean {
  const after = clause.forms.slice(name.last + 1, name.last + 7)
  const at = after.findIndex((form) => /^(?:host|hosts|hosted|hosting)$/.test(form))
  const isSubject =
    at >= 0 &&
    after
      .slice(0, at)
      .every((form) =>
        /^(?:will|would|is|was|has|had|to|be|again|now|agreed|offered|prepared|ready|due|set|not|also)$/.test(
          form,
        ),
      )
  return (
    isSubject || (name.after === 'by' && clause.forms.slice(0, name.first).some((form) => form === 'hosted'))
  )
}

// "Turkey and Egypt made an effort, culminating in the meeting": they are not said to meet.
function isApart(clause: Clause, from: number, to: number): boolean {
  for (let i = from; i < to - 1; i++) {
    if (clause.forms[i] === ',' && /ing$/.test(clause.forms[i + 1] ?? '')) return true
  }
  return false
}

function roleAfter(
  clause: Clause,
  name: ClauseName,
  found: readonly Participant[],
): Participant['role'] | undefined {
  if (/^(?:with|between|by|join|joins|against|meet|meets|met|meeting|for)$/.test(name.after))
    return name.after === 'by' ? 'actor' : 'recipient'
  if (name.after === 'and' || name.after === ',' || name.after === 'minister' || name.after === 'president') {
    const last = found.at(-1)
    const before = clause.tokens[Math.max(0, name.first - 6)]?.start ?? 0
    return last !== undefined && last.end >= before ? last.role : undefined
  }
  return undefined
}

/** The times that stand in a clause, with their indexes in the reading. */
export function timesIn(
  clause: Clause,
  times: readonly TimeExpression[],
): { readonly index: number; readonly time: TimeExpression }[] {
  return times.flatMap((time, index) =>
    time.start >= clause.start && time.end <= clause.end ? [{ index, time }] : [],
  )
}
