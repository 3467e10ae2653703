import { expect, test } from 'vitest'
import { pageArticle } from '../page-article.ts'

const body =
  '<p>The ferry crews of Velm will not sail before Friday, the mayor said after a meeting.</p>'.repeat(4)

test.each([
  [
    'a day in JSON-LD is made exact by a meta tag of the same day',
    '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2031-03-04"}</script><meta name="dc.date" content="2031-03-04T06:00+02:00">',
    '2031-03-04T06:00:00+02:00',
  ],
  [
    'a day at the end of the title comes before the days of other articles',
    '<title>Ferries stay | World | Harrow Post | 04.03.2031</title></head><body><ul><li>Flood in valley <span class="date">01.03.2031</span></li></ul>',
    '2031-03-04',
  ],
  [
    'data for scripts are asked last',
    '<title>Ferries stay</title><script>var page = {"deployDt":"2031-03-04T18:40:00+09:00"}</script>',
    '2031-03-04T18:40:00+09:00',
  ],
  ['a day alone stays a day', '<meta name="date" content="2031-03-04">', '2031-03-04'],
  ['no date is none', '<title>Ferries stay</title>', undefined],
  ['the beginning of computer time is none', '<meta name="date" content="1970-01-01T00:00:00Z">', undefined],
])('%s', (_, head, published) => {
  const page = pageArticle(`<html><head>${head}</head><body><h1>Ferries stay</h1>${body}</body></html>`)
  expect(page.metadata.published).toBe(published)
})
