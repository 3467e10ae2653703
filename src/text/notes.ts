import type { Range } from '../model/span.ts'

/** The numbers of notes among tokens, which belong to the sentence before them: first and last token of each. */
export type Notes = readonly { readonly first: number; readonly last: number }[]

/**
 * Numbers of notes after a stop and before a capital: "It fell. [8] Then it rose." A bare number ("It fell. 4 Then it rose. 5 Then") is one only where
 * the number before or after it stands so, too; the tokens are those of one block.
 */
export function notesOf(text: string, tokens: readonly Range[]): Notes {
  const form = (i: number): string => {
    const token = tokens[i]
    return token === undefined || token.end - token.start > 24 ? '' : text.slice(token.start, token.end)
  }
  const isAfterStop = (i: number) => /^[.!?]["”’)]?$/.test(form(i - 1)) || /^["”’)]$/.test(form(i - 1))
  const isBeforeCapital = (i: number) => /^["“‘(]?\p{Lu}/u.test(form(i + 1)) || i + 1 === tokens.length
  const bracketed: { first: number; last: number }[] = []
  const bare: { at: number; number: number }[] = []
  for (let i = 1; i < tokens.length; i++) {
    if (!isAfterStop(i)) continue
    if (form(i) === '[' && /^\d{1,3}$/.test(form(i + 1)) && form(i + 2) === ']' && isBeforeCapital(i + 2))
      bracketed.push({ first: i, last: i + 2 })
    else if (/^\d{1,3}$/.test(form(i)) && isBeforeCapital(i)) bare.push({ at: i, number: Number(form(i)) })
  }
  const numbers = new Set(bare.map(({ number }) => number))
  const counted = bare.filter(({ number }) => numbers.has(number - 1) || numbers.has(number + 1))
  return [...bracketed, ...counted.map(({ at }) => ({ first: at, last: at }))]
}
