import { afterEach, beforeEach, expect, test } from 'vitest'
import { openStore } from '../../keep/open-store.ts'
import type { Store } from '../../keep/store.ts'
import type { GatherResult } from '../result.ts'
import { newFeed } from './new-feed.ts'
import { feedOf, openSite, pageOf, type Site } from './news-site.contract.ts'
import { openWatch, type WatchOptions } from './watch.ts'

let site: Site
let store: Store
let clock: number
beforeEach(async () => {
  site = await openSite()
  store = await openStore(':memory:')
  clock = Date.parse('2031-03-04T09:00:00Z')
})
afterEach(async () => {
  await store.close()
  await site.close()
})

const minute = 60_000

/** Watches until there is nothing to do, saying of every article that it is kept, unless told otherwise. */
async function watched(more: WatchOptions & { readonly keeps?: 'nothing' } = {}): Promise<string[]> {
  const { keeps, ...options } = more
  const fetch = { allowPrivate: true, timeout: 2000 }
  const now = () => clock
  const watch = openWatch(store.agenda, { fetch, now, pause: 0, until: 'idle', ...options })
  const seen: string[] = []
  for await (const result of watch.results) {
    seen.push(shown(result))
    if (keeps === undefined && result.ok) await watch.settle([result.article.provenance.from])
  }
  await watch.close()
  return seen.sort()
}

function shown(result: GatherResult): string {
  return result.ok ? `${result.article.title} (${result.article.outlet})` : `${result.issue.code}`
}

const follow = (path: string) => store.agenda.addFeeds([newFeed(site.url + path, clock)])
const states = async () => (await store.agenda.feeds()).map(({ state, failures }) => `${state} ${failures}`)
const asked = (path: string) => site.asked.filter((each) => each === path).length

test('a feed is asked, and the pages that it names come once each', async () => {
  site.put('/feed', feedOf(['/a', '/b']))
  site.put('/a', pageOf('Ferries stay', 'No crew was found.'))
  site.put('/b', pageOf('Trains run', 'Every line is open.'))
  await follow('/feed')
  expect(await watched()).toEqual(['Ferries stay (Harrow Post)', 'Trains run (Harrow Post)'])
  expect(await watched()).toEqual([])
  expect(asked('/a')).toBe(1)
  expect(await store.agenda.feeds()).toMatchObject([
    { title: 'Harrow Post', state: 'fine', entries: 2, latest: 2, failures: 0 },
  ])
})

test('what was found and not kept is fetched again by the next watch', async () => {
  site.put('/feed', feedOf(['/a']))
  site.put('/a', pageOf('Ferries stay', 'No crew was found.'))
  await follow('/feed')
  expect(await watched({ keeps: 'nothing' })).toHaveLength(1)
  expect(await watched()).toEqual(['Ferries stay (Harrow Post)'])
  expect(await watched()).toEqual([])
})

test('a kept page is looked at again after 1, 6 and 24 hours, and comes where it changed', async () => {
  site.put('/feed', feedOf(['/a']))
  site.put('/a', pageOf('Ferries stay', 'No crew was found.'))
  await follow('/feed')
  await watched()
  clock += 61 * minute
  expect(await watched()).toEqual([])
  expect(asked('/a')).toBe(2)
  site.put('/a', pageOf('Ferries sail', 'A crew was found.'))
  clock += 361 * minute
  expect(await watched()).toEqual(['Ferries sail (Harrow Post)'])
  clock += 25 * 60 * minute
  await watched()
  clock += 999 * 60 * minute
  await watched()
  expect(asked('/a')).toBe(4)
})

test('an unchanged feed is asked with its ETag and answered by 304', async () => {
  site.put('/feed', feedOf([]))
  await follow('/feed')
  await watched()
  clock += 20 * minute
  await watched()
  expect(asked('/feed')).toBe(2)
  expect(await store.agenda.feeds()).toMatchObject([{ state: 'fine', checked: '2031-03-04T09:20:00.000Z' }])
})

