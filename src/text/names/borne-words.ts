import type { Language, Sentence, Token } from '../../model/language.ts'
import { table } from '../table.ts'
import { isWeekday, mayBeDate } from './date-words.ts'
import { typeByGazetteer, typeByWord } from './name-words.ts'

/**
 * Words of a text that somebody bears as a name although they are common words, and that the reader took for such or left out of the name:
 * "Anna Will told", "Mr Will", "Will added". Sentence by sentence the indices of the words.
 */
export function borneWords(text: string, sentences: readonly Sentence[], names: Language['names']): Borne {
  const lines = linesOf(text, sentences, names)
  const found = lines.map((line) => (isHeadline(line) ? [] : introduced(line)))
  const titled = new Set(
    lines.flatMap(({ words }) => words.flatMap(({ form }, i) => (isAddressed(words, i) ? form : []))),
  )
  const people = lines.map(({ words }) => words.flatMap((_, i) => (isPersonTyped(words, i, titled) ? i : [])))
  const surnames = new Set(
    lines.flatMap((line, s) => [
      ...(found[s] ?? []).flatMap(({ surname }) => surname ?? []),
      ...(people[s] ?? []).flatMap((at) => line.words[at]?.form ?? []),
      ...line.words.flatMap(({ person }, i) =>
        person === 'last' && /^\p{Lu}/u.test(line.words[i]?.form ?? '') ? (line.words[i]?.form ?? '') : [],
      ),
    ]),
  )
  return lines.map((line, s) => {
    const borne = new Set([...(found[s] ?? []).map(({ at }) => at), ...(people[s] ?? [])])
    line.words.forEach((word, i) => {
      if (word.person !== undefined && isMisread(word) && isNamelike(word)) borne.add(i)
      else if (word.person === undefined && surnames.has(word.form) && isBearer(line, i)) borne.add(i)
    })
    return borne
  })
}

/** Indices of words in each sentence. */
export type Borne = readonly ReadonlySet<number>[]

type Word = {
  readonly form: string
  readonly token: Token
  /** Where in a person's name it stands; `last` of a name of several words. */
  readonly person?: 'only' | 'first' | 'last' | 'inner'
  /** True within the name of something else, of one word or of several. */
  readonly isOther: boolean
  readonly isLong?: boolean
}

type Line = { readonly words: readonly Word[] }

function linesOf(text: string, sentences: readonly Sentence[], names: Language['names']): Line[] {
  let next = 0
  return sentences.map(({ tokens, end }) => {
    const own: Language['names'][number][] = []
    for (; next < names.length && (names[next]?.start ?? end) < end; next++)
      own.push(...names.slice(next, next + 1))
    let at = 0
    const words = tokens.map((token): Word => {
      while ((own[at]?.end ?? token.end) <= token.start) at++
      const name = own[at]
      const form = text.slice(token.start, token.end)
      if (name === undefined || name.start > token.start || name.type === 'TITLE')
        return { form, token, isOther: false }
      const [isFirst, isLast] = [name.start === token.start, name.end === token.end]
      // "Emperor of the United States" has words that are nobody's.
      const isPerson = name.type === 'PER' && !/ (?:of|the) /.test(text.slice(name.start, name.end))
      if (!isPerson) return { form, token, isOther: true, isLong: !(isFirst && isLast) }
      return {
        form,
        token,
        isOther: false,
        person: isFirst ? (isLast ? 'only' : 'first') : isLast ? 'last' : 'inner',
      }
    })
    return { words }
  })
}

// "Theresa May Vows to Stay": where nearly every word has a capital, capitals tell nothing.
function isHeadline({ words }: Line): boolean {
  const letters = words.filter(({ form }) => /^\p{L}{2,}/u.test(form))
  const small = letters.filter(({ form }) => /^\p{Ll}/u.test(form)).length
  return letters.length > 2 && small * 2 < letters.length
}

type Introduced = { readonly at: number; readonly surname?: string }

