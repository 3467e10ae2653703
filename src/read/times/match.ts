import { type Grammar, numberSymbols, type TimeRule } from './grammar.ts'
import type { Entry } from './lexicon.ts'
import { makeMeaning } from './make-meaning.ts'
import type { Meaning } from './meaning.ts'
import { readNumber } from './numbers.ts'
import type { Words } from './scan.ts'

/** A stretch of words that patterns make something of: `end` is the index of the first word after it. */
export type Node = { readonly end: number; readonly meaning: Meaning; readonly rules: readonly string[] }

/** A found expression: indexes of its words, what it means and by which rules. */
export type Found = Node & { readonly start: number }

/** The longest expressions of a text from left to right, none inside another; linear in the number of words. */
export function matchTimes(words: Words, grammar: Grammar): Found[] {
  const found: Found[] = []
  const matcher: Matcher = { words, grammar, memo: new Map() }
  const near = coreNear(words, grammar)
  for (let i = 0; i < words.entries.length; i++) {
    const entry = words.entries[i]
    if (entry === undefined || near[i] === 0) continue
    const node = longest(matcher, i)
    if (node === undefined) continue
    found.push({ ...node, start: i })
    i = node.end - 1
    matcher.memo.clear()
  }
  return found
}

/** For each word whether a core word stands within reach from it on: most small words are passed over by this alone. */
function coreNear(words: Words, grammar: Grammar): Uint8Array {
  const near = new Uint8Array(words.entries.length)
  let left = 0
  for (let i = words.entries.length - 1; i >= 0; i--) {
    const entry = words.entries[i]
    if (entry === undefined) left = 0
    else if (grammar.isCore(entry)) left = coreReach
    near[i] = left > 0 ? 1 : 0
    left = Math.max(0, left - 1)
  }
  return near
}

// "at least the first two and a half to three years": a core word stands at most this many words after the first.
const coreReach = 10

type Matcher = {
  readonly words: Words
  readonly grammar: Grammar
  readonly memo: Map<string, Map<number, Node[]>>
}

// Kinds that are only parts of others.
const parts: ReadonlySet<string> = new Set(['APPROX', 'ZONED', 'HOUR'])

function longest(matcher: Matcher, at: number): Node | undefined {
  const entry = matcher.words.entries[at]
  if (entry === undefined) return undefined
  let best: Node | undefined
  for (const kind of matcher.grammar.startsWith(entry).keys()) {
    if (parts.has(kind)) continue
    const node = nodesOf(matcher, kind, at)[0]
    if (node !== undefined && (best === undefined || node.end > best.end)) best = node
  }
  matcher.memo.clear()
  return best
}

/** What a kind makes of the words from `at` on, the longest first. */
function nodesOf(matcher: Matcher, kind: string, at: number): readonly Node[] {
  const entry = matcher.words.entries[at]
  const rules = entry === undefined ? undefined : matcher.grammar.startsWith(entry).get(kind)
  if (rules === undefined) return noNodes
  const next = matcher.words.entries[at + 1]
  let nodes: Node[] | undefined
  for (const rule of rules) {
    if (rule.second !== undefined && !hasAny(next, rule.second)) continue
    if (rule.before.length > 0 && !mayFollow(matcher.words, at, rule)) continue
    nodes ??= knownNodes(matcher, kind, at)
    if (nodes === undefined) return matcher.memo.get(kind)?.get(at) ?? noNodes
    extend(
      matcher,
      { rule, start: at, names: [], values: [], words: [], rules: [] },
      { element: 0, at, nodes },
    )
  }
  if (nodes === undefined) return noNodes
  if (nodes.length > 1) nodes.sort((a, b) => b.end - a.end)
  return nodes
}

const noNodes: readonly Node[] = []

/** A new list for what a kind makes from a word on; undefined when it was asked before. */
function knownNodes(matcher: Matcher, kind: string, at: number): Node[] | undefined {
  const ofKind = matcher.memo.get(kind)
  if (ofKind?.has(at)) return undefined
  const nodes: Node[] = []
  if (ofKind === undefined) matcher.memo.set(kind, new Map([[at, nodes]]))
  else ofKind.set(at, nodes)
  return nodes
}

function hasAny(entry: Entry | undefined, symbols: readonly string[]): boolean {
  if (entry === undefined) return false
  for (const symbol of symbols) if (entry.values.has(symbol)) return true
  return false
}

/** A rule on its way over the words; what it has met is pushed and popped. */
type Trail = {
  readonly rule: TimeRule
  readonly start: number
  readonly names: string[]
  readonly values: (string | Meaning)[]
  readonly words: string[]
  readonly rules: (readonly string[])[]
}
type Place = { readonly element: number; readonly at: number; readonly nodes: Node[] }

