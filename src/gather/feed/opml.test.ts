import { expect, test } from 'vitest'
import { readOpml, writeOpml } from './opml.ts'

test('feeds are found in all folders, in order, each once', () => {
  const opml = `<?xml version="1.0"?><opml version="1.0"><head><title>Mine</title></head><body>
    <outline text="Coast"><outline text="Harrow" title="Harrow Post" type="rss" xmlUrl="https://harrow.example/feed"/>
      <outline text="Deeper"><outline text="Aster &amp; Sons" xmlUrl="https://aster.example/rss"/></outline></outline>
    <outline text="again" xmlUrl="https://harrow.example/feed"/><outline text="A page" htmlUrl="https://x.example"/>
    <outline text="odd" xmlUrl="javascript:alert(1)"/></body></opml>`
  expect(readOpml(opml)).toEqual([
    { url: 'https://harrow.example/feed', title: 'Harrow Post' },
    { url: 'https://aster.example/rss', title: 'Aster & Sons' },
  ])
})

test('what is written is read again', () => {
  const feeds = [
    { url: 'https://harrow.example/feed?a=1&b=2', title: '"Harrow" <Post>' },
    { url: 'https://aster.example/' },
  ]
  const read = readOpml(writeOpml(feeds)) ?? []
  expect(read).toEqual(feeds)
  expect(writeOpml(read)).toBe(writeOpml(feeds))
})

test.each(['', 'nonsense', '<rss version="2.0"><channel/></rss>', '{"a":1}'])('%j is no OPML', (text) => {
  expect(readOpml(text)).toBeUndefined()
})
