import { numeralOf } from '../../text/numerals.ts'
import type { Word } from '../attributions/words.ts'
import { type SourceClass, sourceClass } from './source-class.ts'

/** The noun that a source is about: its last word, and its class where the table has one. */
export type Head = {
  readonly word: Word
  readonly noun: string
  readonly at: number
  readonly class?: SourceClass
}

const boundary =
  /^(?:of|in|at|from|with|who|that|which|for|on|by|to|over|above|below|behind|outside|across|around|between|among|against|after|before|during|published|issued|written|released|obtained|commissioned|carried|broadcast|familiar|close|briefed|speaking|involved|present|privy|aware|near|inside|under|about|whose|requesting|citing|quoted|cited|,|;|:|\(|–|—|-)$/
const quantifier =
  /^(?:several|some|many|most|both|all|each|another|others?|none|any|few|half|dozens|handful|couple|number|group|majority|scores|hundreds|thousands)$/

/** The head noun of a source's words: "advisers" in "three of the president's advisers who left"; undefined for no words. */
export function headOf(words: readonly Word[]): Head | undefined {
  const first = words[0]
  if (first === undefined) return undefined
  const second = words.findIndex((word) => word.lower === 'of')
  if (
    second > 0 &&
    words.slice(0, second).every((word) => isQuantity(word.lower)) &&
    words.length > second + 1
  ) {
    return headOf(words.slice(second + 1))
  }
  const stop = words.findIndex((word, i) => i > 0 && boundary.test(word.lower) && !isInsideHyphens(words, i))
  const phrase = words
    .slice(0, stop < 0 ? undefined : stop)
    .filter((word) => /[\p{L}\p{N}]/u.test(word.text) && !/^['’]s?$/.test(word.lower))
  const last = phrase.at(-1) ?? first
  const before = phrase.at(-2)
  const two = before === undefined ? undefined : sourceClass(`${before.lower} ${last.lower}`)
  const found = two ?? sourceClass(last.lower)
  return { word: last, noun: last.lower, at: last.at, ...(found === undefined ? {} : { class: found }) }
}

function isQuantity(word: string): boolean {
  return (
    quantifier.test(word) ||
    numeralOf(word) !== undefined ||
    /^(?:at|least|more|than|the|a|small|large|other|about|around|as|only|just|first|second|third)$/.test(word)
  )
}

// "son-in-law", "vice-president": a hyphen is no boundary.
function isInsideHyphens(words: readonly Word[], i: number): boolean {
  const [before, word, after] = [words[i - 1], words[i], words[i + 1]]
  if (word === undefined || before === undefined || after === undefined) return false
  return (
    (word.lower === '-' && before.end === word.start && word.end === after.start) ||
    before.text === '-' ||
    after.text === '-'
  )
}
