import { afterEach, beforeEach, expect, test } from 'vitest'
import { articleId } from '../model/id.ts'
import type { Kept, Store } from './store.ts'
import { all, kept, place, span, story } from './store-samples.contract.ts'

/** Opens a store on one and the same empty record, as often as it is called, and removes that record. */
export type StoreFactory = { readonly open: () => Promise<Store>; readonly remove: () => Promise<void> }

/** The tests that every store passes; `make` gives an empty record for each of them. */
export function storeContract(make: () => Promise<StoreFactory>): void {
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

  test('a kept article comes back as it was given, from another connection too', async () => {
    const one = kept('The harbour is shut, the mayor said. Ünïcödé 🚢', { outlet: 'Harrow Post' })
    expect(await store.keep([one])).toEqual([{ id: one.article.id, outcome: 'added' }])
    const other = await record.open()
    expect(await other.article(one.article.id)).toEqual(one)
    expect(await other.article(one.article.id, one.article.revision)).toEqual(one)
    await other.close()
  })

  test('what is not on the record is undefined', async () => {
    expect(await store.article('none')).toBeUndefined()
    expect(await store.story('none')).toBeUndefined()
    expect(await store.storyOf('none')).toBeUndefined()
    expect(await store.state('none')).toBeUndefined()
    expect(await store.revisions('none')).toEqual([])
  })

  test('keeping an article twice changes nothing, in one batch or two', async () => {
    const one = kept('One.')
    expect((await store.keep([one, one])).map((each) => each.outcome)).toEqual(['added', 'unchanged'])
    const before = [await store.version(), await store.counts()]
    expect((await store.keep([one])).map((each) => each.outcome)).toEqual(['unchanged'])
    expect([await store.version(), await store.counts()]).toEqual(before)
    expect(await store.search('one')).toHaveLength(1)
  })

  test('a changed text is a revision, and the newest is the article', async () => {
    const url = 'https://harrow.example/a'
    const [first, second] = [kept('The first text.', { url }), kept('Another wording.', { url })]
    await store.keep([first])
    expect(await store.keep([second])).toEqual([{ id: first.article.id, outcome: 'revised' }])
    expect(await store.article(first.article.id)).toEqual(second)
    expect(await store.article(first.article.id, first.article.revision)).toEqual(first)
    const revisions = await store.revisions(first.article.id)
    expect(revisions.map((each) => each.revision)).toEqual([first.article.revision, second.article.revision])
    expect(await store.counts()).toMatchObject({ articles: 1, revisions: 2 })
    expect(await store.search('first')).toEqual([])
    expect((await store.search('wording')).map((hit) => hit.article)).toEqual([first.article.id])
  })

  test('of dated revisions the latest is the article, whatever order they come in', async () => {
    const url = 'https://harrow.example/a'
    const old = kept('Old.', { url, published: '2031-03-04', modified: '2031-03-04T10:00:00Z' })
    const fresh = kept('Fresh.', { url, published: '2031-03-04', modified: '2031-03-04T12:00:00+01:00' })
    for (const order of [
      [old, fresh],
      [fresh, old],
    ]) {
      const other = await make()
      const empty = await other.open()
      for (const each of order) await empty.keep([each])
      expect((await empty.article(old.article.id))?.article.text).toBe('Fresh.')
      expect(await empty.search('old')).toEqual([])
      await empty.close()
      await other.remove()
    }
  })

  test('two revisions of one article in one batch leave the newer one', async () => {
    const url = 'https://harrow.example/a'
    const batch = [kept('One.', { url }), kept('Two.', { url })]
    expect((await store.keep(batch)).map((each) => each.outcome)).toEqual(['added', 'revised'])
    expect((await store.article(articleId({ url, text: '' })))?.article.text).toBe('Two.')
    expect(await store.search('one')).toEqual([])
    expect(await store.search('two')).toHaveLength(1)
  })

  test('a batch that fails is not kept in part', async () => {
    const broken = { ...kept('Broken.'), reading: undefined }
    await expect(store.keep([kept('Fine.'), broken as unknown as Kept])).rejects.toThrow()
    expect(await store.counts()).toMatchObject({ articles: 0, revisions: 0, sequence: 0 })
    expect(await store.search('fine')).toEqual([])
    expect((await store.keep([kept('Fine.')]))[0]?.outcome).toBe('added')
  })

  test('articles come in the order asked for, also many at once', async () => {
    const many = Array.from({ length: 1203 }, (_, i) => kept(`Text number ${i}.`))
    await store.keep(many)
    const ids = many.map((each) => each.article.id).reverse()
    const found = await store.articles([...ids, 'none'])
    expect(found.map((each) => each.article.id)).toEqual(ids)
  })

  test('the log gives each article once, in the order of its newest revision, from a point on', async () => {
    const url = 'https://harrow.example/a'
    const [a, b, c] = [kept('A.', { url }), kept('B.'), kept('C.')]
    await store.keep([a, b])
    await store.keep([c, kept('A again.', { url })])
    const whole = await all(store.log())
    expect(whole.map((each) => each.id)).toEqual([b.article.id, c.article.id, a.article.id])
    expect(await all(store.log(whole[0]?.sequence))).toEqual(whole.slice(1))
    expect((await store.counts()).sequence).toBe(whole.at(-1)?.sequence)
  })

  test('a story is found by id, alias, slug and beginnings, and lists say what it holds', async () => {
    const [a, b] = [
      kept('Talks move to Port Sael', { outlet: 'A', published: '2031-03-04T23:30:00Z' }),
      kept('Another text', { outlet: 'B', published: '2031-03-05T00:10:00+02:00' }),
    ]
    await store.keep([a, b])
    const one = { ...story('story1', [a, b]), aliases: ['older1'] }
    expect(await store.saveStories({ save: [one], remove: [] })).toBe('saved')
    expect(await store.story('story1')).toEqual(one)
    expect(await store.story('older1')).toEqual(one)
    for (const reference of [
      'story1',
      'sto',
      'older1',
      'old',
      'talks-move-to-port-sael',
      'talks-mo',
      'sael-talks',
      'Port Sael',
    ]) {
      expect(await store.findStories(reference)).toEqual(['story1'])
    }
    expect(await store.findStories('nothing')).toEqual([])
    expect(await store.findStories('talks-por')).toEqual([])
    expect(await store.findStories('-')).toEqual([])
    const [first] = await store.revisions(a.article.id)
    const [second] = await store.revisions(b.article.id)
    expect(await store.newIn('story1', '2000-01-01T00:00:00.000Z')).toEqual(
      [a.article.id, b.article.id].sort(),
    )
    expect(await store.newIn('story1', [first?.keptAt ?? '', second?.keptAt ?? ''].sort()[1] ?? '')).toEqual(
      [],
    )
    expect(await store.newIn('older1', '2000-01-01T00:00:00.000Z')).toEqual([])
    expect(await store.storyOf(b.article.id)).toBe('story1')
    expect(await store.stories()).toEqual([
      expect.objectContaining({
        id: 'story1',
        title: 'Talks move to Port Sael',
        articles: 2,
        outlets: 2,
        // Ten past midnight two hours east of Greenwich is before half past eleven there.
        first: '2031-03-05T00:10:00+02:00',
        last: '2031-03-04T23:30:00Z',
      }),
    ])
  })

  test('parts of a story are found by the beginning of their id, and go with it', async () => {
    const a = kept('A.')
    await store.keep([a])
    const dispute = {
      id: 'd:12ab',
      a: span(a),
      b: span(a),
      about: 'it',
      claims: ['c', 'c'] as const,
      rules: [],
    }
    await store.saveStories({ save: [{ ...story('s1', [a]), disputes: [dispute] }], remove: [] })
    expect(await store.findItems('d:12')).toEqual([{ item: 'd:12ab', story: 's1' }])
    expect(await store.findItems('d:9')).toEqual([])
    await store.saveStories({ save: [], remove: ['s1'] })
    expect(await store.findItems('d:12')).toEqual([])
  })

  test('stories are replaced and removed as one change', async () => {
    const [a, b] = [kept('A.'), kept('B.')]
    await store.keep([a, b])
    await store.saveStories({ save: [story('s1', [a]), story('s2', [b])], remove: [] })
    await store.saveStories({ save: [{ ...story('s1', [a, b]), aliases: ['s2'] }], remove: ['s2'] })
    expect((await store.stories()).map((each) => each.id)).toEqual(['s1'])
    expect(await store.storyOf(b.article.id)).toBe('s1')
    expect((await store.story('s2'))?.id).toBe('s1')
  })

  test('stories come by their latest report, undated ones last, in pages', async () => {
    const old = kept('Old.', { published: '2031-01-01' })
    const late = kept('Late.', { published: '2031-02-01' })
    const undated = kept('Undated.')
    await store.keep([old, late, undated])
    await store.saveStories({
      save: [story('a', [undated]), story('b', [old]), story('c', [late])],
      remove: [],
    })
    expect((await store.stories()).map((each) => each.id)).toEqual(['c', 'b', 'a'])
    expect((await store.stories({ limit: 1, offset: 1 })).map((each) => each.id)).toEqual(['b'])
  })

  test('a change of stories made from an older state of the log is refused whole', async () => {
    const a = kept('A.')
    await store.keep([a])
    const compared = { from: 0, to: 1 }
    expect(await store.saveStories({ save: [story('s1', [a])], remove: [], compared })).toBe('saved')
    expect(await store.saveStories({ save: [story('s2', [a])], remove: ['s1'], compared })).toBe('stale')
    expect((await store.stories()).map((each) => each.id)).toEqual(['s1'])
    expect((await store.counts()).compared).toBe(1)
  })

  test('places come in the order of their keys, and a window lasts until something comes before it', async () => {
    const [a, b, c] = [kept('A.'), kept('B.'), kept('C.')]
    await store.keep([a, b, c])
    const places = [place('3', a), place('1', b), place('2', c)]
    await store.saveStories({ save: [], remove: [], placed: places.slice(0, 2) })
    await store.saveWindow({ key: '3', articles: 2, body: 'two' }, 0)
    expect(await all(store.placed())).toEqual([places[1], places[0]])
    expect(await all(store.placed('1'))).toEqual([places[0]])
    expect(await store.placesOf([a.article.id, c.article.id])).toEqual([places[0]])
    const moved = { ...place('3', a), placement: { ...place('3', a).placement, story: 'elsewhere' } }
    await store.saveStories({ save: [], remove: [], placed: [moved] })
    expect(await store.window()).toEqual({ key: '3', articles: 2, body: 'two' })
    await store.saveStories({ save: [], remove: [], placed: places.slice(2) })
    expect(await store.window()).toBeUndefined()
    expect((await all(store.placed())).map((each) => each.key)).toEqual(['1', '2', '3'])
  })

  test('a window is not kept when more was compared meanwhile', async () => {
    await store.saveStories({ save: [], remove: [], compared: { from: 0, to: 7 } })
    expect(await store.saveWindow({ key: '1', articles: 1, body: 'old' }, 0)).toBe('stale')
    expect(await store.window()).toBeUndefined()
    expect(await store.saveWindow({ key: '1', articles: 1, body: 'now' }, 7)).toBe('saved')
    expect((await store.window())?.body).toBe('now')
  })

  test('the name of a story that became part of another leads to it', async () => {
    const [a, b] = [kept('A.'), kept('B.')]
    await store.keep([a, b])
    const whole = story(`s:${a.article.id}`, [a, b])
    await store.saveStories({ save: [whole], remove: [] })
    expect(await store.story(`s:${b.article.id}`)).toEqual(whole)
    expect(await store.findStories(`s:${b.article.id}`)).toEqual([whole.id])
    expect(await store.findStories(a.article.id.slice(0, 6))).toEqual([whole.id])
  })

  test('a place that moves to another turn forgets windows after either', async () => {
    const a = kept('A.')
    await store.keep([a])
    await store.saveStories({ save: [], remove: [], placed: [place('1', a)] })
    await store.saveWindow({ key: '5', articles: 1, body: 'one' }, 0)
    await store.saveStories({ save: [], remove: [], placed: [place('9', a)] })
    expect(await store.window()).toBeUndefined()
    expect((await all(store.placed())).map((each) => each.key)).toEqual(['9'])
  })

  test('what is derived can be forgotten; the log stays', async () => {
    const a = kept('A.')
    await store.keep([a])
    const compared = { from: 0, to: 1 }
    await store.saveStories({ save: [story('s', [a])], remove: [], placed: [place('1', a)], compared })
    await store.forgetStories()
    expect(await store.stories()).toEqual([])
    expect(await store.storyOf(a.article.id)).toBeUndefined()
    expect(await all(store.placed())).toEqual([])
    expect(await store.counts()).toMatchObject({ articles: 1, stories: 0, sequence: 1, compared: 0 })
    expect(await store.article(a.article.id)).toEqual(a)
  })

  test('search finds words, phrases and beginnings in any case, the better match first', async () => {
    const title = kept('Port notes.', { title: 'Harbour closes' })
    const body = kept('Nobody said when the harbour of Port Sael would be open again, and nobody asked why.')
    await store.keep([body, title])
    const ids = async (words: string) => (await store.search(words)).map((hit) => hit.article)
    expect(await ids('HARBOUR')).toEqual([title.article.id, body.article.id])
    expect(await ids('"port sael"')).toEqual([body.article.id])
    expect(await ids('"sael port"')).toEqual([])
    expect(await ids('harb*')).toHaveLength(2)
    expect(await ids('harbour bridge')).toEqual([])
    expect(await store.search('harbour', 1)).toHaveLength(1)
  })

  test.each(['', '   ', '"', '""', '*', 'a AND', 'NEAR(', "o'clock; --", '(', '-x', 'title:'])(
    'nothing typed is a syntax error: %j',
    async (words) => {
      await store.keep([kept('Some text.')])
      expect(await store.search(words)).toEqual([])
    },
  )

  test('an article is found by the beginning of its id', async () => {
    const a = kept('A.')
    await store.keep([a])
    expect(await store.findArticles(a.article.id.slice(0, 5))).toEqual([a.article.id])
    expect(await store.findArticles('zz')).toEqual([])
    expect(await store.findArticles('%')).toEqual([])
  })

  test('a newer reading replaces the older one', async () => {
    const a = kept('A.')
    await store.keep([a])
    await store.reread([{ ...a.reading, reader: 'newer' }])
    expect((await store.article(a.article.id))?.reading.reader).toBe('newer')
    expect((await store.article(a.article.id))?.article).toEqual(a.article)
  })

  test('named values are kept and replaced', async () => {
    await store.saveState('window', 'one')
    await store.saveState('window', 'two')
    expect(await store.state('window')).toBe('two')
  })

  test('decisions are appended once and come in order', async () => {
    const decisions = ['b', 'a'].map((id) => ({
      id,
      kind: 'rename',
      about: 'x',
      value: id,
      at: '2031-03-04',
    }))
    for (const decision of [...decisions, ...decisions]) await store.correct(decision)
    expect(await store.corrections()).toEqual(decisions)
  })

  test('the version grows when the record changes, and other connections see it', async () => {
    const other = await record.open()
    const versions = [await other.version()]
    const a = kept('A.')
    for (const change of [
      () => store.keep([a]),
      () => store.saveStories({ save: [story('s', [a])], remove: [] }),
      () => store.saveStories({ save: [], remove: ['s'] }),
    ]) {
      await change()
      versions.push(await other.version())
    }
    expect(new Set(versions).size).toBe(4)
    expect([...versions].sort((x, y) => x - y)).toEqual(versions)
    await store.saveState('a', 'b')
    expect(await other.version()).toBe(versions.at(-1))
    await other.close()
  })

  test('two connections may keep at once: everything is there, numbered without a gap', async () => {
    const other = await record.open()
    const batches = Array.from({ length: 20 }, (_, i) => [kept(`Left ${i}.`), kept(`Shared ${i}.`)])
    const others = Array.from({ length: 20 }, (_, i) => [kept(`Right ${i}.`), kept(`Shared ${i}.`)])
    await Promise.all([
      ...batches.map((batch) => store.keep(batch)),
      ...others.map((batch) => other.keep(batch)),
    ])
    await other.close()
    const log = await all(store.log())
    expect(log.map((each) => each.sequence)).toEqual(Array.from({ length: 60 }, (_, i) => i + 1))
  })
}
