import { afterEach, beforeEach, expect, test } from 'vitest'
import type { AwaitedPage, Feed } from '../gather/watch/agenda.ts'
import type { StoreFactory } from './store.contract.ts'
import type { Store } from './store.ts'

const url = 'https://harrow.example/feed'

function feed(more: Partial<Feed> = {}): Feed {
  const added = '2031-03-04T09:00:00.000Z'
  return { url, state: 'new', added, next: added, failures: 0, entries: 0, latest: 0, ...more }
}

function page(path: string, more: Partial<AwaitedPage> = {}): AwaitedPage {
  const address = `https://harrow.example/${path}`
  return {
    url: address,
    host: 'harrow.example',
    feed: url,
    state: 'waiting',
    next: '2031-03-04T09:00:00.000Z',
    failures: 0,
    visits: 0,
    entry: { key: path, url: address, title: `About ${path}`, authors: ['Ilse Maarn'] },
    ...more,
  }
}

/** The tests of the agenda that every store passes; `make` gives an empty record for each of them. */
export function agendaContract(make: () => Promise<StoreFactory>): void {
  let record: StoreFactory
  let store: Store
  beforeEach(async () => {
    record = await make()
    store = await record.open()
  })
  afterEach(async () => {
    await store.close()
    await record.remove()
  })

  const paths = async (except: readonly string[] = []) =>
    (await store.agenda.pages({ limit: 10, except })).map((each) => new URL(each.url).pathname)

  test('feeds are added once, come by address, and another connection sees them', async () => {
    const { agenda } = store
    const other = feed({ url: 'https://aster.example/rss', title: 'Aster' })
    expect(await agenda.addFeeds([feed(), other, feed({ title: 'again' })])).toEqual([url, other.url])
    expect(await agenda.addFeeds([feed()])).toEqual([])
    const second = await record.open()
    expect(await second.agenda.feeds()).toEqual([other, feed()])
    await second.close()
  })

  test('a poll keeps the state of the feed and its pages; what is known and unchanged is not new', async () => {
    const { agenda } = store
    await agenda.addFeeds([feed()])
    const polled = feed({ state: 'fine', etag: '"1"', entries: 2, latest: 2 })
    expect(await agenda.savePoll({ feed: polled, pages: [page('a'), page('b')] })).toBe(2)
    expect(await agenda.savePoll({ feed: polled, pages: [page('a'), page('b'), page('c')] })).toBe(1)
    expect(await agenda.feeds()).toEqual([polled])
    expect(await agenda.pages({ limit: 10, except: [] })).toEqual([page('a'), page('b'), page('c')])
    expect(await agenda.pages({ limit: 1, except: [] })).toEqual([page('a')])
  })

  test('a page that is done with is not asked for again, until its feed changes the entry', async () => {
    const { agenda } = store
    await agenda.savePoll({ feed: feed(), pages: [page('a')] })
    await agenda.savePages([{ ...page('a'), state: 'kept', visits: 1, etag: '"9"', next: undefined }])
    expect(await paths()).toEqual([])
    const entry = { ...page('a').entry, modified: '2031-03-05' }
    const elsewhere = page('a', { feed: 'https://aster.example/rss', entry })
    expect(await agenda.savePoll({ feed: feed(), pages: [page('a'), elsewhere] })).toBe(0)
    expect(await agenda.savePoll({ feed: feed(), pages: [page('a', { entry })] })).toBe(1)
    const [again] = await agenda.pages({ limit: 10, except: [] })
    expect(again).toMatchObject({ state: 'kept', visits: 1, etag: '"9"', entry: { modified: '2031-03-05' } })
  })

  test('pages come in the order of their time, without those of hosts that are busy', async () => {
    const late = page('late', { next: '2031-03-04T10:00:00.000Z' })
    const pages = [late, page('soon'), page('else', { host: 'aster.example' })]
    await store.agenda.savePoll({ feed: feed(), pages })
    expect(await paths()).toEqual(['/else', '/soon', '/late'])
    expect(await paths(['aster.example'])).toEqual(['/soon', '/late'])
    expect(await paths(['aster.example', 'harrow.example'])).toEqual([])
  })

  test('a host that is to be left alone has its pages put off, and no other', async () => {
    const pages = [page('a'), page('done'), page('late', { next: '2031-03-05T00:00:00.000Z' })]
    await store.agenda.savePoll({ feed: feed(), pages: [...pages, page('else', { host: 'aster.example' })] })
    await store.agenda.savePages([{ ...page('done'), state: 'kept', next: undefined }])
    await store.agenda.restHost('harrow.example', '2031-03-04T12:00:00.000Z')
    const left = await store.agenda.pages({ limit: 10, except: [] })
    expect(left.map(({ url: at, next }) => `${new URL(at).pathname} ${next}`)).toEqual([
      '/else 2031-03-04T09:00:00.000Z',
      '/a 2031-03-04T12:00:00.000Z',
      '/late 2031-03-05T00:00:00.000Z',
    ])
  })

  test('a feed that moved keeps its pages under its new address, and is known by both', async () => {
    const { agenda } = store
    await agenda.addFeeds([feed()])
    await agenda.savePoll({ feed: feed(), pages: [page('a')] })
    const moved = feed({ url: 'https://harrow.example/news.xml', movedFrom: url })
    await agenda.savePoll({ feed: moved, was: url, pages: [] })
    expect(await agenda.feeds()).toEqual([moved])
    expect((await agenda.pages({ limit: 10, except: [] })).map((each) => each.feed)).toEqual([moved.url])
    expect(await agenda.addFeeds([feed()])).toEqual([])
  })

  test('pages are counted by feed and state; a feed is removed with what was awaited of it', async () => {
    const { agenda } = store
    await agenda.addFeeds([feed()])
    await agenda.savePoll({ feed: feed(), pages: [page('a'), page('b')] })
    await agenda.savePages([{ ...page('a'), state: 'lost', next: undefined, error: 'gone' }])
    expect([...(await agenda.pageCounts())]).toEqual([[url, { waiting: 1, kept: 0, lost: 1 }]])
    expect(await agenda.removeFeed(url)).toBe(true)
    expect(await agenda.removeFeed(url)).toBe(false)
    expect(await agenda.feeds()).toEqual([])
    expect(await paths()).toEqual([])
  })

  test('one watch at a time has a record; once it is given back, the next may have it', async () => {
    const release = await store.claimWatch()
    const second = await record.open()
    await expect(second.claimWatch()).rejects.toMatchObject({
      code: 'watched',
      message: expect.stringMatching(/another onrecord watch/),
    })
    await release()
    await (await second.claimWatch())()
    await second.close()
  })

  test('a poll of many thousand pages is kept', async () => {
    const pages = Array.from({ length: 5000 }, (_, i) => page(`p${i}`))
    expect(await store.agenda.savePoll({ feed: feed(), pages })).toBe(5000)
    expect((await store.agenda.pageCounts()).get(url)?.waiting).toBe(5000)
  })
}
