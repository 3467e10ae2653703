import { expect, test } from 'vitest'
import { afterDateline } from './dateline.ts'

test.each([
  ['SABRIN, May 3 (Tidewater) - Kelmaria wants talks.', 'Kelmaria wants talks.'],
  ['PORT IMBER — Envoys met on Sunday.', 'Envoys met on Sunday.'],
  ['Port Imber (Tidewater) – Envoys met.', 'Envoys met.'],
  ['ST. MERLE, Vale, June 4 -- The dam held.', 'The dam held.'],
  ['Envoys met - and talked - on Sunday.', 'Envoys met - and talked - on Sunday.'],
  ['The U.S.-led force left.', 'The U.S.-led force left.'],
])('%s', (text, rest) => {
  const { start, end } = afterDateline(text, { start: 0, end: text.length })
  expect(text.slice(start, end)).toBe(rest)
})

test('within a line there is no dateline', () => {
  const text = 'He read: PORT IMBER — Envoys met.'
  expect(afterDateline(text, { start: 9, end: text.length }).start).toBe(9)
})
