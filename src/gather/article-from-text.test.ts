import { expect, test } from 'vitest'
import { table } from '../text/table.ts'
import { articleFromText } from './article-from-text.ts'
import { lineKind } from './blocks/line-kinds.ts'

function kindsOf(text: string, title?: string): readonly (readonly [string, string])[] {
  return articleFromText({ text, title }).blocks.map((block) => [
    block.kind,
    text.slice(block.start, block.end),
  ])
}

test('an article with noise between its lines keeps every line as a block of its own kind', () => {
  const text = [
    "Port chief says 'Velm' plan is dead, but mayor 'will not give up'",
    'Note: AI technology was used to generate this article’s audio.',
    '- The port chief wants out.',
    '- The mayor does not.',
    'The port chief told Harrow Post that the plan is dead.',
    'Read more: Ferry strike enters third week',
    'The mayor said on Monday that “a second plan is on its way,” and that talks go on.',
    'Ferries stay in harbour',
    'Crews will not sail before Friday, the union said. It gave no reason for the delay.',
    'Sign up for our morning newsletter and never miss a story',
    'Follow Harrow Post on Telegram',
  ].join('\n')
  expect(kindsOf(text)).toEqual([
    ['headline', "Port chief says 'Velm' plan is dead, but mayor 'will not give up'"],
    ['audio', 'Note: AI technology was used to generate this article’s audio.'],
    ['list', 'The port chief wants out.'],
    ['list', 'The mayor does not.'],
    ['prose', 'The port chief told Harrow Post that the plan is dead.'],
    ['related', 'Read more: Ferry strike enters third week'],
    ['prose', 'The mayor said on Monday that “a second plan is on its way,” and that talks go on.'],
    ['heading', 'Ferries stay in harbour'],
    ['prose', 'Crews will not sail before Friday, the union said. It gave no reason for the delay.'],
    ['newsletter', 'Sign up for our morning newsletter and never miss a story'],
    ['promotion', 'Follow Harrow Post on Telegram'],
  ])
})

test('the text is kept exactly as given', () => {
  const text = ' \r\n One line.\r\n\r\n\tAnother\u00a0line. \n'
  const article = articleFromText({ text, title: 'Not in the text' })
  expect(article.text).toBe(text)
  expect(article.title).toBe('Not in the text')
  expect(kindsOf(text)).toEqual([
    ['prose', 'One line.'],
    ['prose', 'Another\u00a0line.'],
  ])
})

test('a sentence that a machine broke over lines is one block', () => {
  const text =
    'The mayor said the strike, now in its\nthird week, would not be allowed to last into the\nsummer season.\n\nThe crews have asked for a raise and for\nBo Chu to resign.\n'
  expect(kindsOf(text).map(([, words]) => words.replaceAll('\n', ' '))).toEqual([
    'The mayor said the strike, now in its third week, would not be allowed to last into the summer season.',
    'The crews have asked for a raise and for Bo Chu to resign.',
  ])
})

test('a single line is prose, whatever its length', () => {
  expect(kindsOf('The mayor said no')).toEqual([['prose', 'The mayor said no']])
})

test('the title given beside the text makes its first line the headline, even with a stop', () => {
  expect(kindsOf('It is over.\n\nThe strike ended on Monday.', 'It is over')[0]).toEqual([
    'headline',
    'It is over.',
  ])
})

test.each([
  'By Monday the strike was over.',
  'The mayor said the port would stay open.',
  'Source close to the mayor said talks go on, and that nobody had left the room.',
  'Read the letter, the mayor told reporters, and you will see that we agreed.',
  'Correction of the course was needed, Lindane said.',
  'Photographs of the ship show that its hull is whole.',
  'More than 40 people were hurt.',
  'Related charges were dropped in March, the court said.',
  'Subscribe to that view, he said, and you will lose.',
  'Today the union meets.',
])('running text is not taken for noise: %s', (line) => {
  expect(lineKind(line)).toBeUndefined()
})

test('each rule for a line covers its own example', () => {
  for (const row of table('block-lines')) {
    expect.soft(lineKind(row.example ?? '')?.rule, row.example).toBe(row.id)
  }
})

test('blocks are in order, within the text and trimmed', () => {
  const article = articleFromText({ text: '  A\n\n• b.\n  ## C\n> d\n\n' })
  let end = 0
  for (const block of article.blocks) {
    expect(block.start).toBeGreaterThanOrEqual(end)
    const words = article.text.slice(block.start, block.end)
    expect(words).toBe(words.trim())
    expect(words).not.toBe('')
    end = block.end
  }
  expect(end).toBeLessThanOrEqual(article.text.length)
})

test('a changed text is a new revision of the same article where it has a URL', () => {
  const before = articleFromText({ text: 'The strike goes on.', url: 'https://harrow.example/a' })
  const after = articleFromText({ text: 'The strike is over.', url: 'https://harrow.example/a#top' })
  expect(after.id).toBe(before.id)
  expect(after.revision).not.toBe(before.revision)
})