test('a server that says "not modified" to whoever has nothing is asked in full, and is failing if it says so again', async () => {
  const caches: (string | undefined)[] = []
  site.put('/feed', (request, response) => {
    caches.push(request.headers['cache-control'])
    response.writeHead(304).end()
  })
  await follow('/feed')
  await watched()
  expect(caches).toEqual([undefined, 'no-cache'])
  expect(await states()).toEqual(['failing 1'])
  expect((await store.agenda.feeds())[0]?.error).toMatch(
    /304, not modified, to whoever has nothing of it yet/,
  )
})

test('a feed that moved for good is known by its new address; a page that a 304 hides comes from the feed', async () => {
  site.put('/feed', (_, response) => response.writeHead(301, { location: '/new' }).end())
  site.put('/new', feedOf([]))
  await follow('/feed')
  await watched()
  expect(await store.agenda.feeds()).toMatchObject([
    { url: `${site.url}/new`, movedFrom: `${site.url}/feed`, state: 'fine' },
  ])
})

test('a feed that is gone for good is never asked again', async () => {
  site.put('/feed', (_, response) => response.writeHead(410).end())
  await follow('/feed')
  await watched()
  clock += 99 * 60 * minute
  await watched()
  expect(asked('/feed')).toBe(1)
  expect(await states()).toEqual(['gone 1'])
})

test('a failing feed is asked ever more seldom, and what it says of its return counts', async () => {
  site.put('/feed', (_, response) => response.writeHead(503, { 'retry-after': '7200' }).end())
  site.put('/other', (_, response) => response.writeHead(500).end())
  await follow('/feed')
  await follow('/other')
  const nextIn = async () =>
    (await store.agenda.feeds()).map(({ next }) => (Date.parse(next) - clock) / minute)
  await watched()
  expect(await nextIn()).toEqual([120, 15])
  clock += 16 * minute
  await watched()
  expect((await nextIn())[1]).toBe(30)
  expect(asked('/feed')).toBe(1)
  site.put('/other', feedOf([]))
  clock += 31 * minute
  await watched()
  expect(await states()).toEqual(['failing 1', 'fine 0'])
})

test('a page that fails for a while is asked again later, and one that cannot be had gives the text of its feed', async () => {
  const text = `<p>${'The ferry crews of Velm will not sail on Friday, the mayor said. '.repeat(5)}</p>`
  const item = (path: string) =>
    `<item><title>About ${path}</title><link>${path}</link><content:encoded><![CDATA[${text}]]></content:encoded></item>`
  site.put(
    '/feed',
    `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Harrow Post</title>${item('/gone')}${item('/busy')}</channel></rss>`,
  )
  site.put('/busy', (_, response) => response.writeHead(503).end())
  await follow('/feed')
  expect(await watched()).toEqual(['About /gone (Harrow Post)', 'http-status'])
  site.put('/busy', pageOf('Busy no more', 'A crew was found.'))
  clock += 6 * minute
  expect(await watched()).toEqual(['Busy no more (Harrow Post)'])
})

test('robots.txt is asked once and kept to; the pages that it closes are said', async () => {
  site.put('/robots.txt', (_, response) => response.writeHead(200).end('User-agent: *\nDisallow: /closed\n'))
  site.put('/feed', feedOf(['/closed/a', '/b']))
  site.put('/b', pageOf('Trains run', 'Every line is open.'))
  await follow('/feed')
  expect(await watched()).toEqual(['Trains run (Harrow Post)', 'refused-by-robots'])
  expect(asked('/robots.txt')).toBe(1)
  expect(asked('/closed/a')).toBe(0)
})

test('a host that says it is asked too much is left alone for as long as it says', async () => {
  site.put('/feed', feedOf(['/a', '/b', '/c']))
  site.put('/a', (_, response) => response.writeHead(429, { 'retry-after': '3600' }).end())
  for (const path of ['/b', '/c']) site.put(path, pageOf(`Report ${path}`, `Ferry ${path} stays.`))
  await follow('/feed')
  expect(await watched()).toEqual(['http-status'])
  clock += 30 * minute
  expect(await watched()).toEqual([])
  expect(asked('/b') + asked('/c')).toBe(0)
  clock += 31 * minute
  expect(await watched()).toEqual(['Report /b (Harrow Post)', 'Report /c (Harrow Post)', 'http-status'])
})