function extend(matcher: Matcher, trail: Trail, place: Place): void {
  const element = trail.rule.elements[place.element]
  if (element === undefined) {
    finish(trail, place)
    return
  }
  const next = { element: place.element + 1, nodes: place.nodes }
  if (element.kind !== undefined) {
    for (const node of nodesOf(matcher, element.kind, place.at)) {
      trail.rules.push(node.rules)
      withValue(matcher, trail, { name: element.name, value: node.meaning, place: { ...next, at: node.end } })
      trail.rules.pop()
    }
  } else {
    const entry = matcher.words.entries[place.at]
    const symbol = entry === undefined ? undefined : firstSymbol(entry, element.symbols)
    const value = symbol === undefined ? undefined : entry?.values.get(symbol)
    if (symbol === 'NUM') {
      const number = readNumber(matcher.words, place.at)
      if (number !== undefined)
        withValue(matcher, trail, {
          name: element.name,
          value: String(number.value),
          place: { ...next, at: number.end },
        })
    } else if (value !== undefined && symbol?.charCodeAt(0) === 61) {
      trail.words.push(value)
      extend(matcher, trail, { ...next, at: place.at + 1 })
      trail.words.pop()
    } else if (value !== undefined)
      withValue(matcher, trail, { name: element.name, value, place: { ...next, at: place.at + 1 } })
  }
  if (element.optional) extend(matcher, trail, { ...next, at: place.at })
}

function withValue(
  matcher: Matcher,
  trail: Trail,
  caught: { name: string; value: string | Meaning; place: Place },
): void {
  trail.names.push(caught.name)
  trail.values.push(caught.value)
  extend(matcher, trail, caught.place)
  trail.names.pop()
  trail.values.pop()
}

function finish(trail: Trail, place: Place): void {
  if (place.at === trail.start) return
  const captures: Record<string, string | Meaning> = {}
  trail.names.forEach((name, i) => {
    const value = trail.values[i]
    if (value !== undefined) captures[name] = value
  })
  const meaning = makeMeaning(trail.rule.make, captures, trail.words)
  if (meaning !== undefined)
    place.nodes.push({ end: place.at, meaning, rules: [trail.rule.id, ...trail.rules.flat()] })
}

function firstSymbol(entry: Entry, symbols: readonly string[]): string | undefined {
  for (const symbol of symbols) {
    if (entry.values.has(symbol)) return symbol
    if (symbol === 'NUM' && numberSymbols.some((each) => entry.values.has(each))) return symbol
  }
  return undefined
}

function mayFollow(words: Words, at: number, rule: TimeRule): boolean {
  const before = words.entries[at - 1]
  return rule.before.some((test) => {
    if (test === '#') return isStart(words, at)
    if (test === '+year') return isYear(words, at)
    if (test === '+rate') return isRate(words, at)
    if (test === '+monthday') return isMonthDay(words, at)
    if (test.startsWith('!')) return before === undefined || !before.values.has(`=${test.slice(1)}`)
    return before?.values.has(`=${test}`) ?? false
  })
}

function isStart(words: Words, at: number): boolean {
  const end = words.ends[at - 1]
  return end === undefined || /[.!?:“"\n]\s*$/.test(words.text.slice(end - 1, words.starts[at]))
}

// "in 2009", "the 2008 Games", "(2009)": not "2000 jets", "room 2001", "no. 1984".
function isYear(words: Words, at: number): boolean {
  const value = Number(words.entries[at]?.word)
  if (value < 1900 || value > 2099) return false
  const before = words.text.slice(Math.max(0, (words.starts[at] ?? 0) - 14), words.starts[at])
  if (
    /(?:\b(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.?|in|since|by|of|from|until|till|during|before|after|early|late|mid|than|year|to|and|between|around|through)[\s-]|[(–—,-]\s?)$/i.test(
      before,
    )
  )
    return true
  if (/(?:[$€£]|\b(?:no|nos|room|flight|route|page|about|some|than|over|nearly|least)\.?)\s?$/i.test(before))
    return false
  const after = words.text.slice(words.ends[at] ?? 0, (words.ends[at] ?? 0) + 24)
  return !/^(?:\s[a-z]+s\b|\s(?:people|men|women|miles)\b|[\w:/])/.test(after)
}

// "on the 19th", "until the 2nd, he said": not "on the 19th floor", "for the 2nd time", "in the 19th century".
function isMonthDay(words: Words, at: number): boolean {
  const before = words.text.slice(Math.max(0, (words.starts[at] ?? 0) - 8), words.starts[at])
  const day = words.text.slice(words.starts[at + 1], words.ends[at + 1])
  const after = words.text.slice(words.ends[at + 1] ?? 0, (words.ends[at + 1] ?? 0) + 16)
  return (
    /\b(?:on|for|until|till|by|from|to|since)\s$/i.test(before) &&
    /^(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th)$/.test(day) &&
    /^(?:$|[,.;:!?)”"]|\s(?:[—–-]|(?:and|but|at|in|instead|because|after|with|not|or|as|when|if|said|he|she|they|the)\b))/.test(
      after,
    )
  )
}

// "15 a year", "three times a week", "20,000 barrels a day".
function isRate(words: Words, at: number): boolean {
  if (words.entries[at]?.values.has('=per')) return true
  const before = words.text.slice(Math.max(0, (words.starts[at] ?? 0) - 40), words.starts[at])
  return /(?:\d%?|\b(?:once|twice|times|per ?cent|million|billion|thousand|hundred|dozen|dollars|euros|one|two|three|four|five|six|seven|eight|nine|ten)|\b[\d,.]+ (?:[a-z-]+ )?[a-z]+s?|\b(?:two|three|four|five|six|million|billion) [a-z]+s)\s$/i.test(
    before,
  )
}
