import { afterEach, beforeEach, expect, test } from 'vitest'
import { openStore } from '../../keep/open-store.ts'
import type { Store } from '../../keep/store.ts'
import { gather } from '../gather.ts'
import { newFeed } from './new-feed.ts'
import { openSite, pageOf, type Site } from './news-site.contract.ts'
import { openWatch } from './watch.ts'

let site: Site
let store: Store
beforeEach(async () => {
  site = await openSite()
  store = await openStore(':memory:')
})
afterEach(async () => {
  await store.close()
  await site.close()
})

const dated = (title: string, published: string, modified = '') =>
  pageOf(title, 'No crew was found.').replace(
    '<head>',
    `<head><meta property="article:published_time" content="${published}"><meta property="article:modified_time" content="${modified}">`,
  )

const item = (path: string, date: string, words = '') =>
  `<item><title>About ${path}</title><link>${path}</link><pubDate>${date}</pubDate>${words}</item>`

const pages: Readonly<Record<string, string>> = {
  '/good': dated('Ferries stay', '2026-01-02T09:10:00Z'),
  '/epoch': dated('Ferries wait', '1970-01-01T00:00:00Z'),
  '/far': dated('Ferries sail', '2099-01-01T00:00:00Z'),
  '/changed': dated('Ferries turn', '2026-01-02T09:10:00Z', '2099-01-01T00:00:00Z'),
  '/by-feed-epoch': pageOf('Ferries rest', 'No crew was found.'),
  '/by-feed-far': pageOf('Ferries leave', 'No crew was found.'),
  '/by-feed-good': pageOf('Ferries stop', 'No crew was found.'),
}

const content = `<content:encoded>${'The harbour board of Velm met on Tuesday and will meet again, it said. '.repeat(8)}</content:encoded>`

function feed(): string {
  const items = [
    ...['/good', '/epoch', '/far', '/changed'].map((path) => item(path, '')),
    item('/by-feed-epoch', 'Thu, 01 Jan 1970 00:00:00 GMT'),
    item('/by-feed-far', 'Thu, 01 Jan 2099 00:00:00 GMT'),
    item('/by-feed-good', 'Fri, 02 Jan 2026 09:10:00 GMT'),
    item('/gone-far', 'Thu, 01 Jan 2099 00:00:00 GMT', content),
  ]
  return `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Harrow Post</title>${items.join('')}</channel></rss>`
}

const isOfDates = (code: string) => code.includes('date')

test('what is dated 1970 or 2099 is kept without that date and says so; good dates beside it stand', async () => {
  for (const [path, page] of Object.entries(pages)) site.put(path, page)
  site.put('/feed', feed())
  await store.agenda.addFeeds([newFeed(`${site.url}/feed`, 0)])
  const watch = openWatch(store.agenda, { fetch: { allowPrivate: true }, pause: 0, until: 'idle' })
  const seen: Record<string, unknown> = {}
  for await (const result of watch.results) {
    if (!result.ok) throw new Error(result.issue.message)
    const { url = '', published, modified, issues } = result.article
    seen[new URL(url).pathname] = [published, modified, ...issues.map(({ code }) => code).filter(isOfDates)]
    await watch.settle([result.article.provenance.from])
  }
  await watch.close()
  const good = '2026-01-02T09:10:00Z'
  expect(seen).toEqual({
    '/good': [good, undefined],
    '/epoch': [undefined, undefined, 'unlikely-date'],
    '/far': [undefined, undefined, 'unlikely-date'],
    '/changed': [good, undefined, 'unlikely-date'],
    '/by-feed-epoch': [undefined, undefined, 'unlikely-date'],
    '/by-feed-far': [undefined, undefined, 'unlikely-date'],
    '/by-feed-good': [good, undefined],
    '/gone-far': [undefined, undefined, 'unlikely-date'],
  })
})

test('so is a page that is added by its address, and the message names what was found', async () => {
  site.put('/far', dated('Ferries sail', '2099-01-01T00:00:00Z'))
  const found: string[] = []
  for await (const result of gather([`${site.url}/far`], { fetch: { allowPrivate: true } })) {
    if (result.ok) found.push(...result.article.issues.map(({ message }) => message))
  }
  expect(found.join('\n')).toContain('found "2099-01-01T00:00:00Z" on what was fetched on')
})
