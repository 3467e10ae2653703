import { expect, test } from 'vitest'
import { tokensOf } from './tokens.ts'

test.each([
  ["The mayor doesn't know.", "The mayor does n't know ."],
  ['They’re Harrow’s problem, I cannot help.', 'They ’re Harrow ’s problem , I can not help .'],
  ['a long-term plan', 'a long - term plan'],
  ['an anti-war march', 'an anti-war march'],
  ['Mr. Doyle of the U.S. left at 3 p.m.', 'Mr. Doyle of the U.S. left at 3 p.m.'],
  ['It cost $4.5 million (up 12%).', 'It cost $ 4.5 million ( up 12 % ) .'],
  [
    'See https://harrow.example/a?b=1, or write to desk@harrow.example.',
    'See https://harrow.example/a?b=1 , or write to desk@harrow.example .',
  ],
  ['“No,” she said — “never…”', '“ No , ” she said — “ never … ”'],
  ["the workers' hall and 'the hall'", "the workers ' hall and ' the hall '"],
])('%s', (text, want) => {
  expect(
    tokensOf(text)
      .map(({ start, end }) => text.slice(start, end))
      .join(' '),
  ).toBe(want)
})
