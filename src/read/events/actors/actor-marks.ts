import type { Sentence } from '../../../model/language.ts'
import type { Range } from '../../../model/span.ts'
import { countryCode, countryNameTable, isCapital } from '../../../text/countries.ts'
import { table } from '../../../text/table.ts'

/** Words of a sentence that tell an actor's country or organisation. `first` and `last` are indexes of its words. */
export type ActorMark = Range & {
  readonly first: number
  readonly last: number
  /** ISO 3166-1 alpha-3, or the head of a CAMEO actor code such as "IGOUNO", "NGO", "IMG". */
  readonly code: string
  /** The role that the name itself stands for: "REB" for a rebel movement. */
  readonly role?: string
  /** A seat is a capital or the house of a government. */
  readonly kind: 'country' | 'seat' | 'city' | 'group' | 'organisation' | 'person'
  readonly rule: string
}

type Known = Pick<ActorMark, 'code' | 'role' | 'kind' | 'rule'>

/** The names of countries, peoples, organisations, movements and leaders in a sentence, in order, the longest at each word. */
export function actorMarks(text: string, sentence: Sentence): ActorMark[] {
  known ??= readNames()
  const { tokens } = sentence
  const marks: ActorMark[] = []
  for (let i = 0; i < tokens.length; i++) {
    const first = tokens[i]
    if (first === undefined || !beginsName(text, first.start)) continue
    for (let length = Math.min(6, tokens.length - i); length >= 1; length--) {
      const last = tokens[i + length - 1]
      if (last === undefined) continue
      const row = lookUp(known, text.slice(first.start, last.end))
      if (row === undefined || !isMeant(row, { text, sentence, at: i, length })) continue
      marks.push({ ...row, start: first.start, end: last.end, first: i, last: i + length - 1 })
      i += length - 1
      break
    }
  }
  return marks
}

type Names = ReadonlyMap<string, Known>

let known: Names | undefined

function lookUp(names: Names, form: string): Known | undefined {
  const plain = form.replace('’', "'")
  return names.get(plain) ?? (/[a-z]s$/.test(plain) ? names.get(plain.slice(0, -1)) : undefined)
}

function beginsName(text: string, start: number): boolean {
  return /^(?:\p{Lu}|al-)/u.test(text.slice(start, start + 3))
}

// A town's name is a family name, too: it counts after "in", "at", "of" and the like, and alone among its neighbours.
function isMeant(row: Known, at: { text: string; sentence: Sentence; at: number; length: number }): boolean {
  if (row.kind !== 'city') return true
  const { tokens } = at.sentence
  const [before, after] = [tokens[at.at - 1], tokens[at.at + at.length]]
  if (after !== undefined && /^\p{Lu}\p{Ll}/u.test(at.text.slice(after.start, after.end))) return false
  return (
    before !== undefined &&
    /^(?:in|at|of|near|from|to|around|outside|inside|for|and)$/.test(at.text.slice(before.start, before.end))
  )
}

function readNames(): Names {
  const names = new Map<string, Known>()
  for (const row of table('cities')) {
    const code = countryCode(row.country ?? '')
    if (code !== undefined && (row.name ?? '').length > 3)
      names.set(row.name ?? '', { code, kind: 'city', rule: row.id ?? 'ACT-CITY' })
  }
  for (const [name, country] of countryNameTable()) {
    const code = countryCode(country)
    if (code === undefined) continue
    for (const form of new Set([capitalised(name), name.toUpperCase()]))
      if (form.length > 3 || /^U\.?[SK]\.?$|^USA$|^UAE$/.test(form))
        names.set(form, { code, kind: isCapital(form) ? 'seat' : 'country', rule: 'ACT-COUNTRY' })
  }
  for (const row of table('actor-names')) {
    const kind = (['group', 'seat', 'organisation', 'person'] as const).find((each) => each === row.kind)
    if (kind === undefined) continue
    names.set(row.name ?? '', {
      code: row.code ?? '',
      ...(row.role ? { role: row.role } : {}),
      kind,
      rule: row.id ?? '',
    })
  }
  return names
}

function capitalised(name: string): string {
  return name
    .replace(/(?<![\p{L}'’])\p{Ll}/gu, (letter) => letter.toUpperCase())
    .replace(/ (And|Of|The|Da|De) /g, (word) => word.toLowerCase())
}
