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
  /** What must stand second, where the first two places hold one word each. */
  readonly second?: readonly string[]
}

/** All patterns with the words they are made of. */
export type Grammar = {
  readonly lexicon: Lexicon
  readonly rules: ReadonlyMap<string, readonly TimeRule[]>
  /** Kinds of time that may begin with a word, and for each the rules that may. */
  readonly startsWith: (entry: Entry) => ReadonlyMap<string, readonly TimeRule[]>
  /** True for words that a time turns on: no expression is without one. */
  readonly isCore: (entry: Entry) => boolean
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
    const rule = {
      id: row.id ?? '',
      as: row.as ?? '',
      elements,
      make: row.make ?? '',
      before,
      ...secondOf(elements),
    }
    rules.set(rule.as, [...(rules.get(rule.as) ?? []), rule])
  }
  for (const word of ['a', 'an', 'couple', 'half', 'and', 'of', 'quarter']) literals.add(word)
  const lexicon = timeLexicon(literals)
  return { lexicon, rules, startsWith: firstRules(rules), isCore: coreTest(rules) }
}

function secondOf(elements: readonly Element[]): { second?: readonly string[] } {
  const [first, second] = elements
  const isPlain = (element: Element | undefined) =>
    element !== undefined &&
    !element.optional &&
    element.kind === undefined &&
    !element.symbols.includes('NUM')
  return isPlain(first) && isPlain(second) && second !== undefined ? { second: second.symbols } : {}
}

// Classes that stand in too many other things to begin a search.
const weakClasses: ReadonlySet<string> = new Set([
  'NUM',
  'NUMWORD',
  'INT',
  'VAGUE',
  'ORD',
  'LASTNTH',
  'FIRSTNTH',
])

/** Core words are the classes of calendar words, and the last small word of patterns that have no such class. */
function coreTest(rules: ReadonlyMap<string, readonly TimeRule[]>): (entry: Entry) => boolean {
  const core = new Set<string>()
  for (const rule of [...rules.values()].flat()) {
    const needed = rule.elements.filter((element) => !element.optional)
    const classes = needed
      .flatMap((element) => element.symbols)
      .filter((symbol) => !symbol.startsWith('=') && !weakClasses.has(symbol))
    const last = needed.findLast((element) => element.symbols.some((symbol) => symbol.startsWith('=')))
    const hasKind = needed.some((element) => element.kind !== undefined && element.kind !== 'APPROX')
    for (const symbol of classes) core.add(symbol)
    if (classes.length === 0 && !hasKind && rule.as !== 'APPROX')
      for (const symbol of last?.symbols ?? []) core.add(symbol)
  }
  const known = new WeakMap<Entry, boolean>()
  return (entry) => {
    const cached = known.get(entry)
    if (cached !== undefined) return cached
    const found = [...entry.values.keys()].some((symbol) => core.has(symbol))
    known.set(entry, found)
    return found
  }
}

function elementOf(part: string, kinds: ReadonlySet<string>): Element {
  const optional = part.endsWith('?')
  const [body = '', alias] = (optional ? part.slice(0, -1) : part).split(':')
  const isKind = kinds.has(body) && !leaves.has(body)
  const symbols = isKind ? [] : body.split('|').flatMap(symbolsOf)
  return { symbols, ...(isKind ? { kind: body } : {}), name: alias ?? classIn(body), optional }
}

// "ORD|last|final" is caught under the name of its class.
function classIn(body: string): string {
  return body.split('|').find((word) => /^[A-Z][A-Z0-9]+$/.test(word)) ?? body
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
