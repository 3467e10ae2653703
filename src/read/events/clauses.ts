import { proseKinds } from '../../model/article.ts'
import type { Sentence, Token } from '../../model/language.ts'
import type { Range } from '../../model/span.ts'
import type { ReadContext } from '../context.ts'
import { phrasesAt, phraseTable } from './phrases.ts'

/** A clause of a sentence: what one finite verb says, without who is said to say it. */
export type Clause = Range & {
  readonly sentence: Sentence
  readonly tokens: readonly Token[]
  /** The words in lower case. */
  readonly forms: readonly string[]
  /** The word that joins it to its sentence, such as "if" or "after". */
  readonly joined?: string
  /** True when it is what somebody is said to say. */
  readonly isReported: boolean
  /** The word that says so, such as "confirmed". */
  readonly said?: string
  /** True inside quotation marks. */
  readonly isQuoted: boolean
  /** True for the first clause of its paragraph's first sentence. */
  readonly isLead: boolean
}

/** The clauses of an article's prose, in text order. */
export function clausesOf(context: ReadContext): Clause[] {
  const { article, language } = context
  const clauses: Clause[] = []
  let isQuoted = false
  let block = -1
  for (const sentence of wholeSentences(article.text, language.sentences)) {
    const kind = article.blocks[sentence.block]?.kind
    if (kind === undefined || !proseKinds.has(kind) || kind === 'headline') continue
    if (sentence.block !== block) isQuoted = false
    const isLead = sentence.block !== block
    block = sentence.block
    const forms = sentence.tokens.map((token) =>
      article.text.slice(token.start, token.end).toLowerCase().replace('’', "'"),
    )
    const capitals = sentence.tokens.map((token) =>
      /^\p{Lu}/u.test(article.text.slice(token.start, token.start + 1)),
    )
    const cut = cutSentence({ sentence, forms, capitals, isQuoted, isLead })
    clauses.push(...cut.clauses)
    isQuoted = cut.isQuoted
  }
  return clauses
}

