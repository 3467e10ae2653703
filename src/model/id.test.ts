import fc from 'fast-check'
import { expect, test } from 'vitest'
import { articleId, canonicalUrl, childId, hash64 } from './id.ts'

test.each([
  ['HTTP://News.Example/a/?utm_source=x&b=2&a=1#top', 'https://news.example/a?a=1&b=2'],
  ['https://news.example:443/', 'https://news.example/'],
  ['https://news.example/a//', 'https://news.example/a'],
  ['https://news.example/a?fbclid=1', 'https://news.example/a'],
  ['not a url ', 'not a url'],
])('%s is the page %s', (url, page) => {
  expect(canonicalUrl(url)).toBe(page)
})

test('a canonical URL is its own canonical form', () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
      expect(canonicalUrl(canonicalUrl(url))).toBe(canonicalUrl(url))
    }),
  )
})

test('an article keeps its id when its text changes, if it has a URL', () => {
  const url = 'https://news.example/a'
  expect(articleId({ url, text: 'one' })).toBe(articleId({ url: `${url}#b`, text: 'two' }))
  expect(articleId({ text: 'one' })).not.toBe(articleId({ text: 'two' }))
  expect(articleId({ text: 'one', outlet: 'A' })).not.toBe(articleId({ text: 'one', outlet: 'B' }))
})

test('ids are the published hash: the first 64 bits of SHA-256', () => {
  expect(hash64('abc')).toBe('ba7816bf8f01cfea')
  expect(childId('a', hash64('abc'), { start: 3, end: 9 })).toBe('a:ba7816bf8f01cfea:3-9')
})
