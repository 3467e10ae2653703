import type { NameType } from '../../model/language.ts'
import { table } from '../table.ts'

/** The type that a word gives to a name that begins (`first`) or ends (`last`) with it; undefined for most words. */
export function typeByWord(word: string, place: 'first' | 'last'): NameType | undefined {
  words ??= new Map(table('name-words').map((row) => [`${row.place} ${row.word}`, row.type ?? '']))
  return nameTypes.find((type) => type === words?.get(`${place} ${word}`))
}

/** A place that a country table names: a country or its capital. */
export function typeByGazetteer(words: string): NameType | undefined {
  return gazetteer().get(words)
}

const nameTypes: readonly NameType[] = ['PER', 'ORG', 'GPE', 'LOC', 'FAC', 'EVENT', 'NORP', 'TITLE']

let words: ReadonlyMap<string, string> | undefined
let places: ReadonlyMap<string, NameType> | undefined

function gazetteer(): ReadonlyMap<string, NameType> {
  places ??= new Map(
    table('name-places').map((row) => [row.name ?? '', nameTypes.find((type) => type === row.type) ?? 'GPE']),
  )
  return places
}
