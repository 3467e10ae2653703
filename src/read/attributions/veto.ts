import type { RangeIndex } from '../../model/range-index.ts'
import type { Quotation } from '../../model/reading.ts'
import { contains, quoteOf, type Range } from '../../model/span.ts'
import { headOf } from '../sources/head.ts'
import { isNoCue } from './no-cues.ts'
import type { Triple } from './triple.ts'
import { type Paragraph, type Word, wordsIn } from './words.ts'

// Above this score the model is believed against the role of a quotation.
const surely = 0.6

/** What a triple is judged by: the text, its paragraph and the article's quotations. */
export type Judged = {
  readonly text: string
  readonly paragraph: Paragraph
  readonly quotations: RangeIndex<Quotation>
}

/** True when a triple cannot be one: no words in its content, no cue after all, or a title, term or name taken for speech. */
export function isVetoed(triple: Triple, { text, paragraph, quotations }: Judged): boolean {
  const hasWords = triple.content.some((range) => /[\p{L}\p{N}]/u.test(quoteOf(text, range)))
  if (!hasWords || isOther(triple, paragraph)) return true
  const next = quotations.startingFrom(triple.cue.end)
  const between = next === undefined ? 'x' : quoteOf(text, { start: triple.cue.end, end: next.start })
  if (next !== undefined && /^\s*(?:as\s+)?(?:the |a |an )?$/.test(between)) {
    // "The gang known as the “Grey Gulls”", "a drone called “Moth”": the marks say that it is a name.
    if (next.role === 'term' || isNaming(triple, paragraph, quoteOf(text, next.inner))) return true
  }
  if (isPlainAction(triple, { paragraph, quotations })) return true
  if (isAboutAnonymity(triple, paragraph) || isWithoutCue(triple, { paragraph, quotations })) return true
  // A line's label says whose words they are, be they few.
  if (triple.cueRow !== undefined || triple.score === undefined || triple.score > surely) return false
  // "The band opened with “Nine Bells”": no known cue, and the only quotation is none of speech.
  const inside = triple.content.flatMap(quotations.overlapping)
  return (
    inside.length > 0 &&
    inside.every((one) => one.role !== 'speech' && triple.content.some((range) => contains(range, one)))
  )
}

// "Voters read “A Winter in Sarne”", "She translated the letters": a title that is liked, a thing that is made, are nobody's words.
function isPlainAction(triple: Triple, { paragraph, quotations }: Omit<Judged, 'text'>): boolean {
  const { content } = triple
  if (triple.score === undefined || content.some((range) => wordsIn(paragraph, range).some(isClausal)))
    return false
  const inside = content.flatMap(quotations.overlapping)
  if (inside.some((one) => one.role === 'speech' || (one.role === 'scare' && !isName(one, paragraph))))
    return false
  // "Critics loved “A Winter in Sarne”"
  if (inside.length > 0) return triple.cueClass === undefined || isAttitude.has(triple.cueClass)
  const lemmas = wordsIn(paragraph, triple.cue)
    .filter(isVerb)
    .map(({ token }) => token.lemma)
  if (lemmas.some((lemma) => isNoCue('object', lemma))) return true
  // "The cover shows a nurse" tells what is to be seen; "The poll shows a tight race" tells what is so.
  if (lemmas.some((lemma) => isNoCue('picture', lemma)))
    return classOf(triple.source, paragraph) !== 'document'
  // "dismissed the claims of Karl Venn"
  if (wordsIn(paragraph, triple.cue).some(({ token }) => token.upos === 'NOUN')) return false
  return (
    lemmas.some((lemma) => isNoCue('people', lemma)) && content.every((range) => isPeople(range, paragraph))
  )
}

function classOf(range: Range | undefined, paragraph: Paragraph): string | undefined {
  return range === undefined ? undefined : headOf(wordsIn(paragraph, range))?.class?.kind
}

// "citing two officials", "dismissed the minister, Karl Venn"; "dismissed Karl Venn as a liar" says something.
function isPeople(range: Range, paragraph: Paragraph): boolean {
  if (wordsIn(paragraph, range).some(({ lower }) => lower === 'as')) return false
  const head = headOf(wordsIn(paragraph, range))
  return head?.word.token.upos === 'PROPN' || /^(?:anonymous|office|outlet)$/.test(head?.class?.kind ?? '')
}

// "asked not to be named", "requested anonymity": it says only how the source spoke.
function isAboutAnonymity({ content }: Triple, paragraph: Paragraph): boolean {
  const [first] = content
  if (first === undefined) return false
  // "The port has said nothing", "Nobody knows"
  if (
    content.length === 1 &&
    isNoCue(
      'nobody',
      wordsIn(paragraph, first)
        .map((word) => word.lower)
        .join(' '),
    )
  )
    return true
  let said = ''
  return wordsIn(paragraph, first)
    .slice(0, 5)
    .some(({ lower }) => {
      said = said === '' ? lower : `${said} ${lower}`
      return isNoCue('matter', said)
    })
}

// "had never", "was": auxiliaries alone say nothing, unless they lead to words in quotation marks.
function isWithoutCue(triple: Triple, { paragraph, quotations }: Omit<Judged, 'text'>): boolean {
  if (triple.score === undefined || triple.cueRow !== undefined) return false
  if (triple.content.flatMap(quotations.overlapping).some((one) => one.role === 'speech')) return false
  const words = wordsIn(paragraph, triple.cue)
  return words.length > 0 && words.every(({ token }) => /^(?:AUX|ADV|PART|DET)$/.test(token.upos ?? ''))
}

// "Voters approved “Measure 12”": the name of a law, not somebody's words.
function isName(quotation: Quotation, paragraph: Paragraph): boolean {
  const inner = wordsIn(paragraph, quotation.inner)
  return inner.length > 1 && inner.every(({ text }) => /^[\p{Lu}\p{N}]/u.test(text))
}

const isAttitude: ReadonlySet<string> = new Set(['believes', 'shows', 'intends', 'orders'])

function isClausal({ token }: Word): boolean {
  return token.upos === 'VERB' || token.upos === 'AUX'
}

// "called off the trip", "claimed the lives of nine": the words go on as something else.
function isOther({ cue }: Triple, { words }: Paragraph): boolean {
  const at = words.findIndex((word) => word.start < cue.end && cue.start < word.end && isVerb(word))
  if (at < 0) return false
  const lowers = words.slice(at, at + 3).map((word) => word.lower)
  return isNoCue('phrase', lowers.slice(0, 2).join(' ')) || isNoCue('phrase', lowers.join(' '))
}

function isVerb({ token }: Word): boolean {
  return token.upos === 'VERB'
}

// "is called “vaskar”", "a programme titled “Homes for All”", "sailors call “the Old Aunt”"; but "was called “a liar”" says something.
function isNaming({ cue }: Triple, { words }: Paragraph, said: string): boolean {
  const last = words.findLast((word) => word.start >= cue.start && word.end <= cue.end)
  if (last === undefined || !isNoCue('naming', last.token.lemma)) return false
  const inner = said.match(/[\p{L}\p{N}'’-]+/gu) ?? []
  if (inner.length > 5) return false
  if (inner.every((word) => /^(?:\p{Lu}|the$|of$|and$|for$|all$)/u.test(word)) && /\p{Lu}/u.test(said))
    return true
  return last.token.xpos === 'VBN' && inner.length <= 2 && !/^an?$/.test(inner[0] ?? '')
}
