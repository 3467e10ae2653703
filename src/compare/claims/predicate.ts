import { phraseSenses } from '../words/phrases.ts'
import { senseOf } from '../words/senses.ts'
import type { Word } from '../words/words.ts'
import { hasVerb } from './clauses.ts'
import { mainClause } from './negated.ts'

/**
 * What a clause says of its subject, as the keys that statements are compared by: its verb, or what stands for one ("is on
 * no table": table), with the verb that it leads to ("offered to resign": offer, resign), its phrases ("put off": `=postpone`)
 * and what it says there is none of ("no ballot was lost": ballot).
 * A passage without a verb gives its head ("any negotiations"). Empty where the words do not tell.
 */
export function predicateOf(words: readonly Word[]): ReadonlySet<string> {
  const main = mainClause(words)
  const verb = main.findIndex((word) => hasVerb(word.form))
  const keys = verb < 0 ? [headOf(main)] : [...verbAt(main, verb), ...ruledOut(main.slice(0, verb))]
  return new Set([...keys.flatMap((key) => key ?? []), ...phraseSenses(main)])
}

// "no ballot was read twice", "no decision to close the clinic had been taken": what there is none of.
function ruledOut(subject: readonly Word[]): string[] {
  return /^(?:no|none|neither)$/.test(subject[0]?.form ?? '') ? subject.filter(isFull).map(keyOf) : []
}

// Past auxiliaries, negations, adverbs and function words: "had never meant to stay", "are not on any table".
function verbAt(words: readonly Word[], from: number): (string | undefined)[] {
  const at = words.findIndex((word, i) => i >= from && (light.test(word.form) || isFull(word)))
  const verb = words[at]
  if (verb === undefined) return []
  // "had taken part", "no decision to close had been taken": the noun says it.
  if (light.test(verb.form)) {
    const object = words.slice(at + 1).find(isFull)
    return [verb, ...(object === undefined ? words.slice(0, at).filter(isFull) : [object])].map(keyOf)
  }
  const leadsTo = words[at + 1]?.form === 'to' ? words[at + 2] : undefined
  return [keyOf(verb), leadsTo === undefined || leadsTo.empty ? undefined : keyOf(leadsTo)]
}

const light = /^(?:took|taken?|takes|taking|made?|makes|making|gave|given?|gives|giving)$/

function isFull(word: Word): boolean {
  return !word.empty && !/ly$|^(?:nobody|nowhere|nothing)$/.test(word.form)
}

// "any negotiations", "the Front's claim of a hit": the last word before a preposition, a comma or the end.
function headOf(words: readonly Word[]): string | undefined {
  const end = words.findIndex(
    (word, i) =>
      i > 0 &&
      (/^(?:of|for|in|at|on|from|to|with|that|about|before|after|since|until)$/.test(word.form) ||
        gapBefore(words, i) > 1),
  )
  const head = words.slice(0, end < 0 ? words.length : end).findLast((word) => !word.empty)
  return head === undefined ? undefined : keyOf(head)
}

function gapBefore(words: readonly Word[], i: number): number {
  return (words[i]?.start ?? 0) - (words[i - 1]?.end ?? 0)
}

function keyOf(word: Word): string {
  return senseOf(word.key)
}
