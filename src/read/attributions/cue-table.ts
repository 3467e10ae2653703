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

/** The longest cue that starts at a word: its row and how many words it has; undefined for none. */
export function cueAt(lowers: readonly string[], at: number): { row: CueRow; length: number } | undefined {
  for (let length = Math.min(5, lowers.length - at); length >= 1; length--) {
    const row = cueForms().get(length === 1 ? (lowers[at] ?? '') : lowers.slice(at, at + length).join(' '))
    if (row !== undefined) return { row, length }
  }
  return undefined
}
