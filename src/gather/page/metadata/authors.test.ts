import { expect, test } from 'vitest'
import { scanPage } from '../scan.ts'
import { pageMetadata } from './metadata.ts'

const authorsOf = (head: string) =>
  pageMetadata(
    scanPage(
      `<html><head><meta property="og:site_name" content="Harrow Post">${head}</head><body></body></html>`,
    ),
    'https://harrow.example/news',
  ).authors

test.each([
  ['a name that is written a second time as in an address', ['Ilse Maarn', 'ilse-maarn'], ['Ilse Maarn']],
  ['a desk of the site beside a person', ['Ilse Maarn', 'Harrow Post North'], ['Ilse Maarn']],
  ['a person whose name only begins like the site', ['Harrow Postma'], ['Harrow Postma']],
  ['a name with what its bearer does', ['김하늘 기자'], ['김하늘']],
  ['the site alone', ['Harrow Post'], ['Harrow Post']],
])('of %s, the name is kept once', (_, stated, authors) => {
  expect(authorsOf(stated.map((name) => `<meta name="author" content="${name}">`).join(''))).toEqual(authors)
})
