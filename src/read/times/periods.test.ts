import { expect, test } from 'vitest'
import { articleFromText } from '../../gather/article-from-text.ts'
import { readLanguage } from '../../text/language.ts'
import { findTimes } from './times.ts'

test.each([
  [
    'in',
    'Relations froze after the “twelve-day war” in June last year. Trade fell in the twelve-day war.',
    '2030-06',
  ],
  ['of', 'The nine-day war of 2029 left scars, and the nine-day war is not over in their heads.', '2029'],
  [
    'began',
    'The six-day siege that began on 3 January 2031 was lifted. Bread ran out in the six-day siege.',
    '2031-01-03/2031-01-08',
  ],
  [
    'ended',
    'The two-week truce ended on 20 January 2031. Few shots were heard in the two-week truce.',
    '2031-01-07/2031-01-20',
  ],
  ["'s", 'Last June’s Vesk crisis cost him the vote, and he calls the Vesk crisis a lesson.', '2030-06'],
  [
    'the war',
    'They have not met since the twelve-day war in June last year. Before the war they had.',
    '2030-06',
  ],
])('a named period placed by "%s" is known by its name: %s', (_, text, value) => {
  const blocks = [{ start: 0, end: text.length, kind: 'prose' as const, rule: 'TXT-PARAGRAPH' }]
  const article = articleFromText({ text, blocks, published: '2031-02-12' })
  const time = findTimes({ article, language: readLanguage(text, blocks) }).at(-1)
  expect(time).toMatchObject({ value, anchor: { kind: 'period' }, rules: ['T-PERIOD'] })
  expect(time?.anchor?.range?.end).toBeLessThan(time?.start ?? 0)
})
