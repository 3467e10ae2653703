import { describe, expect, test } from 'vitest'
import { articleFromText } from '../../gather/article-from-text.ts'
import type { Reading } from '../../model/reading.ts'
import { quoteOfAll } from '../../model/span.ts'
import { readLanguage } from '../../text/language.ts'
import { paragraphsOf } from '../../text/paragraphs.ts'
import { findQuotations } from '../quotations/quotations.ts'
import { read } from '../read.ts'
import { cueView } from './cue-view.ts'
import { wordFeatures } from './word-features.ts'
import { paragraphsIn } from './words.ts'

const kinds: readonly (readonly [string, string, number])[] = [
  [
    'marks that never close',
    'The pilot said: “The fog was thick.\n\nThe ferry turned back.\n\nNobody was hurt.',
    1,
  ],
  ['mixed marks', 'He said “the lock is broken" and "nobody came”.\n\nShe said «it is‘ fine.', 1],
  [
    'three deep',
    '“He told me ‘they wrote “no entry” on it’ and left,” said Dana Orr.\n\nThe gate is new.',
    0,
  ],
  [
    'questions and answers',
    'Q: Who closed the mill?\n\nA: The owners did, in May.\n\nQ: Why?\n\nA: “No orders.”',
    0,
  ],
  ['a transcript', 'ORR: We will not pay.\n\nHASK: Then who will?\n\nORR: The owners, I said.', 0],
  [
    'a live blog',
    '09:10 The vote has begun.\n\n09:25 Mayor: “Count on me.\n\n09:40 The hall is full, police say.',
    1,
  ],
  ['a list of quotes', '“On the hook.” – Hask\n\n“Off the hook.” – Orr\n\n“Which hook?” – a clerk', 0],
  ['a poem', 'The harbour said to me,\n“Stay,\n\nthe tide will say\n\nwhat winter meant to say.', 1],
  [
    'machine-translated text',
    'Said the minister that to be open the road is, “very of soon” he is to say it.',
    0,
  ],
  ['nothing but marks', '“ ” " \' ‘ ’ « » „ “\n\n””””““““', 0],
]

describe.each(['learned', 'rules'] as const)('%s', (attributions) => {
  test.each(kinds)('%s', (_, text, cut) => {
    const reading = read(articleFromText({ text, blocks: paragraphsOf(text) }), { attributions })
    const { quotations } = reading
    for (const one of quotations) expect(text.slice(one.start, one.end)).not.toContain('\n\n')
    expect(quotations.filter((one) => one.unclosed === true).length).toBeGreaterThanOrEqual(cut)
    expect(runaways(text, reading)).toEqual([])
  })
})

const forms: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'a quotation that never closes, its cue behind it',
    '“We saw nothing, the guard said. The gate was open all night.',
    ['the guard | said | “We saw nothing,'],
  ],
  [
    'one that never closes, told to somebody',
    '“We are ready, Orr told reporters on Monday. He then left.',
    ['Orr | told | “We are ready,'],
  ],
  [
    'one that never closes, its cue before it',
    'The pilot said: “The fog was thick.\n\nThe ferry turned back. The pilot said nobody was hurt.',
    ['The pilot | said: | “The fog was thick.', 'The pilot | said | nobody was hurt'],
  ],
  [
    'marks three deep',
    '“He told me ‘they wrote “no entry” on it’ and left,” said Dana Orr.',
    ['Dana Orr | said | “He told me ‘they wrote “no entry” on it’ and left,”'],
  ],
  [
    'marks of two kinds',
    '“The lock is broken," the clerk said.',
    ['the clerk | said | “The lock is broken,"'],
  ],
  [
    'questions and answers',
    'Q: Who closed the mill?\n\nA: The owners did, in May.',
    ['Q | : | Who closed the mill?', 'A | : | The owners did, in May'],
  ],
  [
    'a transcript',
    'ORR: We will not pay.\n\nHASK: Then who will?',
    ['ORR | : | We will not pay', 'HASK | : | Then who will?'],
  ],
  [
    'a live blog',
    '09:10 The vote has begun.\n\n09:25 “Count on me,” says the mayor.\n\n09:40 The hall is full, police say.',
    ['the mayor | says | “Count on me,”', 'police | say | The hall is full'],
  ],
  [
    'a list of quotes',
    '“We are on the hook.” – Lena Hask\n\n“We are off the hook.” – Dana Orr',
    ['Lena Hask | – | “We are on the hook.”', 'Dana Orr | – | “We are off the hook.”'],
  ],
  [
    'a poem',
    'The harbour keeps its lamps alight,\nthe tide forgets the shore,\nthe winter says what winter says\nand then it says no more.',
    [],
  ],
]

test.each(forms)('who said what in %s', (_, text, wanted) => {
  const { attributions } = read(articleFromText({ text, blocks: paragraphsOf(text) }))
  expect(
    attributions.map(
      ({ source, cue, content }) =>
        `${quoteOfAll(text, source.spans)} | ${quoteOfAll(text, cue)} | ${quoteOfAll(text, content)}`,
    ),
  ).toEqual(wanted)
})

// Pieces of content that cross from one paragraph into the next.
function runaways(text: string, { attributions }: Reading): string[] {
  return attributions
    .flatMap((one) => one.content)
    .map(({ start, end }) => text.slice(start, end))
    .filter((piece) => piece.includes('\n\n') || piece === '')
}

test('the extractor looks at a bounded number of words a cue, however long the paragraph', () => {
  const looked = [20, 40].map((times) => {
    const text = 'The clerk said the gate was shut, and “nobody came. '.repeat(times * 5)
    const article = articleFromText({ text, blocks: paragraphsOf(text) })
    const context = { article, language: readLanguage(article.text, article.blocks) }
    const paragraphs = paragraphsIn(context, findQuotations(context))
    let sum = 0
    for (const paragraph of paragraphs) {
      expect(paragraph.words.length).toBeLessThanOrEqual(400)
      const features = wordFeatures(paragraph, [])
      for (const word of paragraph.words.filter((one) => one.text === 'said')) {
        const cue = { from: word.at, to: word.at + 1, score: 1 }
        const view = cueView(features, cue, new Uint8Array(paragraph.words.length))
        expect(view.to - view.from).toBeLessThanOrEqual(321)
        sum += view.to - view.from
      }
    }
    return sum
  })
  const [short = 0, long = 0] = looked
  expect(short).toBeGreaterThan(0)
  expect(long / short).toBeLessThan(2.3)
})
