import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { newFeed } from '../src/gather/watch/new-feed.ts'
import { type Answer, feedOf, openSite, pageOf, type Site } from '../src/gather/watch/news-site.contract.ts'
import { openStore } from '../src/keep/open-store.ts'
import { build, runOnrecord, startOnrecord } from './built-cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'onrecord-watch-'))
vi.setConfig({ testTimeout: 300_000 })
beforeAll(build, 300_000)
afterAll(() => rmSync(folder, { recursive: true }))

let site: Site
let db: string
let count = 0
beforeEach(async () => {
  site = await openSite()
  count += 1
  db = join(folder, `record-${count}.db`)
})
afterEach(() => site.close())

const record = (...words: string[]) => runOnrecord([...words, '--db', db])
const watchWords = ['watch', '--once', '--pause', '0', '--allow-private']
const watch = (...words: string[]) => record(...watchWords, ...words)

/** A feed with so many pages, each with words of its own. */
function putPages(many: number): void {
  const paths = Array.from({ length: many }, (_, i) => `/p${i}`)
  site.put('/feed', feedOf(paths))
  paths.forEach((path, i) => {
    site.put(path, pageOf(`Ferry ${i} stays in port`, `Ferry number ${i} has ${i + 3} crew.`))
  })
}

test('a feed is watched: its pages are kept and listed, and it is shown with its state', async () => {
  putPages(3)
  const run = await watch(`${site.url}/feed`)
  expect(run.stderr).toMatch(/feed: feed added\n[\s\S]*3 articles added\n$/)
  expect(run.stdout.trim().split('\n')).toHaveLength(3)
  expect(run.stdout).toMatch(/^added {4}\w+ {2}http:\/\/127/m)
  expect(run.status).toBe(0)
  const again = await watch('--json')
  expect(again.stderr).toBe('0 articles added\n')
  expect(site.asked.filter((path) => path === '/p1')).toHaveLength(1)
  const list = await record('feeds')
  expect(list).toMatchObject({ status: 0, stderr: '' })
  expect(list.stdout).toMatch(
    /^● Harrow Post {2}http:\/\/127.+\/feed\n {2}fine, asked .+ UTC · 3 articles\n$/,
  )
  expect((await record('search', 'ferry', '--json')).stdout.trim().split('\n')).toHaveLength(3)
})

test('feeds are added from OPML, written as OPML, and removed; what they brought stays', async () => {
  putPages(1)
  const list = join(folder, 'subscriptions.opml')
  writeFileSync(
    list,
    `<opml version="2.0"><body><outline text="News"><outline text="Harrow" xmlUrl="${site.url}/feed"/></outline><outline text="Aster" xmlUrl="${site.url}/aster"/></body></opml>`,
  )
  expect((await record('feeds', 'add', list)).stderr).toMatch(/subscriptions\.opml: 2 feeds added/)
  expect(site.asked).toEqual([])
  expect((await record('feeds', 'add', list)).stderr).toMatch(/all 2 feeds are already watched/)
  const run = await watch()
  expect(run.stderr).toMatch(/aster: it answers 404, not found; .+/)
  expect(run.status).toBe(1)
  const opml = await record('feeds', '--opml')
  expect(opml.stdout).toContain(`xmlUrl="${site.url}/feed"`)
  expect(opml.stdout).toMatch(/^<\?xml[\s\S]+<\/opml>\n$/)
  const feeds = (await record('feeds', '--json')).stdout.trim().split('\n')
  expect(feeds.map((line) => JSON.parse(line))).toMatchObject([
    { url: `${site.url}/aster`, state: 'failing', failures: 1, error: expect.stringContaining('404') },
    { url: `${site.url}/feed`, title: 'Harrow Post', state: 'fine', pages: { waiting: 0, kept: 1, lost: 0 } },
  ])
  expect(await record('feeds', 'remove', `${site.url}/feed`)).toMatchObject({ status: 0 })
  expect(await record('feeds', 'remove', `${site.url}/feed`)).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/no feed has this address; onrecord feeds lists them/),
  })
  expect((await record('search', 'ferry', '--json')).stdout.trim().split('\n')).toHaveLength(1)
})

