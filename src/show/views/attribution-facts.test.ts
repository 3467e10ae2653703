import { expect, test } from 'vitest'
import { articleFromText } from '../../gather/article-from-text.ts'
import { quoteOf } from '../../model/span.ts'
import { read } from '../../read/read.ts'
import { attributionFacts } from './attribution-facts.ts'

function factsOf(text: string, content: string): readonly string[] {
  const { attributions } = read(articleFromText({ text }))
  const found = attributions.find((one) =>
    one.content.some((range) => quoteOf(text, range).includes(content)),
  )
  if (found === undefined) throw new Error(`nobody says "${content}" in: ${text}`)
  return attributionFacts(text, found, attributions)
}

// The text, words of a content, and a line that must be there.
test.each([
  ['The mayor said the pier was shut.', 'pier', 'cue “said”: says'],
  ['The mayor said the pier was shut.', 'pier', /^the model takes it for a cue with 0\.\d+$/],
  ['Premier Ada Crane met them. She said the law would pass.', 'law', '“She” is read as “Ada Crane”'],
  ['The mayor told reporters that the pier was shut.', 'pier', 'told through “reporters” (reporters)'],
  [
    'The Tarsk Tribune reported that the fleet had left.',
    'fleet',
    /^the report of Tarsk Tribune, by “.+” \(report\)$/,
  ],
  ['Two US officials said the raid had failed.', 'raid', 'of “US”'],
  ['Two US officials said the raid had failed.', 'raid', 'class: official'],
  [
    'An aide who asked not to be named because the matter is secret said the raid had failed.',
    'raid',
    'unnamed “because the matter is secret”',
  ],
  [
    'Three advisers said the plan was dead. One adviser said the premier had wept.',
    'wept',
    'of one group with “Three advisers”',
  ],
  ['She said the road was shut.', 'road', /^source: /],
])('%s: “%s” rests on: %s', (text, content, fact) => {
  expect(factsOf(text, content)).toContainEqual(typeof fact === 'string' ? fact : expect.stringMatching(fact))
})

test('who vouches for what is said within another content', () => {
  const text = 'The ministry said the envoy had promised to return the ships.'
  const { attributions } = read(articleFromText({ text }))
  const inner = attributions.find((one) => one.within !== undefined)
  expect(inner && attributionFacts(text, inner, attributions)).toContainEqual(
    expect.stringMatching(/^said within what “The ministry” is said to say \(a:/),
  )
})

test('what only a rule found says so', () => {
  expect(factsOf('ORR: We will not pay.\n\nHASK: Then who will?', 'Then who')).toContain(
    'found by rule, without the model',
  )
})
