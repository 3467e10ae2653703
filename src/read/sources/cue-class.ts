import type { CueClass } from '../../model/reading.ts'
import type { Reason } from '../../model/reason.ts'
import { table } from '../../text/table.ts'
import { isCueClass } from '../attributions/cue-table.ts'
import { wordsIn } from '../attributions/words.ts'
import type { Site } from './described.ts'

/** The class of a cue and the row that gives it, or the reason why it has none. */
export type ClassedCue =
  | { readonly cueClass: CueClass; readonly rule?: string }
  | { readonly reason: Extract<Reason, 'unknown-cue'> }

/** The class of a triple's cue: that of its row in `data/cues.tsv`, else by a word of it in `data/cue-classes.tsv`, else none. */
export function cueClassOf(site: Site): ClassedCue {
  const { triple, paragraph } = site
  if (triple.cueClass !== undefined) return { cueClass: triple.cueClass }
  const lemmas = wordsIn(paragraph, triple.cue).map(({ token }) => token.lemma)
  for (let at = 0; at < lemmas.length; at++) {
    for (let length = 3; length >= 1; length--) {
      const words = lemmas.slice(at, at + length).join(' ')
      // A colon or a dash says something only where it is the whole cue: "Brandt: Island will never be sold".
      const row = /\p{L}/u.test(words) || lemmas.length === 1 ? classRows().get(words) : undefined
      if (row !== undefined) return { cueClass: row.cueClass, rule: row.id }
    }
  }
  return { reason: 'unknown-cue' }
}

type ClassRow = { readonly id: string; readonly cueClass: CueClass }

let known: ReadonlyMap<string, ClassRow> | undefined

function classRows(): ReadonlyMap<string, ClassRow> {
  known ??= new Map(
    table('cue-classes').map(({ id = '', lemma = '', class: name = '' }) => {
      if (!isCueClass(name)) throw new Error(`data/cue-classes.tsv: ${id} has no class that is known`)
      return [lemma, { id, cueClass: name }]
    }),
  )
  return known
}