test('a list of feeds at an address is added as a list', async () => {
  site.put(
    '/list',
    `<opml version="2.0"><body><outline text="Harrow" xmlUrl="${site.url}/feed"/></body></opml>`,
  )
  expect((await record('feeds', 'add', `${site.url}/list`, '--allow-private')).stderr).toMatch(
    /list: feed added/,
  )
})

test('a page instead of a feed says which feeds it names, and is not added', async () => {
  site.put(
    '/',
    '<!doctype html><head><link rel="alternate" type="application/rss+xml" href="/feed"><link type="application/atom+xml" href="/atom"></head>',
  )
  const run = await record('feeds', 'add', `${site.url}/`, '--allow-private')
  expect(run.status).toBe(1)
  expect(run.stderr).toBe(
    `${site.url}/: this is a page; the feeds that it names are ${site.url}/feed, ${site.url}/atom; give the address of a feed (RSS, Atom, RDF, JSON Feed or a news sitemap)\n`,
  )
  expect((await record('feeds')).stderr).toMatch(/no feeds are watched; add one with onrecord feeds add/)
})

test.each([
  ['harrow.example/feed', /harrow\.example\/feed: it is neither a file nor a whole address; .*https:/],
  ['ftp://harrow.example/feed', /ftp:\/\/harrow\.example\/feed: this is no address of the web; .+/],
  ['missing.opml', /missing\.opml: there is no such file or folder; .+/],
  ['https://', /https:\/\/: this is no address of the web; .+/],
  ['http://127.0.0.1:9/feed', /127\.0\.0\.1 is an address that is loopback; use --allow-private/],
])('%s is refused in words', async (place, words) => {
  const run = await record('watch', '--once', place)
  expect(run.stderr).toMatch(words)
  expect(run.stderr).toMatch(/no feeds are watched; name one: onrecord watch ADDRESS\n$/)
  expect(run.status).toBe(1)
})

test('an OPML file without feeds, and one that is none, are named', async () => {
  const empty = join(folder, 'empty.opml')
  writeFileSync(empty, '<opml version="2.0"><head/><body></body></opml>')
  expect((await record('feeds', 'add', empty)).stderr).toMatch(/empty\.opml: it names no feed; .+/)
  const none = join(folder, 'none.opml')
  writeFileSync(none, 'no list at all')
  expect((await record('feeds', 'add', none)).stderr).toMatch(/none\.opml: it is no OPML; .+/)
})

test('a dead network: the feed is added all the same, and shown as failing', async () => {
  const run = await watch('http://127.0.0.1:9/feed')
  expect(run.stderr).toMatch(
    /feed: nothing answers at this address \(ECONNREFUSED\); .+\n.+onrecord watch asks it again/,
  )
  expect(run.status).toBe(1)
  const list = await record('feeds')
  expect(list.stdout).toMatch(/△ http:\/\/127\.0\.0\.1:9\/feed\n {2}failing \(once, never fine\)/)
  expect(list.stdout).toContain('ECONNREFUSED')
})

test('a feed that is gone, or fails for the fifth time, is said loudly, and its list ends with 1', async () => {
  site.put('/gone', (_, response) => response.writeHead(410).end())
  site.put('/ill', (_, response) => response.writeHead(500).end())
  const store = await openStore(db)
  const long = Date.parse('2001-01-01T00:00:00Z')
  const ill = { ...newFeed(`${site.url}/ill`, long), state: 'failing' as const, failures: 4 }
  await store.agenda.addFeeds([newFeed(`${site.url}/gone`, long), ill])
  await store.close()
  const run = await watch()
  expect(run.status).toBe(1)
  expect(run.stderr).toMatch(/410, gone for good; .+\n.+is not asked again; onrecord feeds remove/)
  expect(run.stderr).toMatch(/ill: 5 times in a row without a good answer; see it in a browser/)
  const list = await record('feeds')
  expect(list.status).toBe(1)
  expect(list.stdout).toMatch(
    /^✕ .+gone\n {2}gone for good, .+\n.+410.+\n✕ .+ill\n {2}failing \(5 times, never fine\)/,
  )
  expect(list.stderr).toMatch(/2 feeds give nothing any more/)
})

