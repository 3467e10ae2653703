import { cueForms } from '../attributions/cue-table.ts'

// What begins the name or description of a speaker, and what may follow "said" where nothing more is said.
const speaker = /^(?:\p{Lu}|(?:the|a|an|one|two|three|his|her|their|its|he|she|they|it|another|several)$)/u
const ending = /^(?:[.;:,!?]|on|in|at|during|after|late|early|last|yesterday|today|to)$/iu

/**
 * Where an opened quotation that never closes gives way to the words that say whose it is: the offset behind the comma in
 * "“We saw nothing, the guard said. The gate was open." or "“We saw nothing, said the guard."; undefined where it does not.
 */
export function beforeCue(text: string, start: number, end: number): number | undefined {
  for (const { index } of text.slice(start, end).matchAll(/[,?!](?=\s)/g)) {
    const behind = start + index + 1
    const words = text.slice(behind, Math.min(end, behind + 80)).match(/[\p{L}\p{N}’'-]+|[^\s]/gu) ?? []
    if (isCueClause(words)) return behind
  }
  return undefined
}

function isCueClause(words: readonly string[]): boolean {
  const at = words.slice(0, 7).findIndex((word) => !/^[\p{L}\p{N}]/u.test(word) || isSpeechVerb(word))
  const verb = words[at]
  if (verb === undefined || !isSpeechVerb(verb)) return false
  const next = words[at + 1] ?? '.'
  if (at === 0) return speaker.test(next)
  return speaker.test(words[0] ?? '') && (ending.test(next) || (hearing.test(verb) && /^\p{L}/u.test(next)))
}

const hearing = /^(?:told|tells)$/i

let verbs: ReadonlySet<string> | undefined

function isSpeechVerb(word: string): boolean {
  verbs ??= new Set(
    [...cueForms()]
      .filter(([, row]) => row.isStrong && row.kind === 'verb' && row.cueClass === 'says')
      .map(([form]) => form),
  )
  return verbs.has(word.toLowerCase())
}
