import { expect, test } from 'vitest'
import { articleFromText } from '../../gather/article-from-text.ts'
import { readLanguage } from '../../text/language.ts'
import { table } from '../../text/table.ts'
import { cueForms } from '../attributions/cue-table.ts'
import { paragraphsIn } from '../attributions/words.ts'
import { noLinks } from '../chains/links.ts'
import { cueClassOf } from './cue-class.ts'
import { describeSource } from './describe-source.ts'
import type { Site } from './described.ts'

function siteOf(text: string, cue: string, source: string): Site {
  const article = articleFromText({ text })
  const language = readLanguage(article.text, article.blocks, article.language)
  const [paragraph] = paragraphsIn({ article, language }, [])
  if (paragraph === undefined) throw new Error(`no words in: ${text}`)
  const range = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
  const triple = { source: range(source), cue: range(cue), content: [range('the tram line')], rules: [] }
  return { text, paragraph, triple, mentions: [], near: [], links: noLinks }
}

test.each([
  ['The mayor extolled the tram line.', 'extolled', 'says', 'CLS-extoll'],
  ['The mayor debunked the tram line.', 'debunked', 'denies', 'CLS-debunk'],
  ['The mayor shed light on the tram line.', 'shed light on', 'shows', 'CLS-shed-light-on'],
])('a cue that only the extractor found has the class of its head: %s', (text, cue, cueClass, rule) => {
  expect(cueClassOf(siteOf(text, cue, 'The mayor'))).toEqual({ cueClass, rule })
})

test('a cue that no table knows has no class, and a reason', () => {
  expect(cueClassOf(siteOf('The mayor polished the tram line.', 'polished', 'The mayor'))).toEqual({
    reason: 'unknown-cue',
  })
})

test('a source without words is unstated, and has a reason', () => {
  const site = siteOf('The mayor polished the tram line.', 'polished', 'The mayor')
  const { source } = describeSource({ ...site, triple: { ...site.triple, source: { start: 3, end: 4 } } })
  expect(source).toMatchObject({ kind: 'unstated', reason: 'no-rule-applies' })
})

test('the table of classes leads to no cue of its own', () => {
  const rows = table('cue-classes').map(({ lemma = '' }) => lemma)
  expect(rows.length).toBeGreaterThan(150)
  expect(rows.filter((lemma) => cueForms().get(lemma)?.id !== undefined)).toEqual([])
})