test('of an index, a sitemap that has not changed since is not fetched again', async () => {
  const entry = (path: string, modified: string) =>
    `<sitemap><loc>${site.url}${path}</loc><lastmod>${modified}</lastmod></sitemap>`
  site.put('/index.xml', (_, response) =>
    response
      .writeHead(200)
      .end(
        `<sitemapindex>${entry('/old.xml', '2031-03-04T08:00:00Z')}${entry('/day.xml', '2031-03-04')}</sitemapindex>`,
      ),
  )
  const news = (path: string) =>
    `<urlset><url><loc>${site.url}${path}</loc><news:title>About ${path}</news:title></url></urlset>`
  site.put('/old.xml', news('/a'))
  site.put('/day.xml', news('/b'))
  for (const path of ['/a', '/b']) site.put(path, pageOf(`Report ${path}`, `Ferry ${path} stays.`))
  await follow('/index.xml')
  expect(await watched()).toHaveLength(2)
  clock += 20 * minute
  await watched()
  expect([asked('/index.xml'), asked('/old.xml'), asked('/day.xml')]).toEqual([2, 1, 2])
})

test('a host is asked for one thing at a time, and several hosts at once', async () => {
  const other = await openSite()
  site.put('/feed', feedOf(Array.from({ length: 12 }, (_, i) => `/p${i}`)))
  for (let i = 0; i < 12; i++) site.put(`/p${i}`, pageOf(`Report ${i}`, `Ferry ${i} stays.`))
  other.put('/feed', feedOf(['/x'], 'Aster'))
  other.put('/x', pageOf('Elsewhere', 'Nothing happened.'))
  await follow('/feed')
  await store.agenda.addFeeds([newFeed(`${other.url}/feed`, clock)])
  expect(await watched()).toHaveLength(13)
  expect(site.most()).toBe(1)
  await other.close()
})

test('no more requests run at once than are allowed over all', async () => {
  let inside = 0
  let most = 0
  const sites = await Promise.all(Array.from({ length: 5 }, () => openSite()))
  for (const each of sites) {
    each.put('/feed', feedOf(['/a', '/b']))
    for (const path of ['/a', '/b']) {
      each.put(path, (_, response) => {
        inside += 1
        most = Math.max(most, inside)
        // The answer comes when others have had the chance to be asked for.
        setImmediate(() => {
          inside -= 1
          response
            .writeHead(200, { 'content-type': 'text/html' })
            .end(pageOf(each.url + path, 'Ferries stay.'))
        })
      })
    }
    await store.agenda.addFeeds([newFeed(`${each.url}/feed`, clock)])
  }
  expect(await watched({ atOnce: 2 })).toHaveLength(10)
  expect(most).toBeLessThanOrEqual(2)
  for (const each of sites) await each.close()
})

test('a watch that is stopped ends at once, also in the middle of an answer', async () => {
  const stop = new AbortController()
  site.put('/feed', (_, response) => {
    response.writeHead(200).write('<rss')
    stop.abort()
  })
  await follow('/feed')
  expect(await watched({ until: 'stopped', signal: stop.signal })).toEqual([])
  expect(await states()).toEqual(['new 0'])
})

test('a sitemap of news names pages as a feed does', async () => {
  const entry = `<url><loc>${site.url}/a</loc><n:news xmlns:n="x"/><news:title>Ferries stay</news:title></url>`
  site.put(
    '/news.xml',
    `<urlset>${entry}<url><loc>${site.url}/old</loc><lastmod>2029-01-01</lastmod></url></urlset>`,
  )
  site.put('/a', pageOf('Ferries stay', 'No crew was found.'))
  await follow('/news.xml')
  expect(await watched()).toHaveLength(1)
  expect(asked('/old')).toBe(0)
})

test('the address of a page instead of a feed says which feed the page names', async () => {
  site.put('/', '<!doctype html><head><link rel="alternate" type="application/rss+xml" href="/feed"></head>')
  await follow('/')
  await watched()
  expect((await store.agenda.feeds())[0]?.error).toContain(`the feed that it names is ${site.url}/feed`)
})
