import { type Element, type Grammar, numberSymbols, type TimeRule } from './grammar.ts'
import { type Captures, type Meaning, makeMeaning } from './meaning.ts'
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
  for (let i = 0; i < words.entries.length; i++) {
    const entry = words.entries[i]
    if (entry === undefined) continue
    const node = longest(matcher, i)
    if (node === undefined) continue
    found.push({ ...node, start: i })
    i = node.end - 1
    matcher.memo.clear()
  }
  return found
}

type Matcher = {
  readonly words: Words
  readonly grammar: Grammar
  readonly memo: Map<string, readonly Node[]>
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
  if (rules === undefined) return []
  const key = `${kind}${at}`
  const known = matcher.memo.get(key)
  if (known !== undefined) return known
  matcher.memo.set(key, [])
  const nodes: Node[] = []
  for (const rule of rules) {
    if (rule.before.length > 0 && !mayFollow(matcher.words, at, rule)) continue
    extend(matcher, { rule, start: at, captures: {}, words: [], rules: [] }, { element: 0, at }, nodes)
  }
  nodes.sort((a, b) => b.end - a.end)
  matcher.memo.set(key, nodes)
  return nodes
}

type Partial = {
  readonly rule: TimeRule
  readonly start: number
  readonly captures: Captures
  readonly words: readonly string[]
  readonly rules: readonly string[]
}
type Place = { readonly element: number; readonly at: number }

function extend(matcher: Matcher, partial: Partial, place: Place, nodes: Node[]): void {
  const element = partial.rule.elements[place.element]
  if (element === undefined) {
    if (place.at === partial.start) return
    const meaning = makeMeaning(partial.rule.make, partial.captures, partial.words)
    if (meaning !== undefined)
      nodes.push({ end: place.at, meaning, rules: [partial.rule.id, ...partial.rules] })
    return
  }
  for (const step of stepsOf(matcher, element, place.at)) {
    extend(
      matcher,
      {
        ...partial,
        captures:
          step.value === undefined ? partial.captures : { ...partial.captures, [element.name]: step.value },
        words: step.word === undefined ? partial.words : [...partial.words, step.word],
        rules: step.rules === undefined ? partial.rules : [...partial.rules, ...step.rules],
      },
      { element: place.element + 1, at: step.end },
      nodes,
    )
  }
  if (element.optional) extend(matcher, partial, { element: place.element + 1, at: place.at }, nodes)
}

type Step = {
  readonly end: number
  readonly value?: Captures[string]
  readonly word?: string
  readonly rules?: readonly string[]
}

function stepsOf(matcher: Matcher, element: Element, at: number): readonly Step[] {
  if (element.kind !== undefined)
    return nodesOf(matcher, element.kind, at).map((node) => ({
      end: node.end,
      value: node.meaning,
      rules: node.rules,
    }))
  const entry = matcher.words.entries[at]
  if (entry === undefined) return []
  for (const symbol of element.symbols) {
    if (symbol === 'NUM') return numberStep(matcher.words, at)
    const value = entry.values.get(symbol)
    if (value === undefined) continue
    return [symbol.startsWith('=') ? { end: at + 1, word: value } : { end: at + 1, value }]
  }
  return []
}

function numberStep(words: Words, at: number): readonly Step[] {
  const entry = words.entries[at]
  if (entry === undefined || !numberSymbols.some((symbol) => entry.values.has(symbol))) return []
  const number = readNumber(words, at)
  return number === undefined ? [] : [{ end: number.end, value: String(number.value) }]
}

function mayFollow(words: Words, at: number, rule: TimeRule): boolean {
  const before = words.entries[at - 1]
  return rule.before.some((test) => {
    if (test === '#') return isStart(words, at)
    if (test === '+year') return isYear(words, at)
    if (test === '+rate') return isRate(words, at)
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
    /(?:\b(?:in|since|by|of|from|until|till|during|before|after|early|late|mid|than|year|to|and|between|around|through)[\s-]|[(–—,-]\s?)$/i.test(
      before,
    )
  )
    return true
  if (/(?:[$€£]|\b(?:no|nos|room|flight|route|page|about|some|than|over|nearly|least)\.?)\s?$/i.test(before))
    return false
  const after = words.text.slice(words.ends[at] ?? 0, (words.ends[at] ?? 0) + 24)
  return !/^(?:\s[a-z]+s\b|\s(?:people|men|women|miles)\b|[\w:/])/.test(after)
}

// "15 a year", "three times a week", "20,000 barrels a day".
function isRate(words: Words, at: number): boolean {
  if (words.entries[at]?.values.has('=per')) return true
  const before = words.text.slice(Math.max(0, (words.starts[at] ?? 0) - 40), words.starts[at])
  return /(?:\d%?|\b(?:once|twice|times|per ?cent|million|billion|thousand|hundred|dozen|dollars|euros|one|two|three|four|five|six|seven|eight|nine|ten)|\b[\d,.]+ (?:[a-z-]+ )?[a-z]+s?|\b(?:two|three|four|five|six|million|billion) [a-z]+s)\s$/i.test(
    before,
  )
}