/** Sentences, those cut after a word in quotation marks joined again: one that does not end goes on. */
function wholeSentences(text: string, sentences: readonly Sentence[]): Sentence[] {
  const whole: Sentence[] = []
  for (const sentence of sentences) {
    const last = whole.at(-1)
    const goesOn =
      last !== undefined &&
      last.block === sentence.block &&
      !/[.!?:;…]\s*["'”’)\]]*$/.test(text.slice(last.start, last.end)) &&
      !text.slice(last.end, sentence.start).includes('\n')
    if (last === undefined || !goesOn) whole.push(sentence)
    else
      whole[whole.length - 1] = { ...last, end: sentence.end, tokens: [...last.tokens, ...sentence.tokens] }
  }
  return whole
}

type Scene = {
  readonly sentence: Sentence
  readonly forms: readonly string[]
  /** True for words that begin with a capital. */
  readonly capitals: readonly boolean[]
  readonly isQuoted: boolean
  readonly isLead: boolean
}

function cutSentence(scene: Scene): { clauses: Clause[]; isQuoted: boolean } {
  const { forms } = scene
  const clauses: Clause[] = []
  let start = 0
  let joined: string | undefined
  let isReported = false
  let said: string | undefined
  let isQuoted = scene.isQuoted
  const close = (end: number, next: { at: number; joined?: string; isReported: boolean }) => {
    const clause = clauseOf(scene, { start, end, joined, isReported, isQuoted })
    if (clause !== undefined) clauses.push(isReported && said !== undefined ? { ...clause, said } : clause)
    start = next.at
    joined = next.joined
    isReported = next.isReported
  }
  for (let i = 0; i < forms.length; i++) {
    const form = forms[i] ?? ''
    const scare = scareEnd(forms, i)
    if (scare !== undefined) i = scare
    else if (isMark(form, i, forms)) {
      close(i, { at: i + 1, isReported: true })
      isQuoted = form === '“' || form === '‘' ? true : form === '”' || form === '’' ? false : !isQuoted
    } else if (form === ';' || form === ':' || form === '—' || form === '–')
      close(i, { at: i + 1, isReported })
    else if (form === 'that' && sayingBefore(scene, i) !== undefined) {
      said = sayingBefore(scene, i)
      close(i + 1, { at: i + 1, isReported: true })
    } else if (joiners.has(form) && i > start && startsClause(forms, i))
      close(withoutMeasure(forms, i), { at: i + 1, joined: form, isReported })
    else if (form === ',' && isTail(scene, i)) close(i, { at: i + 1, isReported: false })
    else if (isSaying(scene, i)) {
      const after = forms[i + 1] === 'that' || forms[i + 1] === 'whether' ? i + 2 : i + 1
      close(after, { at: after, isReported: true })
      said = form
    }
  }
  close(forms.length, { at: forms.length, isReported: false })
  return { clauses, isQuoted }
}

const joiners: ReadonlySet<string> = new Set([
  'while',
  'although',
  'though',
  'because',
  'whereas',
  'but',
  'after',
  'before',
  'since',
  'unless',
  'if',
  'once',
  'who',
  'which',
  'where',
  'when',
  'that',
  'whatever',
  'so',
])

// "after the talks on Friday" is no clause of its own: one begins where a verb may follow.
function startsClause(forms: readonly string[], at: number): boolean {
  const form = forms[at] ?? ''
  if (form !== 'after' && form !== 'before' && form !== 'since') return true
  return forms.slice(at + 1, at + 9).some((word) => finite.test(word))
}

// "arrived on Saturday, a day before they are due to begin": the measure belongs to what follows.
function withoutMeasure(forms: readonly string[], at: number): number {
  if (!/^(?:after|before)$/.test(forms[at] ?? '') || !unitWord.test(forms[at - 1] ?? '')) return at
  let start = at - 1
  while (start > 0 && amountWord.test(forms[start - 1] ?? '')) start--
  return forms[start - 1] === ',' ? start - 1 : at
}

const unitWord = /^(?:minute|hour|day|night|week|month|year)s?$/
const amountWord =
  /^(?:an?|the|one|two|three|four|five|six|seven|eight|nine|ten|several|some|few|many|just|only|barely|more|less|than|nearly|almost|about|\d+)$/

const finite =
  /^(?:was|were|is|are|had|has|have|will|would|did|met|held|came|went|said|told|took|began|broke|gave|saw|[a-z]+ed)$/

function isMark(form: string, at: number, forms: readonly string[]): boolean {
  if (form === '“' || form === '”' || form === '"' || form === '``' || form === "''") return true
  if (form === '‘') return true
  return form === '’' && forms.slice(0, at).includes('‘')
}

// "said on Tuesday that", "told reporters late on Friday that": the verb of saying, past its day and its hearers.
function sayingBefore(scene: Scene, at: number): string | undefined {
  const { forms } = scene
  for (let i = at - 1; i >= Math.max(0, at - 6); i--) {
    if (isCue({ ...scene, forms: [...forms.slice(0, i + 1), 'that'] }, i)) return forms[i]
    if (!besideSaying.test(forms[i] ?? '')) return undefined
  }
  return undefined
}

const besideSaying =
  /^(?:on|in|at|late|early|earlier|later|last|this|monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today|week|month|year|morning|afternoon|evening|night|january|february|march|april|may|june|july|august|september|october|november|december|reporters|journalists|lawmakers|parliament|again|also|\d{1,2})$/

// 'Israel', “very good”: one to four words between marks are part of the clause around them.
function scareEnd(forms: readonly string[], at: number): number | undefined {
  const open = forms[at] ?? ''
  if (!/^[“"‘'`]+$/.test(open)) return undefined
  for (let i = at + 2; i <= Math.min(forms.length - 1, at + 5); i++) {
    const form = forms[i] ?? ''
    if (/^[.!?,]$/.test(form)) return undefined
    if (/^[”"’']+$/.test(form)) return i
  }
  return undefined
}

// ", the ministry said", ", according to X": the end of what is said.
function isTail(scene: Scene, at: number): boolean {
  const { forms } = scene
  if (
    forms[at + 1] === 'according' ||
    forms[at + 1] === 'citing' ||
    forms[at + 1] === 'saying' ||
    forms[at + 1] === 'adding'
  )
    return true
  if (isDayAt(forms, at + 1)) return false
  for (let i = at + 1; i < Math.min(forms.length, at + 12); i++) {
    if (isCue(scene, i) || isSoSaid(forms, i)) return true
    if (isOwnVerb(scene, i)) return false
  }
  return false
}

// ", Mr Lind promised.": the last word of a sentence says who vouches for it.
function isSoSaid(forms: readonly string[], at: number): boolean {
  return (
    /^(?:promise[sd]|rule[sd]|pledge[sd]|vow(?:s|ed)|decided|ordered|wrote|hinted)$/.test(forms[at] ?? '') &&
    (forms[at + 1] === undefined || forms[at + 1] === '.')
  )
}

// "by a week, to Monday 29 January, the union said": the new day belongs to what is said.
function isDayAt(forms: readonly string[], at: number): boolean {
  return /^(?:to|until|till|from|on|for)$/.test(forms[at] ?? '') && dayWord.test(forms[at + 1] ?? '')
}

const dayWord =
  /^(?:\d{1,2}|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:january|february|march|april|june|july|august|september|october|november|december)|next|tomorrow)$/

// "his deputy, Ada Lind, is to give evidence on Friday, the court said": the verb after the comma is what is said; in "the Post has reported" it is not.
function isOwnVerb(scene: Scene, at: number): boolean {
  const form = scene.forms[at] ?? ''
  if (/^(?:has|have|had)$/.test(form)) return !isCue(scene, at + 1) && !isCue(scene, at + 2)
  return /^(?:will|would|shall|is|are|was|were|wo|'ll)$/.test(form)
}

// "said the talks", "warned that": what follows is what is said. "Accused Iran of" takes no clause of its own.
function isSaying(scene: Scene, at: number): boolean {
  const { forms } = scene
  const next = forms[at + 1]
  if (next === undefined || /^[.,;:)]$/.test(next) || !isCue(scene, at)) return false
  if (next === 'that' || next === 'whether') return true
  if (
    !/^(?:sa(?:y|ys|id|ying)|add(?:s|ed)|believe[sd]?|thinks?|thought|insist(?:s|ed)|warn(?:s|ed)|confirmed|cautioned)$/.test(
      forms[at] ?? '',
    )
  )
    return false
  return (
    !/^(?:on|in|at|by|of|of|to|for|about|against|from|with|monday|tuesday|wednesday|thursday|friday|saturday|sunday|it|so|yes|no)$/.test(
      next,
    ) || next === 'it'
  )
}

function isCue(scene: Scene, at: number): boolean {
  const { forms, sentence } = scene
  const before = forms[at - 1] ?? ''
  if (
    /^(?:the|a|an|every|any|no|this|that|his|her|its|their|each|of|another|be|been|being|off|is|was|were|are|to|not|will|would|shall|should|must|may|might|could|can)$/.test(
      before,
    )
  )
    return false
  if (/^call/.test(forms[at] ?? '') && /^(?:off|up|out|on|for)$/.test(forms[at + 1] ?? '')) return false
  if (scene.capitals[at] === true && at > 0) return false
  const upos = sentence.tokens[at]?.upos
  if (upos === 'NOUN' || upos === 'ADJ' || upos === 'PROPN') return false
  return phrasesAt(phraseTable('cues'), forms, at).some(
    ({ row }) =>
      row.kind === 'verb' &&
      (row.strength === 'strong' || forms[at + 1] === 'that') &&
      /^(?:says|denies|believes|doubts)$/.test(row.class ?? ''),
  )
}

type Cut = {
  readonly start: number
  readonly end: number
  readonly joined?: string | undefined
  readonly isReported: boolean
  readonly isQuoted: boolean
}

function clauseOf(scene: Scene, cut: Cut): Clause | undefined {
  let { start, end } = cut
  const { forms, sentence } = scene
  while (start < end && /^(?:[,.“”"‘’'();:–—-]|and|that|whether|``|'')$/.test(forms[start] ?? '')) start++
  while (end > start && /^[,.“”"‘’();:–—!?-]$/.test(forms[end - 1] ?? '')) end--
  const tokens = sentence.tokens.slice(start, end)
  const [first, last] = [tokens[0], tokens.at(-1)]
  if (first === undefined || last === undefined || tokens.length < 2) return undefined
  return {
    start: first.start,
    end: last.end,
    sentence,
    tokens,
    forms: forms.slice(start, end),
    ...(cut.joined === undefined ? {} : { joined: cut.joined }),
    isReported: cut.isReported,
    isQuoted: cut.isQuoted,
    isLead: scene.isLead && cut.start === 0,
  }
}