test('a number that is none is misuse; a watch without feeds or record says what to do', async () => {
  expect(await watch('--every', '0')).toMatchObject({
    status: 2,
    stderr: '--every: found "0"; give a number from 1 on\n',
  })
  expect(await watch('--at-once', '2.5')).toMatchObject({ status: 2 })
  expect(await record('feeds', 'list')).toMatchObject({ status: 2 })
  expect(await record('feeds', 'add')).toMatchObject({ status: 2 })
  for (const words of [['watch'], ['feeds'], ['feeds', 'remove', 'x']]) {
    const run = await record(...words)
    expect(run.status).toBe(1)
    expect(run.stderr).toMatch(/there is no record here/)
  }
})

test('a second watch of one record is refused', async () => {
  putPages(1)
  const first = startOnrecord(['watch', `${site.url}/feed`, '--allow-private', '--db', db])
  await lineOf(first.stderr, /watching 1 feed/)
  await lineOf(first.stdout, /^added/)
  const second = await watch()
  expect(second.stderr).toMatch(/another onrecord watch runs on this record; stop that one/)
  expect(second.status).toBe(1)
  first.kill('SIGINT')
  expect(await codeOf(first)).toBe(0)
})

test('Ctrl-C stops a watch that waits, and one in the middle of an answer', async () => {
  site.put('/feed', feedOf(['/slow']))
  site.put('/slow', (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).write('<p>')
  })
  const child = startOnrecord(['watch', `${site.url}/feed`, '--allow-private', '--pause', '0', '--db', db])
  const text = lineOf(child.stderr, /onrecord watch goes on from here/)
  await vi.waitUntil(() => site.asked.includes('/slow'), { timeout: 60_000 })
  child.kill('SIGINT')
  await text
  expect(await codeOf(child)).toBe(0)
})

test('kill -9 loses nothing that was acknowledged, and the next watch goes on where it was', async () => {
  const names = Array.from({ length: 45 }, (_, i) => `/p${10 + i}`)
  site.put('/feed', feedOf(names))
  const hang: Answer = (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).write('<p>')
  }
  for (const name of names) site.put(name, hang)
  const acknowledged = new Set<string>()
  for (const part of [names.slice(0, 15), names.slice(15, 30)]) {
    for (const name of part) site.put(name, pageOf(`Ferry ${name}`, `Ferry ${name} has a crew.`))
    const child = startOnrecord([...watchWords, `${site.url}/feed`, '--json', '--db', db])
    child.stderr?.resume()
    if (child.stdout === null) throw new Error('the child has no pipes')
    let fresh = 0
    for await (const line of createInterface({ input: child.stdout })) {
      const { id } = JSON.parse(line)
      if (id === undefined) continue
      acknowledged.add(id)
      fresh += 1
      if (fresh === part.length) child.kill('SIGKILL')
    }
  }
  for (const name of names.slice(30)) site.put(name, pageOf(`Ferry ${name}`, `Ferry ${name} has a crew.`))
  expect((await watch()).stderr).toMatch(/15 articles added\n$/)
  const store = await openStore(db, { make: 'never' })
  expect((await store.articles([...acknowledged])).length).toBe(30)
  expect((await store.counts()).articles).toBe(45)
  expect([...(await store.agenda.pageCounts()).values()]).toEqual([{ waiting: 0, kept: 45, lost: 0 }])
  await store.close()
  const asked = (name: string) => site.asked.filter((path) => path === name).length
  for (const name of names.slice(0, 15)) expect(asked(name)).toBe(1)
})

async function lineOf(stream: NodeJS.ReadableStream | null, pattern: RegExp): Promise<void> {
  if (stream === null) throw new Error('the child has no pipes')
  await new Promise<void>((resolve, reject) => {
    let text = ''
    stream.on('data', (chunk) => {
      text += chunk
      if (pattern.test(text)) resolve()
    })
    stream.on('end', () => reject(new Error(`never said ${pattern}, but: ${text}`)))
  })
}

async function codeOf(child: ReturnType<typeof startOnrecord>): Promise<number | null> {
  if (child.exitCode !== null) return child.exitCode
  return await new Promise((resolve) => child.on('exit', resolve))
}
