import type { CueClass } from '../../model/reading.ts'
import { table } from '../../text/table.ts'

/** A row of `data/cues.tsv`: a verb, noun or phrase by which words are attributed. */
export type CueRow = {
  readonly id: string
  readonly kind: 'verb' | 'noun' | 'adjective' | 'phrase'
  readonly cueClass: CueClass
  readonly isStrong: boolean
}

const classes: readonly CueClass[] = ['says', 'believes', 'intends', 'orders', 'shows', 'denies', 'doubts']

/** True for the name of a cue class. */
export function isCueClass(name: string | undefined): name is CueClass {
  return classes.some((one) => one === name)
}

const kinds = ['verb', 'noun', 'adjective', 'phrase'] as const

let known: ReadonlyMap<string, CueRow> | undefined

/** Cue rows by each of their forms in lower case; a form of several words is joined by single spaces. */
export function cueForms(): ReadonlyMap<string, CueRow> {
  if (known === undefined) known = readForms()
  return known
}

function readForms(): ReadonlyMap<string, CueRow> {
  const forms = new Map<string, CueRow>()
  for (const row of table('cues')) {
    const cueClass = classes.find((one) => one === row.class)
    const kind = kinds.find((one) => one === row.kind) ?? 'verb'
    if (cueClass === undefined) throw new Error(`data/cues.tsv: ${row.id} has no class that is known`)
    const cue: CueRow = { id: row.id ?? '', kind, cueClass, isStrong: row.strength === 'strong' }
    for (const form of (row.forms ?? '').split('|')) {
      if (form !== '' && !(forms.has(form) && kind === 'noun')) forms.set(form, cue)
    }
  }
  return forms
}

let starts: ReadonlyMap<string, number> | undefined

/** The most words of any cue form that begins with a word; most words begin none. */
function longestFrom(word: string): number {
  if (starts === undefined) {
    const found = new Map<string, number>()
    for (const form of cueForms().keys()) {
      const parts = form.split(' ')
      const first = parts[0] ?? ''
      found.set(first, Math.max(found.get(first) ?? 0, parts.length))
    }
    starts = found
  }
  return starts.get(word) ?? 0
}

/** A cue of the table in a text: its row and how many words it has. */
export type CueAt = { readonly row: CueRow; readonly length: number }

/** The longest cue that starts at a word; undefined for none. */
export function cueAt(lowers: readonly string[], at: number): CueAt | undefined {
  const most = Math.min(longestFrom(lowers[at] ?? ''), lowers.length - at)
  for (let length = most; length >= 1; length--) {
    const row = cueForms().get(length === 1 ? (lowers[at] ?? '') : lowers.slice(at, at + length).join(' '))
    if (row !== undefined) return { row, length }
  }
  return undefined
}
