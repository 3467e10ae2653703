import type { Word } from '../words/words.ts'

/** Whether a clause, by its own words, holds that something is not so: "no hospital had received that many", "the figure is invented". */
export function isNegated(words: readonly Word[]): boolean {
  const main = mainClause(words)
  const turns = [main.some((_, i) => negates(main, i)), isCalledUntrue(main), staysAway(main), fails(main)]
  return turns.filter((turned) => turned).length % 2 === 1
}

/** The words of a clause without its condition: "we will close" of "If we find no nurses by April, we will close". */
export function mainClause(words: readonly Word[]): readonly Word[] {
  const condition = words.findIndex((word, i) => i > 2 && /^(?:if|unless)$/.test(word.form))
  if (condition > 0) return words.slice(0, condition)
  if (!/^(?:if|unless|when|while|although|though|because)$/.test(words[0]?.form ?? '')) return words
  const start = words.findIndex((word, i) => i > 1 && subjects.test(word.form))
  return start < 0 ? words : words.slice(start)
}

const subjects = /^(?:we|i|he|she|it|they|the|nobody|there)$/

// Only at the head of the clause: what is negated further in leaves the statement standing.
function negates(words: readonly Word[], i: number): boolean {
  const form = words[i]?.form ?? ''
  const next = words[i + 1]?.form ?? ''
  if (i >= 10 || !negations.test(form)) return false
  if (/^(?:longer|only|fewer|more|less|rule|yet|until|new|later|sooner|doubt)$/.test(next)) return false
  // "in no hurry", "under no pressure": a state that holds.
  if (form === 'no' && next !== 'way' && inside.test(words[i - 1]?.form ?? '')) return false
  if (isBound(words, i)) return false
  // "not in Sarn but in Pell": it is so, elsewhere.
  if (/^(?:in|at|on|to|from|by|for|with)$/.test(next) && words.slice(i).some((word) => word.form === 'but'))
    return false
  // "three men were in the cranes and had not been seen since": a second thing said.
  return !words.slice(3, i).some((word) => word.form === 'and' || word.form === 'but')
}

const inside = /^(?:in|with|of|for|to|from|under|on)$/

// "will not go below 90,000", "no quota under 90,000": how much at least is no denial.
function isBound(words: readonly Word[], i: number): boolean {
  const after = words.slice(i + 1, i + 9).map(({ form }) => form)
  return boundedBy.test(after.join(' '))
}

const boundedBy = /(?:^| )(?:below|under|above|over|(?:fewer|less|more) than) \d/

// "never received", "no hospital", "nobody", "did not", "cannot"
const negations = /^(?:not|no|cannot|never|nobody|none|nothing|nowhere|neither|.*n't)$/

/** Whether a clause calls something untrue: "the figure of 32 is invented", "the claim was fantasy". */
export function isCalledUntrue(words: readonly Word[]): boolean {
  const at = words.length - 1
  const before = words.slice(Math.max(0, at - 3), at)
  return (
    untrue.test(words[at]?.form ?? '') &&
    before.some((word) => /^(?:is|are|was|were|be|been|as)$/.test(word.form))
  )
}

// "The president will stay away", "stayed at home": he does not come.
function staysAway(words: readonly Word[]): boolean {
  return words.some(
    (word, i) =>
      /^stay(?:s|ed|ing)?$/.test(word.form) &&
      (words[i + 1]?.form === 'away' || (words[i + 1]?.form === 'at' && words[i + 2]?.form === 'home')),
  )
}

// "failed to appear", "fails to meet": it did not come about.
function fails(words: readonly Word[]): boolean {
  return words.some((word, i) => /^fail(?:s|ed|ing)?$/.test(word.form) && words[i + 1]?.form === 'to')
}

const untrue =
  /^(?:invented|fantasy|false|untrue|fiction|fictitious|nonsense|fabricated|fabrication|baseless|lie|lies|wrong|incorrect|unfounded|rubbish)$/
