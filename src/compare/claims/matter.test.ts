import { expect, test } from 'vitest'
import { wordsOf } from '../words/words.ts'
import { matterOfWords } from './matter.ts'

const keysOf = (text: string) => [...matterOfWords(wordsOf(text)).keys]

test('a letter of resignation is no resignation, nor is a fear of a killing a killing', () => {
  const [resigned] = keysOf('resigned')
  expect(keysOf('the minister handed in a letter of resignation')).not.toContain(resigned)
  expect(keysOf('the minister announced her resignation')).toContain(resigned)
  const [killed] = keysOf('a killing')
  expect(keysOf('fears of a killing')).not.toContain(killed)
})
