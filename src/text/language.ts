import { type Block, proseKinds } from '../model/article.ts'
import type { Language, Sentence } from '../model/language.ts'
import { sentenceEnds } from './sentences.ts'
import { tokensOf } from './tokens.ts'

/** Sentences, words and names of an article's text; only blocks of `proseKinds` are read, and no sentence crosses a block's edge. */
export function readLanguage(text: string, blocks: readonly Block[]): Language {
  const sentences = blocks.flatMap((block, i) =>
    proseKinds.has(block.kind) ? plainSentences(text, block, i) : [],
  )
  return { sentences, names: [], model: 'rules' }
}

/** The sentences of one block with words alone: no tags, no trees. */
function plainSentences(text: string, block: Block, index: number): Sentence[] {
  const words = tokensOf(text, block)
  let first = 0
  return sentenceEnds(text, words).map((end) => {
    const tokens = words
      .slice(first, end)
      .map((word) => ({ ...word, lemma: text.slice(word.start, word.end).toLowerCase() }))
    first = end
    return {
      start: tokens[0]?.start ?? block.start,
      end: tokens.at(-1)?.end ?? block.end,
      block: index,
      tokens,
    }
  })
}