// Words that stand where a name is introduced: after a given name, after a form of address, or before a surname and its verb.
function introduced({ words }: Line): Introduced[] {
  const found: Introduced[] = []
  words.forEach((word, i) => {
    if (!isNamelike(word) || word.isOther) return
    if (word.person === undefined && isSurnameAt(words, i)) found.push({ at: i, surname: word.form })
    else if (isTitledAt(words, i)) {
      const last = isNamelike(words[i + 1]) && words[i + 1]?.isOther === false ? i + 1 : i
      if (words[last]?.person === undefined || last > i)
        found.push({ at: i }, { at: last, surname: words[last]?.form ?? '' })
    } else if (isGivenAt(words, i)) found.push({ at: i }, { at: i + 1, surname: words[i + 1]?.form ?? '' })
  })
  return found.filter(({ at }) => words[at]?.person === undefined || isCommonTag(words[at]))
}

// "Anna Will told": a word with a capital that is no noun, after a name of one word and before running words.
function isSurnameAt(words: readonly Word[], i: number): boolean {
  const [before, given, word, after] = [words[i - 2], words[i - 1], words[i], words[i + 1]]
  if (given?.person !== 'only' || word === undefined || !isCommonTag(word) || isNoun(word)) return false
  if (/^the$/i.test(before?.form ?? '') || isDay(words, i) || isNamelike(after)) return false
  return after === undefined || /^(?:VERB|AUX|PUNCT|PART|CCONJ|ADP|SCONJ)$/.test(after.token.upos ?? '')
}

