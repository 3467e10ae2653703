import { expect, test } from 'vitest'
import { articleFromText } from '../../gather/article-from-text.ts'
import { quoteOf } from '../../model/span.ts'
import { readLanguage } from '../../text/language.ts'
import { withWholePhrases } from './whole-phrase.ts'
import { wordTree } from './word-tree.ts'
import { paragraphsIn } from './words.ts'

test.each([
  [
    'The mayor said the envoys would meet in Velm on Sunday, and left.',
    'the envoys would meet in Velm on',
    'the envoys would meet in Velm on Sunday',
  ],
  [
    'The mayor said the envoys would meet in the town hall.',
    'the envoys would meet in the',
    'the envoys would meet in the town hall',
  ],
  ['The mayor said the pier was shut and left the room.', 'the pier was shut and', 'the pier was shut'],
  ['The mayor said the pier was shut.', 'the pier was shut', 'the pier was shut'],
])('%s', (text, found, wanted) => {
  const article = articleFromText({ text })
  const language = readLanguage(article.text, article.blocks, article.language)
  const [paragraph] = paragraphsIn({ article, language }, [])
  const tree = paragraph && wordTree(paragraph.words)
  if (paragraph === undefined || tree === undefined) throw new Error(`no tree for: ${text}`)
  const range = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
  const triple = { source: range('The mayor'), cue: range('said'), content: [range(found)], rules: [] }
  const { content } = withWholePhrases(triple, paragraph.words, tree)
  expect(content.map((one) => quoteOf(text, one))).toEqual([wanted])
})
