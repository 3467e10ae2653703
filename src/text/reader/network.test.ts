import { expect, test } from 'vitest'
import { weightFile } from '../weight-files.ts'
import { openNetwork } from './network.ts'

const names = [
  'Ann',
  'Doyle',
  'Harrow',
  'officials',
  'she',
  'the',
  'council',
  '“',
  '”',
  ',',
  '12',
  'U.S.',
  'naïve',
  '👩‍👧',
]
const verbs = ['said', 'denies', 'would', 'reopen', 'was', 'shut', 'told', 'n’t', '--', 'xyzzy']

// Sentences of every length up to the longest, out of the words above by a fixed rule.
const sentences = Array.from({ length: 70 }, (_, i) =>
  Array.from({ length: 1 + 2 * i }, (_, j) => {
    const pick = (i * 7 + j * 5 + j * j) % (names.length + verbs.length)
    return names[pick] ?? verbs[pick - names.length] ?? 'x'
  }),
)

test('SIMD and plain JavaScript give the same, number for number', () => {
  const bytes = weightFile('reader/reader.bin') ?? expect.fail('the weights are missing')
  const simd = openNetwork(bytes, 'simd')
  expect(simd.kind).toBe('simd')
  expect(simd.decode(sentences)).toEqual(openNetwork(bytes, 'plain').decode(sentences))
}, 120_000)

test('a sentence reads the same alone and among others', () => {
  const network = openNetwork(weightFile('reader/reader.bin') ?? expect.fail('the weights are missing'))
  const together = network.decode(sentences)
  for (const i of [0, 3, 20, 69]) expect(network.decode([sentences[i] ?? []])).toEqual([together[i]])
})
