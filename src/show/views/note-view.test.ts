import { expect, test } from 'vitest'
import { articleFromText } from '../../gather/article-from-text.ts'
import { read } from '../../read/read.ts'
import { aloneWith } from './alone-with.ts'
import { articleView } from './article-view.ts'
import { noteViews } from './note-view.ts'

function keptOf(text: string, title?: string) {
  const article = articleFromText({ text, outlet: 'Velm Post', ...(title === undefined ? {} : { title }) })
  return { article, reading: read(article) }
}

test('what the headline repeats leads to the note of the body, and is counted once', () => {
  const kept = keptOf(
    'Ferry line to close in May, owner says\n\nThe owner of the ferry line said it would close in May.',
    'Ferry line to close in May, owner says',
  )
  const context = aloneWith(kept)
  expect(noteViews(context, kept.article.id).map(({ id, repeats }) => [id, repeats])).toEqual([
    ['n1', 'n2'],
    ['n2', undefined],
  ])
  expect(articleView(context, kept.article.id, { revisions: [] })?.summary[0]).toBe('1 attribution')
})

test('within what somebody says, a source that is not stated is not the outlet', () => {
  const kept = keptOf('Police said the suspect is believed to have fled by boat.')
  expect(noteViews(aloneWith(kept), kept.article.id).map(({ speaker }) => speaker)).toEqual([
    'Police',
    'source not stated, according to Police',
  ])
})
