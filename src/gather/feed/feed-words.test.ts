import { expect, test } from 'vitest'
import { asMarkup, plainWords, type Writing } from './feed-words.ts'

test.each<[string, Writing, string | undefined]>([
  ['Ferries <em>stay</em>', 'unsaid', 'Ferries stay'],
  ['Fish &amp; chips', 'unsaid', 'Fish & chips'],
  ['Toll: 1 < 2 & 3', 'unsaid', 'Toll: 1 < 2 & 3'],
  ['Mind the <head>', 'unsaid', 'Mind the <head>'],
  ['Use <b>bold</b> &amp; more', 'text', 'Use <b>bold</b> &amp; more'],
  ['One<br>two<script>x</script>', 'markup', 'One two'],
  [' \n ', 'unsaid', undefined],
])('%j, %s, is %j', (text, writing, words) => {
  expect(plainWords(text, writing)).toBe(words)
})

test('bare text becomes paragraphs in which nothing is markup', () => {
  expect(asMarkup('One <b> & two\n\nThree')).toBe('<p>One &lt;b&gt; &amp; two</p>\n<p>Three</p>')
})
