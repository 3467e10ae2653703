import { table } from '../../text/table.ts'

/** What a noun makes of the source it heads, with the noun in the singular. */
export type SourceClass = {
  readonly word: string
  readonly kind: 'anonymous' | 'office' | 'collective' | 'document' | 'outlet'
  readonly isPlural: boolean
}

let classes: Map<string, SourceClass> | undefined

/** The class of a noun of one or two words, by `data/source-classes.tsv`; undefined when it is in no class. */
export function sourceClass(noun: string): SourceClass | undefined {
  classes ??= readClasses()
  return classes.get(noun.toLowerCase())
}

function readClasses(): Map<string, SourceClass> {
  const found = new Map<string, SourceClass>()
  for (const { word = '', plural = '', kind = '' } of table('source-classes')) {
    if (!isKind(kind)) throw new Error(`data/source-classes.tsv: ${word}: no such kind as "${kind}"`)
    if (plural !== '') found.set(plural, { word, kind, isPlural: true })
    if (!found.has(word) || plural !== word) found.set(word, { word, kind, isPlural: false })
  }
  return found
}

function isKind(kind: string): kind is SourceClass['kind'] {
  return ['anonymous', 'office', 'collective', 'document', 'outlet'].includes(kind)
}
