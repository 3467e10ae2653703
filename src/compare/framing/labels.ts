import type { Entity, Framing } from '../../model/record.ts'
import type { Range } from '../../model/span.ts'
import { countryNamed } from '../../text/countries.ts'
import { table } from '../../text/table.ts'
import type { Member } from '../member.ts'
import type { NamePlace } from '../origins/speaker.ts'
import { namePlaces } from '../origins/speakers.ts'
import { sideStem } from '../words/side-stem.ts'
import type { OwnWords } from './own-words.ts'
import { tallied, type Use } from './tally.ts'

/** Uses for one thing that an outlet needs before its words for it are shown. */
const least = 3

/** What outlets call one thing that they call differently: "regime" or "government" of the same country. */
export function labels(members: readonly Member[], entities: readonly Entity[], isOwn: OwnWords): Framing[] {
  const places = namePlaces(entities)
  const nameOf = shortNames(entities)
  const uses = members.flatMap(({ article }): Use[] => {
    const { outlet, text, id } = article
    if (outlet === undefined) return []
    return [...text.matchAll(anyLabel())].flatMap((match): Use[] => {
      const row = labelsByWord().get(match[0].toLowerCase())
      const range = { start: match.index, end: match.index + match[0].length }
      if (row === undefined || !isOwn(id, range)) return []
      const tie = row.needsName ? tiedName(text, range, places.get(id) ?? []) : undefined
      if (row.needsName && tie === undefined) return []
      const about = tie === undefined ? row.thing : `${nameOf(tie)}, ${row.thing}`
      const start = tie === undefined ? range.start : Math.min(range.start, tie.range.start)
      const end = tie === undefined ? range.end : Math.max(range.end, tie.range.end)
      return [{ outlet, about, what: row.word, span: { article: id, start, end }, rule: row.id }]
    })
  })
  return tallied(uses, { kind: 'label', least })
}

// "the Kessaran government", "Kessara's long-ruling junta", "the government of Kessara".
function tiedName(text: string, label: Range, places: readonly NamePlace[]): NamePlace | undefined {
  return places.find(({ range }) => {
    if (range.end > label.start) return /^\s(?:of|in)\s(?:the\s)?$/u.test(text.slice(label.end, range.start))
    if (label.start - range.end > 40) return false
    return /^(?:['’]s?(?:\s\p{Ll}[\p{L}-]*){0,2})?\s$/u.test(text.slice(range.end, label.start))
  })
}

// "Kessara" and "Kessaran" are one name, shown by its shortest form; a known country by its common name.
function shortNames(entities: readonly Entity[]): (place: NamePlace) => string {
  const shortest = new Map<string, string>()
  for (const { name } of entities) {
    const known = shortest.get(sideStem(name))
    if (known === undefined || name.length < known.length || (name.length === known.length && name < known))
      shortest.set(sideStem(name), name)
  }
  return ({ entity }) => countryNamed(entity.name) ?? shortest.get(sideStem(entity.name)) ?? entity.name
}

type Label = {
  readonly id: string
  readonly thing: string
  readonly word: string
  readonly needsName: boolean
}

let byWord: ReadonlyMap<string, Label> | undefined
let pattern: RegExp | undefined

function labelsByWord(): ReadonlyMap<string, Label> {
  byWord ??= new Map(
    table('framing-labels').flatMap(({ id = '', thing = '', words = '', tie }) => {
      const [word = '', ...forms] = words.split('|')
      return [word, ...forms].map((form) => [form, { id, thing, word, needsName: tie === 'name' }] as const)
    }),
  )
  return byWord
}

function anyLabel(): RegExp {
  pattern ??= new RegExp(`(?<![\\p{L}-])(?:${[...labelsByWord().keys()].join('|')})(?![\\p{L}-])`, 'giu')
  return pattern
}
