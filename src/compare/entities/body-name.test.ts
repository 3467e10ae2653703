import { expect, test } from 'vitest'
import { bodyNameOf } from './body-name.ts'
import { countryOf } from './countries.ts'
import type { NameMention } from './name-words.ts'
import { nameWords } from './name-words.ts'

// The name of an organisation in [brackets].
function named(marked: string): { readonly name: NameMention; readonly text: string } {
  const text = marked.replace(/[[\]]/g, '')
  const start = marked.indexOf('[')
  const end = marked.indexOf(']') - 1
  const name: NameMention = {
    span: { article: 'a', start, end },
    type: 'ORG',
    words: nameWords(text.slice(start, end)),
    roles: [],
    roleWords: [],
    before: text.slice(0, start),
    after: text.slice(end),
  }
  return { name, text }
}

test.each([
  ['The [Iranian Foreign Ministry] said so.', 'ministry foreign', 'Iran'],
  ["Israel's [Foreign Ministry] said so.", 'ministry foreign', 'Israel'],
  ['The Iranian [Foreign Ministry] said so.', 'ministry foreign', 'Iran'],
  ['The [Ministry of Foreign Affairs of Iran] said so.', 'ministry foreign', 'Iran'],
  ['The [Foreign Ministry] said so.', 'ministry foreign', undefined],
  ['The Kelmarian [Supreme Court] said so.', 'supreme court', 'kelmar'],
  ['[Boeing Co.] said so.', 'boeing', undefined],
  ['The [World Health Organisation] said so.', 'world health organization', undefined],
])('%s: %s of %s', (marked, key, owner) => {
  const found = bodyNameOf(named(marked).name)
  expect([found.key, found.owner]).toEqual([key, owner])
})

test.each([
  ['The [Iranian Foreign Ministry] said so.', 'Iran', 'Iranian'],
  ["On Tuesday Israel's [Foreign Ministry] said so.", 'Israel', 'Israel'],
])('%s: of %s, by "%s"', (marked, country, words) => {
  const { name, text } = named(marked)
  const found = countryOf([name], ({ start, end }) => text.slice(start, end))
  expect(found?.name).toBe(country)
  expect(text.slice(found?.span.start, found?.span.end)).toBe(words)
})
