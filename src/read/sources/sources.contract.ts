import { articleFromText } from '../../gather/article-from-text.ts'
import type { Attribution, Reading } from '../../model/reading.ts'
import { quoteOf, quoteOfAll } from '../../model/span.ts'
import { paragraphsOf } from '../../text/paragraphs.ts'
import { read } from '../read.ts'

/** The attributions of a text whose paragraphs are parted by empty lines, read with the trained weights. */
export function attributionsIn(text: string): readonly Attribution[] {
  return readingOf(text).attributions
}

/** The reading of a text whose paragraphs are parted by empty lines; `headline` makes the first of them its headline. */
export function readingOf(text: string, first: 'paragraph' | 'headline' = 'paragraph'): Reading {
  const blocks = paragraphsOf(text).map((block, i) =>
    i === 0 && first === 'headline' ? { ...block, kind: 'headline' as const } : block,
  )
  return read(articleFromText({ text, blocks }))
}

/** The attribution whose source, cue or content has the words; throws for none, so that a test says which it lacked. */
export function attributionWith(text: string, words: string): Attribution {
  const all = attributionsIn(text)
  const found =
    all.find(({ content }) => quoteOfAll(text, content).includes(words)) ??
    all.find(({ source, cue }) => quoteOfAll(text, [...source.spans, ...cue]).includes(words))
  if (found === undefined) throw new Error(`no attribution of "${words}" in: ${text}`)
  return found
}

/** The words of a range, undefined for none. */
export function wordsOf(
  text: string,
  range: { readonly start: number; readonly end: number } | undefined,
): string | undefined {
  return range === undefined ? undefined : quoteOf(text, range)
}
