import { table } from '../../text/table.ts'
import { type Entry, type Lexicon, timeLexicon } from './lexicon.ts'

/** One place of a pattern: words or classes of which one must stand there, or a kind of time to be found there. */
export type Element = {
  readonly symbols: readonly string[]
  /** A kind of time found by its own rules, such as `DAY`. */
  readonly kind?: string
  readonly name: string
  readonly optional: boolean
}

/** A row of `rules-times.tsv` that has a pattern. */
export type TimeRule = {
  readonly id: string
  readonly as: string
  readonly elements: readonly Element[]
  readonly make: string
  readonly before: readonly string[]
}

/** All patterns with the words they are made of. */
export type Grammar = {
  readonly lexicon: Lexicon
  readonly rules: ReadonlyMap<string, readonly TimeRule[]>
  /** Kinds of time that may begin with a word, and for each the rules that may. */
  readonly startsWith: (entry: Entry) => ReadonlyMap<string, readonly TimeRule[]>
}

let known: Grammar | undefined

/** The patterns of `rules-times.tsv`, read once. */
export function timeGrammar(): Grammar {
  known ??= readGrammar()
  return known
}

function readGrammar(): Grammar {
  const rows = table('rules-times').filter((row) => row.pattern !== '')
  const kinds = new Set(rows.map((row) => row.as ?? ''))
  const rules = new Map<string, TimeRule[]>()
  const literals = new Set<string>(["'s", ',', '-', '/', '(', ')', '+', '.'])
  for (const row of rows) {
    const elements = (row.pattern ?? '').split(' ').map((part) => elementOf(part, kinds))
    for (const element of elements)
      for (const symbol of element.symbols) if (symbol.startsWith('=')) literals.add(symbol.slice(1))
    const before = (row.before ?? '').split('|').filter((word) => word !== '')
    for (const word of before) if (/^[a-z]/.test(word)) literals.add(word)
    const rule = { id: row.id ?? '', as: row.as ?? '', elements, make: row.make ?? '', before }
    rules.set(rule.as, [...(rules.get(rule.as) ?? []), rule])
  }
  for (const word of ['a', 'an', 'couple', 'half', 'and', 'of', 'quarter']) literals.add(word)
  const lexicon = timeLexicon(literals)
  return { lexicon, rules, startsWith: firstRules(rules) }
}

function elementOf(part: string, kinds: ReadonlySet<string>): Element {
  const optional = part.endsWith('?')
  const [body = '', alias] = (optional ? part.slice(0, -1) : part).split(':')
  const isKind = kinds.has(body) && !leaves.has(body)
  const symbols = isKind ? [] : body.split('|').flatMap(symbolsOf)
  return { symbols, ...(isKind ? { kind: body } : {}), name: alias ?? body, optional }
}

// Kinds that are also word classes: a lone class name means the class.
const leaves: ReadonlySet<string> = new Set(['REF'])

function symbolsOf(word: string): readonly string[] {
  if (word === 'UNIT') return ['UNIT1', 'UNITS']
  return [/^[A-Z][A-Z0-9]+$/.test(word) ? word : `=${word.toLowerCase()}`]
}

/** What a number in words or figures may begin with. */
export const numberSymbols: readonly string[] = ['INT', 'NUMWORD', 'VAGUE', '=a', '=an', '=couple']

function firstRules(rules: ReadonlyMap<string, readonly TimeRule[]>): Grammar['startsWith'] {
  const firsts = new Map<TimeRule, ReadonlySet<string>>()
  for (const list of rules.values())
    for (const rule of list) firsts.set(rule, firstOf(rule, rules, new Set()))
  const cache = new Map<string, ReadonlyMap<string, readonly TimeRule[]>>()
  return (entry) => {
    const symbols = [...entry.values.keys()]
    const key = symbols.join(' ')
    const cached = cache.get(key)
    if (cached !== undefined) return cached
    const found = new Map<string, readonly TimeRule[]>()
    for (const [as, list] of rules) {
      const fitting = list.filter((rule) => symbols.some((symbol) => firsts.get(rule)?.has(symbol)))
      if (fitting.length > 0) found.set(as, fitting)
    }
    cache.set(key, found)
    return found
  }
}

function firstOf(
  rule: TimeRule,
  rules: ReadonlyMap<string, readonly TimeRule[]>,
  open: Set<string>,
): Set<string> {
  const first = new Set<string>()
  for (const element of rule.elements) {
    for (const symbol of element.symbols) {
      if (symbol === 'NUM') for (const each of numberSymbols) first.add(each)
      else first.add(symbol)
    }
    if (element.kind !== undefined && !open.has(element.kind)) {
      const inner = new Set([...open, element.kind])
      for (const each of rules.get(element.kind) ?? [])
        for (const symbol of firstOf(each, rules, inner)) first.add(symbol)
    }
    if (!element.optional) break
  }
  return first
}
