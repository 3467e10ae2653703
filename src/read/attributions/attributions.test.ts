import { describe, expect, test } from 'vitest'
import { articleFromText } from '../../gather/article-from-text.ts'
import { quoteOf } from '../../model/span.ts'
import { paragraphsOf } from '../../text/paragraphs.ts'
import { read } from '../read.ts'

function triplesOf(text: string, attributions: 'learned' | 'rules'): string[] {
  const reading = read(articleFromText({ text, blocks: paragraphsOf(text) }), { attributions })
  const words = (ranges: readonly { start: number; end: number }[]): string =>
    ranges.map((range) => quoteOf(text, range)).join(' … ')
  return reading.attributions.map(
    (one) => `${words(one.source.spans)} | ${words(one.cue)} | ${words(one.content)}`,
  )
}

describe.each(['learned', 'rules'] as const)('%s', (method) => {
  test.each([
    ['The mayor said that the pier is shut.', 'The mayor | said | that the pier is shut'],
    ['“The pier is shut,” said the mayor.', 'the mayor | said | “The pier is shut,”'],
    [
      'The pier is shut, according to the harbour police.',
      'the harbour police | according to | The pier is shut',
    ],
    [
      'Two officials told the Harrow Post that the talks had failed.',
      'Two officials | told | that the talks had failed',
    ],
    ['Ardovia counts 31 dead after the storm.', 'Ardovia | counts | 31 dead after the storm'],
    ['The police counted some 6,000 people.', 'The police | counted | some 6,000 people'],
  ])('%s', (text, wanted) => {
    expect(triplesOf(text, method)).toEqual([wanted])
  })

  test.each([
    'Ardovia counts on two of its allies.',
    'The votes were counted in 31 towns.',
    'He counted 31.',
  ])('nobody’s figure: %s', (text) => {
    expect(triplesOf(text, method)).toEqual([])
  })

  test('the outlet speaks for itself where nobody is said to say it', () => {
    expect(triplesOf('The ferry left at dawn. Snow fell on the pass.', method)).toEqual([])
  })

  test('a quotation over two paragraphs is one content', () => {
    const text =
      '“Our terms are known,” the envoy said. “They have not changed.\n\n“And they will not change.”'
    const [first] = triplesOf(text, method)
    expect(first).toContain('And they will not change')
  })

  test('unbalanced marks, labels and lists throw nothing, and no span leaves the text', () => {
    const text = '“““A ” said “ B:\n\nQ: Who?\n\nA: “Me.\n\n• said said said, said\n\n: , ” ’'
    const { attributions } = read(articleFromText({ text }), { attributions: method })
    for (const { cue, content } of attributions)
      for (const { start, end } of [...cue, ...content])
        expect(0 <= start && start < end && end <= text.length).toBe(true)
  })
})

test('who dismisses somebody says nothing, and who dismisses his claims does', () => {
  expect(triplesOf('The premier dismissed Defence Minister Abel Noor on Monday.', 'learned')).toEqual([])
  expect(triplesOf('The mayor dismissed Ann Doyle as a liar.', 'learned')).toHaveLength(1)
  expect(triplesOf('The minister dismissed the claims of Ann Doyle.', 'learned')).toHaveLength(1)
})
