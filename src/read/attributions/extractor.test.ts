import { expect, test } from 'vitest'
import { articleFromText } from '../../gather/article-from-text.ts'
import { readLanguage } from '../../text/language.ts'
import { weightFile } from '../../text/weight-files.ts'
import { findQuotations } from '../quotations/quotations.ts'
import { cueView } from './cue-view.ts'
import { openExtractor } from './extractor.ts'
import { ruleTriples } from './rule-triples.ts'
import { ruleParts, wordFeatures } from './word-features.ts'
import { paragraphsIn } from './words.ts'

const text =
  'The harbour master told Radio Velm that the crane would be “ready by noon,” and two engineers doubted it. “We are not ready,” said one of them.'

test('WebAssembly and plain JavaScript give the same scores to the last bit', () => {
  const bytes = weightFile('attribution/extractor.bin')
  if (bytes === undefined) throw new Error('weights/attribution/extractor.bin is missing')
  const article = articleFromText({ text })
  const context = { article, language: readLanguage(article.text, article.blocks) }
  const [paragraph] = paragraphsIn(context, findQuotations(context))
  if (paragraph === undefined) throw new Error('the text has no paragraph')
  const byRule = ruleTriples(paragraph)
  const features = wordFeatures(paragraph, byRule)
  const states = paragraph.words.flatMap((word) => word.token.state ?? [])
  const at = paragraph.words.findIndex((word) => word.text === 'told')
  const cue = { from: at, to: at + 1, score: 1 }
  const view = cueView(features, cue, ruleParts(paragraph.words, byRule))
  const [simd, plain] = (['simd', 'plain'] as const).map((kind) => {
    const extractor = openExtractor(bytes, kind)
    return { cues: extractor.cues(states, features), parts: extractor.parts(view, cue) }
  })
  expect(simd?.cues.length).toBe(paragraph.words.length * 3)
  expect(simd?.parts.length).toBe((view.to - view.from) * 4)
  expect(simd?.cues.some((score) => score !== 0)).toBe(true)
  expect(plain).toEqual(simd)
})
