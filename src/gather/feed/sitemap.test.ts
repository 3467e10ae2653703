import { expect, test } from 'vitest'
import { readSitemap } from './sitemap.ts'

test('a news sitemap names pages with title, date and publication', () => {
  const text = `<?xml version="1.0" encoding="UTF-8"?><!-- made daily -->
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
  <url><loc> https://harrow.example/a?x=1&amp;y=2 </loc><lastmod>2031-03-04T10:00:00Z</lastmod>
    <news:news><news:publication><news:name>Harrow Post</news:name><news:language>en</news:language></news:publication>
    <news:publication_date>2031-03-04T09:00:00+01:00</news:publication_date><news:title><![CDATA[Ferries & trains]]></news:title></news:news></url>
  <url><loc>ftp://harrow.example/b</loc></url><url><loc>https://harrow.example/c</loc></url></urlset>`
  expect(readSitemap(text)).toMatchObject({
    kind: 'pages',
    items: [
      {
        url: 'https://harrow.example/a?x=1&y=2',
        title: 'Ferries & trains',
        published: '2031-03-04T09:00:00+01:00',
        modified: '2031-03-04T10:00:00Z',
        source: 'Harrow Post',
      },
      { url: 'https://harrow.example/c' },
    ],
  })
})

test('an index names sitemaps', () => {
  const text = `<sitemapindex><sitemap><loc>https://harrow.example/s1.xml</loc><lastmod>2031-03-04</lastmod></sitemap>
    <sitemap><loc>https://harrow.example/s2.xml.gz</loc></sitemap></sitemapindex>`
  expect(readSitemap(text)).toEqual({
    kind: 'index',
    sitemaps: [
      { url: 'https://harrow.example/s1.xml', modified: '2031-03-04' },
      { url: 'https://harrow.example/s2.xml.gz', modified: undefined },
    ],
  })
})

test.each(['', '<rss version="2.0"/>', '<html><urlset></urlset></html>'])('%j is no sitemap', (text) => {
  expect(readSitemap(text)).toBeUndefined()
})

test('a sitemap that is cut short gives what came before; a huge one is read up to its limit', () => {
  const cut = readSitemap('<urlset><url><loc>https://harrow.example/a</loc></url><url><loc>https://harr')
  expect(cut?.kind === 'pages' && cut.items.map((item) => item.url)).toEqual(['https://harrow.example/a'])
  const many = readSitemap(`<urlset>${'<url><loc>https://h.example/a</loc></url>'.repeat(60_000)}</urlset>`)
  expect(many?.kind === 'pages' && many.items.length).toBe(50_000)
})