// "Mr Will", "Justice Story ruled", "President Faith Strong".
function isTitledAt(words: readonly Word[], i: number): boolean {
  const title = words[i - 1]?.form.replace(/\.$/, '') ?? ''
  const isTwo = isNamelike(words[i + 1])
  const last = isTwo ? i + 1 : i
  if (isNamelike(words[last + 1]) || !isPersonWord(words, i) || !isPersonWord(words, last)) return false
  if (address.test(title)) return !isDay(words, last)
  if (!post.test(title)) return false
  return (
    isVerb(words[last + 1]) ||
    (isTwo && title !== 'Justice' && /^(?:,|and|of|['’]s)$/.test(formAt(words, last + 1)))
  )
}

// "Will Young said": no question has its verb in the past, so "Will" is a name.
function isGivenAt(words: readonly Word[], i: number): boolean {
  const [word, family, verb] = [words[i], words[i + 1], words[i + 2]]
  return (
    /^(?:MD|VB|VBP)$/.test(word?.token.xpos ?? '') &&
    word?.person === undefined &&
    family?.person === 'only' &&
    (/^(?:VBD|VBZ)$/.test(verb?.token.xpos ?? '') ||
      (word?.token.xpos === 'MD' && (verb?.token.xpos === 'VBN' || speaks(words, i + 2))))
  )
}

// The surname of somebody whom the text introduces: with a capital within a sentence, or before a verb of saying at its beginning.
function isBearer({ words }: Line, i: number): boolean {
  const [before, word, after] = [words[i - 1], words[i], words[i + 1]]
  if (!isNamelike(word) || word?.isLong === true || isNamelike(after)) return false
  if (mayBeDate(formAt(words, i), formAt(words, i - 1), formAt(words, i + 1))) return false
  if (word?.isOther === true && /^(?:in|at|near|from|to|into|across|around)$/i.test(before?.form ?? ''))
    return false
  if (before === undefined || /^["“”'‘’:(\p{Pd}*•]+$/u.test(before.form)) return speaks(words, i + 1)
  if (isNamelike(before)) return address.test(before.form.replace(/\.$/, '')) || isOpener(words, i - 1)
  return before.token.upos !== 'DET' && !/^(?:the|an?)$/i.test(before.form)
}

// "Ms Field", "Field" as a person elsewhere: the text bears the word as a surname.
function isAddressed(words: readonly Word[], i: number): boolean {
  const { form = '', person, isOther } = words[i] ?? {}
  const title = words[i - 1]?.form.replace(/\.$/, '') ?? ''
  return (
    isPersonWord(words, i) && isOther === false && form !== '' && (person === 'only' || address.test(title))
  )
}

// "Rose Field, the mayor, said": the last of two words that were taken for a thing's name, and are followed by what only a person is.
function isPersonTyped(words: readonly Word[], i: number, addressed: ReadonlySet<string>): boolean {
  const [before, given, word, after] = [words[i - 2], words[i - 1], words[i], words[i + 1]]
  const isPair =
    word?.isLong === true && given?.isLong === true && before?.isLong !== true && after?.isLong !== true
  if (!isPair || word === undefined || !isNamelike(given) || !isNamelike(word) || isNamelike(before))
    return false
  if (/^(?:the|in|at|from|near|to|of)$/i.test(before?.form ?? '')) return false
  const name = `${given.form} ${word.form}`
  if (typeByGazetteer(name) !== undefined || typeByWord(word.form, 'last') !== undefined) return false
  return addressed.has(word.form) || hasPersonApposition(words, i + 1)
}

// ", the mayor," and ", a spokeswoman for".
function hasPersonApposition(words: readonly Word[], comma: number): boolean {
  if (words[comma]?.form !== ',') return false
  for (let i = comma + 1; i < comma + 7; i++) {
    const [form = '', next = ''] = [words[i]?.form, words[i + 1]?.form]
    if (posts().has(form)) return /^(?:,|of|for|at|to|in|and|with)$/.test(next)
    if (!/^\p{L}/u.test(form) || words[i]?.token.upos === 'VERB') return false
  }
  return false
}

let persons: ReadonlySet<string> | undefined

function posts(): ReadonlySet<string> {
  persons ??= new Set(table('titles').flatMap(({ word = '', kind }) => (kind === 'noun' ? word : [])))
  return persons
}

// "Minister", "Senators".
function isPost(form: string): boolean {
  const low = form.toLowerCase()
  return posts().has(low) || posts().has(low.replace(/s$/, ''))
}

function isOpener(words: readonly Word[], i: number): boolean {
  const { form = '', token, person, isOther = true } = words[i] ?? {}
  return (
    i === 0 &&
    person === undefined &&
    !isOther &&
    form !== 'The' &&
    token?.upos !== 'PROPN' &&
    token?.upos !== 'NOUN'
  )
}

// "Will said", "Will later added".
function speaks(words: readonly Word[], i: number): boolean {
  saying ??= new Set(
    table('cues').flatMap(({ kind, forms = '' }) => (kind === 'verb' ? forms.split('|').slice(1) : [])),
  )
  const at = words[i]?.token.upos === 'ADV' ? i + 1 : i
  return saying.has(words[at]?.form ?? '')
}

let saying: ReadonlySet<string> | undefined

function isCommonTag(word: Word | undefined): boolean {
  return word?.token.upos !== undefined && word.token.upos !== 'PROPN'
}

// Also where a second look only mended the tag: what is made of the sentence was made before that.
function isMisread(word: Word): boolean {
  const { firstTags, deprel } = word.token
  return isCommonTag(word) || deprel === 'aux' || (firstTags !== undefined && firstTags.upos !== 'PROPN')
}

function isNoun(word: Word): boolean {
  return word.token.upos === 'NOUN'
}

function isNamelike(word: Word | undefined): boolean {
  return word !== undefined && /^\p{Lu}\p{Ll}+$/u.test(word.form)
}

function isPersonWord(words: readonly Word[], i: number): boolean {
  const word = words[i]
  if (word === undefined || word.isOther || !isNamelike(word)) return false
  return (
    !isPost(word.form) &&
    typeByWord(word.form, 'last') === undefined &&
    typeByWord(word.form, 'first') === undefined
  )
}

function isVerb(word: Word | undefined): boolean {
  return /^(?:VBD|VBZ|MD)$/.test(word?.token.xpos ?? '') && /^\p{Ll}/u.test(word?.form ?? '')
}

function isDay(words: readonly Word[], i: number): boolean {
  const form = formAt(words, i)
  return isWeekday(form) || mayBeDate(form, formAt(words, i - 1), formAt(words, i + 1))
}

function formAt(words: readonly Word[], i: number): string {
  return words[i]?.form ?? ''
}

const address = /^(?:Mr|Mrs|Ms|Miss|Mx|Sir|Lady|Dame|Dr|Prof)$/
const post =
  /^(?:President|Premier|Chancellor|Senator|Governor|Mayor|Judge|Justice|Ambassador|Minister|Secretary|Commissioner|Professor|Doctor|Lord|Captain|Colonel|Admiral|Sheriff|Archbishop|Bishop|Rabbi|Spokes(?:man|woman|person))$/
