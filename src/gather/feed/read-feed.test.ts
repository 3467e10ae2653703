import { expect, test } from 'vitest'
import { readFeed } from './read-feed.ts'

const rss = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Harrow Post</title>
<item><title>Ferries &amp;amp; <![CDATA[<b>trains</b>]]> stay</title><link>/a</link><guid isPermaLink="false">1</guid><pubDate>Tue, 04 Mar 2031 09:10:00 GMT</pubDate><dc:creator>Ilse Maarn</dc:creator><source url="https://mna.example/f">Meridian News Agency</source><description>Short.</description><content:encoded><![CDATA[<p>Long.</p>]]></content:encoded></item>
<item><title>Second</title><link>https://harrow.example/b</link><guid isPermaLink="false">1</guid></item></channel></rss>`

test('RSS: addresses are made whole, sources and authors kept, entries of one id told apart', () => {
  const read = readFeed(rss, 'https://harrow.example/feed.xml')
  expect(read).toMatchObject({
    ok: true,
    title: 'Harrow Post',
    items: [
      {
        url: 'https://harrow.example/a',
        published: 'Tue, 04 Mar 2031 09:10:00 GMT',
        authors: ['Ilse Maarn'],
        source: 'Meridian News Agency',
        html: '<p>Long.</p>',
      },
      { url: 'https://harrow.example/b' },
    ],
  })
  expect(read.ok && new Set(read.items.map((item) => item.key)).size).toBe(2)
  expect(read.ok && read.items[0]?.title).not.toMatch(/<b>/)
})

test('Atom: xml:base and titles with markup', () => {
  const atom = `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://harrow.example/news/"><title>Harrow</title><entry><title type="html">&lt;em&gt;Ferries&lt;/em&gt; stay</title><link rel="self" href="x"/><link href="a"/><id>1</id><updated>2031-03-04T09:10:00Z</updated></entry></feed>`
  expect(readFeed(atom)).toMatchObject({
    ok: true,
    items: [
      { title: 'Ferries stay', url: 'https://harrow.example/news/a', modified: '2031-03-04T09:10:00Z' },
    ],
  })
})

test('JSON Feed', () => {
  const json = JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Harrow',
    items: [
      {
        id: '1',
        url: 'https://harrow.example/a',
        title: 'A',
        content_html: '<p>Long.</p>',
        authors: [{ name: 'Bo Chu' }],
      },
    ],
  })
  expect(readFeed(json)).toMatchObject({
    ok: true,
    items: [{ title: 'A', html: '<p>Long.</p>', authors: ['Bo Chu'] }],
  })
})

test('a feed that is malformed in the common ways is mended and read', () => {
  expect(readFeed(`junk\u0000 ${rss.replace('Second', 'Fish & chips \u0001')}`)).toMatchObject({
    ok: true,
    items: [{}, {}],
  })
})

test('a feed of 50,000 and more entries is read up to that number', () => {
  const many = `<rss version="2.0"><channel>${'<item><title>A</title></item>'.repeat(50_100)}</channel></rss>`
  const read = readFeed(many)
  expect(read.ok && read.items.length).toBe(50_000)
})

// Each of these took the square of its length; a test that would run for hours is one that fails.
test.each([
  `<rss><channel><item><title>${'<'.repeat(2_000_000)}`,
  `<rss><channel><item><author>${'(a@b'.repeat(500_000)}</author></item></channel></rss>`,
  `<rss><channel><item><title>${'&lt;b&gt;'.repeat(200_000)}</title></item></channel></rss>`,
  `<rss>${'<![CDATA['.repeat(200_000)}`,
  `${'<!DOCTYPE['.repeat(200_000)}<rss>`,
])('%.60s … is read in time that grows with its length', (text) => {
  expect(readFeed(text)).toHaveProperty('ok')
})

test('an entity bomb does not grow', () => {
  const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${'bcdefghij'
    .split('')
    .map((name, i) => `<!ENTITY ${name} "${`&${'abcdefghi'[i]};`.repeat(10)}">`)
    .join('')}]><rss version="2.0"><channel><title>&j;</title><item><title>&j;</title></item></channel></rss>`
  const read = readFeed(bomb)
  expect(JSON.stringify(read).length).toBeLessThan(100_000)
})

test.each(['', 'nonsense', '<html><body>no feed</body></html>', '{"a":1}'])(
  'what is no feed is said to be none: %j',
  (text) => {
    expect(readFeed(text)).toMatchObject({ ok: false })
  },
)
