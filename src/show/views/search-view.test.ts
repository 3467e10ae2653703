import { expect, test } from 'vitest'
import { articleFromText } from '../../gather/article-from-text.ts'
import { read } from '../../read/read.ts'
import { searchView } from './search-view.ts'

test('what is found in a correction is shown, and a speaker without the comma behind the name', () => {
  const paragraphs = [
    'The crane was sound, Abel Noor, the head of the harbour, told the council.',
    'Correction: an earlier article said that the crane had fallen.',
  ]
  const article = articleFromText({
    text: paragraphs.join('\n\n'),
    blocks: [
      { start: 0, end: paragraphs[0]?.length ?? 0, kind: 'prose', rule: 'test' },
      {
        start: (paragraphs[0]?.length ?? 0) + 2,
        end: paragraphs.join('\n\n').length,
        kind: 'correction',
        rule: 'test',
      },
    ],
  })
  const kept = { article, reading: read(article) }
  const [result] = searchView('crane', [{ article: article.id, score: 1 }], new Map([[article.id, kept]]))
  const shown = result?.sentences.map(({ pieces, said }) => [pieces.map(({ text }) => text).join(''), said])
  expect(shown).toEqual([
    [paragraphs[0], 'Abel Noor, the head of the harbour'],
    [paragraphs[1], undefined],
  ])
})
