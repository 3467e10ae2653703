import { expect, test } from 'vitest'
import { sentencesOf } from './sentences.ts'
import { tokensOf } from './tokens.ts'

// A bar stands where a sentence must end.
test.each([
  'The bridge is shut.| Nobody was hurt, Mr. Doyle said.| It reopens on Monday.',
  '"The bridge is shut.| We will open it," she said.| "Soon."',
  'Officials from the U.S. and the U.K. met J. P. Marrow in St. Alban on Jan. 5.| They left at once.',
  'Was anyone hurt?| No!| The river rose by 2.5 metres.',
  'HARROW (Reuters) - The mayor resigned on Friday.| Her deputy follows.',
  'The bridge fell. 4| Then the river rose. 5| Nobody was hurt.',
  'The bridge fell.[7]| Then the river rose. [8]| Nobody was hurt.',
  'The bridge fell.| 12 Kenyans were hurt.',
  'He paused ... and went on.| She did not.',
])('%s', (marked) => {
  const text = marked.replaceAll('|', '')
  const want = marked.split('|').map((sentence) => sentence.trim())
  expect(sentencesOf(text, tokensOf(text)).map(({ start, end }) => text.slice(start, end))).toEqual(want)
})
