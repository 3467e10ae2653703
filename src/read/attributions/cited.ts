import { overlaps, type Range } from '../../model/span.ts'
import { headOf } from '../sources/head.ts'
import type { Triple } from './triple.ts'
import { indexBehind, type Paragraph, type Word, wordsIn } from './words.ts'

/**
 * The attribution that lies behind a report: "the Courier, citing two officials, said", "a report in the Courier that cited
 * two officials" have the officials' words from the outlet; undefined where a report cites nobody.
 */
export function citedTriple(triple: Triple, paragraph: Paragraph): Triple | undefined {
  const { source, cue, content } = triple
  const at = indexBehind(paragraph.words, cue.start)
  const around = paragraph.words[at]
  if (source === undefined || around === undefined) return undefined
  const sentence = paragraph.words.slice(around.first, around.last)
  const i = sentence.findIndex((word, k) => isCiting(sentence, k) && word.start >= source.start)
  const citing = sentence[i]
  if (citing === undefined || content.some((range) => overlaps(range, citing)) || overlaps(cue, citing))
    return undefined
  const cited = peopleIn(sentence.slice(i + 1), content)
  const head = cited === undefined ? undefined : headOf(wordsIn(paragraph, cited))
  if (cited === undefined || head === undefined || !isSpeaker(head.word, head.class?.kind)) return undefined
  return {
    source: cited,
    cue: { start: citing.start, end: citing.end },
    content,
    cueClass: 'says',
    citedBy: source,
    rules: ['A-CITED'],
  }
}

// ", citing two officials", "that cited two officials", "which quoted the mayor"
function isCiting(words: readonly Word[], at: number): boolean {
  const lower = words[at]?.lower ?? ''
  if (/^(?:citing|quoting)$/.test(lower)) return true
  return /^(?:cited|cites|quoted|quotes)$/.test(lower) && /^(?:that|which)$/.test(words[at - 1]?.lower ?? '')
}

function peopleIn(words: readonly Word[], content: readonly Range[]): Range | undefined {
  const taken: Word[] = []
  for (const word of words) {
    if (content.some((range) => overlaps(range, word)) || /^[,.;:–—()]$|^(?:that|as)$/.test(word.lower)) break
    if (taken.length > 0 && /^(?:said|says|reported|reports|wrote)$/.test(word.lower)) break
    taken.push(word)
    if (taken.length === 12) break
  }
  const [first] = taken
  const last = taken.at(-1)
  return first === undefined || last === undefined ? undefined : { start: first.start, end: last.end }
}

function isSpeaker({ token }: Word, kind: string | undefined): boolean {
  return kind === 'anonymous' || kind === 'office' || kind === 'outlet' || token.upos === 'PROPN'
}
