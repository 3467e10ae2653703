import type { Range } from '../../model/span.ts'
import { hasVerb } from '../claims/clauses.ts'
import { type Side, sidesTaken } from './stance.ts'

/** A side that a clause says its subject takes, with the words of the subject. */
export type ToldStance = {
  readonly holder: Range
  readonly stance: 'for' | 'against'
  readonly rule: string
  readonly matter: Range
}

/** What a clause says of its subject's side: "The transport ministry now backs the line", "…, which had opposed the line, now backs it". */
export function toldStance(text: string, clause: Range): ToldStance | undefined {
  const words = text.slice(clause.start, clause.end)
  const aside = relative.exec(words)
  const main = aside === null ? words : words.replace(aside[0], ' '.repeat(aside[0].length))
  const taken = sidesTaken(main).find((side) => isFiniteVerb(main, side))
  if (taken === undefined) return undefined
  const subject = subjectBefore(words.slice(0, aside?.index ?? taken.at), main.slice(0, taken.at))
  const matter = matterAfter(words, taken.end) ?? (aside === null ? undefined : matterIn(words, aside))
  if (subject === undefined || matter === undefined) return undefined
  const at = (range: Range) => ({ start: clause.start + range.start, end: clause.start + range.end })
  return {
    holder: at(subject),
    stance: (taken.stance === 'against') !== taken.turned ? 'against' : 'for',
    rule: taken.rule,
    matter: at(matter),
  }
}

// "The ministry, which had opposed the line, now …": what was before stands aside.
const relative = /,\s(?:which|who)\s(?:has|have|had|once|long|earlier|previously|first)\s[^,;:“”"]{3,80},/u

/** Verbs whose forms alone tell that somebody takes the side: no plans, offers and demands. */
const telling: ReadonlySet<string> = new Set(['POS-back', 'POS-reject', 'POS-drop', 'POS-withdraw'])

// "backs", "has backed", "opposed the line"; "is opposed", "a plan backed by" and "to back" are none.
function isFiniteVerb(
  words: string,
  { at, end, rule, verb }: Side & { readonly at: number; readonly end: number },
): boolean {
  // "Agreed prices", "agreed late on Friday": a deal of several, and no side of one.
  if (!telling.has(rule) || /^agree/.test(verb)) return false
  const before = words.slice(0, at).trimEnd()
  if (
    /\b(?:is|are|was|were|be|been|being|to|would|could|might|may|should|must)(?:\s+\p{L}+ly)?$/iu.test(before)
  )
    return false
  if (/^\s+(?:by|to)\b/.test(words.slice(end)) && !/\bto$/.test(verb)) return false
  return /(?:s|ed)$/.test(verb.split(' ')[0] ?? '') || /\b(?:has|have|had)(?:\s+\p{L}+)?$/u.test(before)
}

// At most six words from the head of the clause, a name or what "the" brings in.
function subjectBefore(head: string, before: string): Range | undefined {
  const subject = head.replace(/[\s,]+$/u, '').replace(leading, '')
  const between = before.slice(subject.length).replace(/[\s,]/gu, '')
  const isShort = subject.split(/\s+/).length <= 6 && definite.test(subject)
  if (!isShort || /[,;:]/.test(subject) || hasVerb(subject)) return undefined
  return between === '' || leading.test(` ${before.slice(subject.length).trim()}`)
    ? { start: 0, end: subject.length }
    : undefined
}

// "A senior official" may be anybody.
const definite =
  /^(?:[Tt]he\s|(?!(?:An?|One|Two|Three|Some|Several|Many|Most|Few|No|Nobody|Who|What|Those|These|They|He|She|It|We|I)\s)\p{Lu})/u

const leading =
  /(?:\s+(?:now|still|again|also|has|have|had|long|strongly|firmly|finally|never|not|no longer|since|however|therefore|\p{Ll}+ly))+$/u

// Up to the next comma or side clause; "it" is nothing by itself.
function matterAfter(words: string, from: number): Range | undefined {
  const rest =
    /^\s*([^,;:“”"]*?)(?=\s+(?:after all|because|after|when|while|if|but|and)\b|[,;:“”"]|\s*$)/u.exec(
      words.slice(from),
    )
  const matter = rest?.[1] ?? ''
  if (matter.length < 3 || /^(?:it|them|this|that|him|her)\b/i.test(matter)) return undefined
  const start = from + (rest?.[0].length ?? 0) - matter.length
  return { start, end: start + matter.length }
}

function matterIn(words: string, aside: RegExpExecArray): Range | undefined {
  const [side] = sidesTaken(aside[0])
  return side === undefined ? undefined : matterAfter(words, aside.index + side.end)
}
