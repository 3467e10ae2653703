import { proseKinds } from '../../model/article.ts'
import { contains, overlaps, type Range, type Span } from '../../model/span.ts'
import { table } from '../../text/table.ts'
import { trimmed } from '../claims/clauses.ts'
import type { Member } from '../member.ts'
import { roleOf } from '../origins/roles.ts'
import { senseOf } from '../words/senses.ts'
import { type Word, wordsOf } from '../words/words.ts'

/** How many words may stand between the words that something was to come and those that it did not. */
const reach = 12

/** A clause that tells that something did not come. */
export type Failure = {
  readonly whole: Span
  /** The words of it by which it was to come, where it has them. */
  readonly said?: Span
  /** "did not come" */
  readonly words: string
  /** The key of what was to come: the head of its subject. */
  readonly head: string
  /** Days that it names. */
  readonly days: readonly string[]
  readonly rule: string
}

/** The clauses of an article, outside headlines, that tell that something did not come: "the storm that forecasters had predicted did not come". */
export function failuresIn(member: Member): Failure[] {
  const { article, reading } = member
  const prose = article.blocks.filter(({ kind }) => proseKinds.has(kind) && kind !== 'headline')
  return reading.sentences
    .filter((sentence) => prose.some((block) => overlaps(block, sentence)))
    .flatMap((sentence) => failureIn(member, sentence) ?? [])
}

function failureIn({ article, reading }: Member, sentence: Range): Failure | undefined {
  const { said, failed } = patterns()
  const match = failed.exec(article.text.slice(sentence.start, sentence.end))
  if (match === null) return undefined
  const at = sentence.start + match.index
  const held = reading.attributions
    .flatMap(({ content }) => content)
    .find((range) => contains(range, { start: at, end: at }))
  const from = Math.max(sentence.start, held?.start ?? 0)
  const { start } = trimmed(article.text, {
    start: from + clauseStart(article.text.slice(from, at)),
    end: at,
  })
  const subject = article.text.slice(start, at).trimEnd()
  const whole = { article: article.id, start, end: at + match[0].length }
  const marker = said.exec(subject)
  const isNear = marker !== null && wordsOf(subject.slice(marker.index)).length <= reach
  const head = headOf(subject, isNear ? marker.index : undefined)
  if (head === undefined) return undefined
  return {
    whole,
    ...(isNear ? { said: { ...whole, end: start + subject.length } } : {}),
    words: match[0],
    head,
    days: reading.times.flatMap((time) =>
      overlaps(whole, time) && time.granularity === 'day' ? (time.interval?.from ?? []) : [],
    ),
    rule: rowOf(match[0]),
  }
}

// A clause begins behind the last stop or joint before it.
function clauseStart(before: string): number {
  const last = [...before.matchAll(joints)].at(-1)
  return last === undefined ? (/^\s*/.exec(before)?.[0].length ?? 0) : last.index + last[0].length
}

const joints = /[;:—–]\s+|,\s+(?:and|but|so)\s+|\s(?:but|although|though)\s+|[“"]/gu

// "The storm that forecasters had predicted", "talks expected on Friday", "the predicted storm": what was to come.
function headOf(subject: string, marker: number | undefined): string | undefined {
  const noun = nounIn(wordsOf(subject.slice(0, marker)))
  return noun ?? (marker === undefined ? undefined : nounIn(wordsOf(subject.slice(marker)).slice(1)))
}

// The last word before a preposition or a relative clause that is no name, office or person.
function nounIn(words: readonly Word[]): string | undefined {
  const end = words.findIndex(({ form }, i) => i > 0 && phraseEnd.test(form))
  const head = words.slice(0, end < 0 ? words.length : end).findLast(({ empty }) => !empty)
  if (head === undefined || (head.capital && head !== words[0]) || roleOf(head.key) !== undefined)
    return undefined
  return senseOf(head.key)
}

const phraseEnd = /^(?:that|which|who|of|on|in|at|for|by|from|to|between|with|had|has|have|was|were|is|are)$/

let known: { readonly said: RegExp; readonly failed: RegExp } | undefined

function patterns(): { readonly said: RegExp; readonly failed: RegExp } {
  known ??= { said: patternOf('said'), failed: patternOf('failed') }
  return known
}

function patternOf(role: string): RegExp {
  const rows = table('compare-failures').filter((row) => row.role === role)
  return new RegExp(`\\b(?:${rows.map((row) => row.pattern ?? '').join('|')})\\b`, 'iu')
}

function rowOf(words: string): string {
  const row = table('compare-failures').find(
    ({ role, pattern }) => role === 'failed' && new RegExp(`^(?:${pattern ?? ''})$`, 'iu').test(words),
  )
  return row?.id ?? ''
}
