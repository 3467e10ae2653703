import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { articleFromText } from '../src/gather/article-from-text.ts'
import type { Article } from '../src/model/article.ts'
import type { Attribution, Reading } from '../src/model/reading.ts'
import type { Story } from '../src/model/record.ts'
import { quoteOf, quoteOfAll } from '../src/model/span.ts'
import { read } from '../src/read/read.ts'
import { recordOf } from './record-of.ts'

const folder = join(import.meta.dirname, '..', '..', 'shared', 'seeds')
const given = [
  { file: '000_7d0f7b64401a488c.txt', published: '2026-02-03' },
  { file: '001_acef0abf68c38d48.txt', published: '2026-02-03' },
  { file: '004_13bfe1e1be1d618a.txt', published: '2026-02-12' },
]

describe.skipIf(!existsSync(folder))('three real articles (skipped where ../shared/seeds is missing)', () => {
  let articles: Article[]
  let readings: Reading[]
  let stories: readonly Story[]
  let story: Story

  beforeAll(async () => {
    articles = given.map(({ file, published }) =>
      articleFromText({
        text: readFileSync(join(folder, file), 'utf8'),
        published,
        provenance: { from: file },
      }),
    )
    readings = articles.map(read)
    stories = await recordOf(articles)
    const [first] = stories
    if (first === undefined) throw new Error('no story came out')
    story = first
  })

  test('they are one story', () => {
    expect(stories.map((one) => one.articles.length)).toEqual([3])
  })

  test.each([
    ['Witkoff', ['Whitkov', 'Witkoff']],
    ['Katz', ['Yisrael Katz']],
    ['Araghchi', ['Araghchi']],
    ['Netanyahu', ['Netanyahu']],
    ['Khamenei', ['Khamenei']],
  ])('%s is one person', (name, spellings) => {
    const people = story.entities.filter((entity) => entity.type === 'PER' && namesOf(entity).includes(name))
    expect(people).toHaveLength(1)
    for (const spelling of spellings) expect(namesOf(people[0])).toContain(spelling)
  })

  test.each([
    ['Katz', 'Defense Minister'],
    ['Araghchi', 'Foreign Minister'],
    ['Netanyahu', 'Prime Minister'],
    ['Khamenei', 'Supreme Leader'],
  ])('%s has the role %s', (name, role) => {
    const person = story.entities.find((entity) => entity.type === 'PER' && namesOf(entity).includes(name))
    expect(person?.roles.map((one) => one.text).join('; ')).toContain(role)
  })

  test.each([
    ['Araghchi', 'Iran'],
    ['Netanyahu', 'Israel'],
  ])('%s belongs to %s', (name, country) => {
    const person = story.entities.find((entity) => entity.type === 'PER' && namesOf(entity).includes(name))
    expect(person?.country?.name).toBe(country)
  })

  test('three advisers, "they" and one adviser are one anonymous group with its counts', () => {
    const group = ['Three of Trump', 'they', 'one adviser'].map((words) => attributionBy(words))
    expect(group.map((one) => one?.source.kind)).toEqual(['anonymous', 'anonymous', 'anonymous'])
    expect(group.map((one) => one?.source.class)).toEqual(['adviser', 'adviser', 'adviser'])
    expect(group[0]?.source.count?.number).toBe(3)
    expect(group[2]?.source.count?.number).toBe(1)
    expect(new Set(group.map((one) => one?.source.group ?? one?.id)).size).toBe(1)
  })

  test('a senior mediator is one anonymous mediator', () => {
    const mediator = attributionBy('senior mediator')
    expect(mediator?.source).toMatchObject({ kind: 'anonymous', class: 'mediator', count: { number: 1 } })
  })

  test('regional sources told Reuters', () => {
    const regional = attributionBy('Regional sources')
    expect(regional?.source.kind).toBe('anonymous')
    expect(regional?.via?.name).toBe('Reuters')
  })

  test('two sources are cited by Axios', () => {
    const two = attributionBy('two sources')
    expect(two?.source).toMatchObject({ kind: 'anonymous', count: { number: 2 } })
    expect(two?.relay?.outlet ?? two?.via?.name).toBe('Axios')
  })

  test('the Wall Street Journal report is a relay', () => {
    expect(story.relays.map((relay) => relay.outlet)).toContain('Wall Street Journal')
  })

  test('Axios is one origin over two articles, not two', () => {
    const citing = story.relays.filter((relay) => relay.outlet === 'Axios').map((relay) => relay.article)
    expect(new Set(citing).size).toBe(2)
    for (const claim of story.claims) {
      const viaAxios = claim.origins.filter((origin) => origin.outlet === 'Axios')
      expect(viaAxios.filter((origin) => origin.certain).length).toBeLessThanOrEqual(1)
    }
    const through = story.claims.flatMap((claim) =>
      claim.origins
        .filter((origin) => origin.outlet === 'Axios')
        .map((origin) => ({
          id: origin.id,
          articles: claim.carriers.filter((one) => one.origin === origin.id),
        })),
    )
    expect(new Set(through.map(({ id }) => id)).size).toBe(1)
    expect(new Set(through.flatMap((one) => one.articles.map(({ span }) => span.article))).size).toBe(2)
  })

  test('what two articles have from Axios about a strike, in other words, is one claim', () => {
    const claim = story.claims.find((one) =>
      carriersOf(one).some((text) => /pressing for a military strike/.test(text)),
    )
    expect(claim && carriersOf(claim).some((text) => /pushing for a strike/.test(text))).toBe(true)
    expect(claim?.certain).toBe(1)
  })

  test.each([
    ['a strike is pressed for', /pressing for a military strike/],
    ['what was believed in June', /believed in June/],
    ['the visit', /will visit/],
    ['the format and the timing', /format and the timing/],
  ])('a claim of Axios: %s', (_, text) => {
    const carried = story.claims.flatMap((claim) =>
      claim.carriers
        .filter((carrier) => text.test(words(carrier.span)))
        .map((carrier) => claim.origins.find(({ id }) => id === carrier.origin)?.outlet),
    )
    expect(carried).toContain('Axios')
  })

  test('the talks are one plan: set for Friday in Istanbul, to be changed, held in Oman', () => {
    const talks = story.plans.filter((plan) =>
      plan.history.some((entry) => /Istanbul/.test(entry.slots.venue?.value ?? '')),
    )
    expect(talks).toHaveLength(1)
    const history = talks[0]?.history ?? []
    expect(
      history.some((entry) => entry.slots.date?.value === '2026-02-06' && entry.status === 'planned'),
    ).toBe(true)
    expect(
      history.some((entry) => /format/.test(words(entry.span)) && /timing/.test(words(entry.span))),
    ).toBe(true)
    const held = history.find((entry) => /Oman/.test(entry.slots.venue?.value ?? ''))
    expect(held?.slots.date?.value).toBe('2026-02-06')
    expect(['happened', 'resumed']).toContain(held?.status)
  })

  test('the visit on Tuesday is a plan of its own', () => {
    const visit = story.plans.filter((plan) =>
      plan.history.some((entry) => /visit/.test(words(entry.span)) && /Tuesday/.test(words(entry.span))),
    )
    expect(visit).toHaveLength(1)
    expect(visit[0]?.history.find((entry) => /visit/.test(words(entry.span)))).toMatchObject({
      status: 'planned',
      slots: { date: { value: '2026-02-03' } },
    })
  })

  test('a second round is expected next week', () => {
    const second = story.plans
      .flatMap((plan) => plan.history)
      .filter((entry) => /second round/.test(words(entry.span)))
    expect(second.length).toBeGreaterThan(0)
    expect(second[0]).toMatchObject({ status: 'planned', slots: { date: { value: '2026-W08' } } })
  })

  test('no noise line and no scare quote is a claim or a quotation', () => {
    const said = [
      ...story.claims.flatMap(carriersOf),
      ...readings.flatMap((reading, i) =>
        reading.attributions.flatMap((one) =>
          [...one.content, ...one.cue].map((range) => quoteOf(articles[i]?.text ?? '', range)),
        ),
      ),
    ].join('\n')
    expect(said).not.toMatch(/Read more|AI technology|\$1 billion|Rafah crossing/)
    const speech = readings.flatMap((reading, i) =>
      reading.quotations
        .filter((quotation) => quotation.role === 'speech')
        .map((quotation) => quoteOf(articles[i]?.text ?? '', quotation.inner)),
    )
    expect(speech).not.toContain('Israel')
    expect(speech).not.toContain('Israeli')
    expect(speech).not.toContain('twelve-day war')
    expect(speech.join('\n')).toContain('massive force')
  })

  test('every time in the texts that the desk needs is on the calendar', () => {
    expect(valueAt(0, 'Monday')).toBe('2026-02-02')
    expect(valueAt(0, 'Friday')).toBe('2026-02-06')
    expect(valueAt(0, 'Tuesday')).toBe('2026-02-03')
    expect(valueAt(0, 'in June')).toBe('2025-06')
    expect(valueAt(1, 'Friday')).toBe('2026-02-06')
    expect(valueAt(1, 'three weeks ago')).toBe('2026-W03')
    expect(valueAt(2, 'Wednesday')).toBe('2026-02-11')
    expect(valueAt(2, 'last Friday')).toBe('2026-02-06')
    expect(valueAt(2, 'next week')).toBe('2026-W08')
    expect(valueAt(2, 'June last year')).toBe('2025-06')
    expect(valueAt(1, 'Earlier this week')).toBe('2026-W06')
    const times = readings.flatMap((reading) => reading.times)
    expect(times.filter((time) => time.interval === undefined && time.reason !== undefined)).toEqual([])
  })

  test('every plan has its days, kinds and words: none is open', () => {
    const entries = story.plans.flatMap((plan) => plan.history)
    const kinds = new Set(entries.flatMap(({ revision }) => revision))
    for (const kind of ['change sought', 'held elsewhere', 'held']) expect(kinds).toContain(kind)
    expect(story.plans.every((plan) => plan.history.some(({ slots }) => slots.date !== undefined))).toBe(true)
  })

  test('the timeline tells what happened and was planned, and not who said so when', () => {
    const lines = story.timeline.map((line) => words(line.span))
    expect(lines.length).toBeGreaterThan(5)
    expect(lines.length).toBeLessThan(14)
    expect(lines.join('\n')).not.toMatch(/told reporters Monday/)
  })

  test('without a date, relative times stay relative, with the reason', () => {
    const undated = read(articleFromText({ text: articles[0]?.text ?? '' }))
    const friday = undated.times.filter((time) => quoteOf(articles[0]?.text ?? '', time).includes('Friday'))
    expect(friday.length).toBeGreaterThan(0)
    for (const time of friday) expect(time).toMatchObject({ reason: 'no-publication-date' })
  })

  function attributionBy(source: string): Attribution | undefined {
    return readings
      .flatMap((reading, i) =>
        reading.attributions.map((attribution) => ({ attribution, text: articles[i]?.text ?? '' })),
      )
      .find(({ attribution, text }) =>
        quoteOfAll(text, attribution.source.spans).toLowerCase().includes(source.toLowerCase()),
      )?.attribution
  }

  function valueAt(index: number, expression: string): string | undefined {
    const text = articles[index]?.text ?? ''
    const bare = expression.replace(/^in /, '')
    return readings[index]?.times.find((time) => {
      const found = quoteOf(text, time)
      return (
        (found === expression || found === bare || found === `as early as ${bare}`) &&
        (expression !== 'in June' || text.slice(time.start - 3, time.end).includes('in June'))
      )
    })?.value
  }

  function words(span: { article: string; start: number; end: number }): string {
    return quoteOf(articles.find((article) => article.id === span.article)?.text ?? '', span)
  }

  function carriersOf(claim: Story['claims'][number]): string[] {
    return claim.carriers.map((carrier) => words(carrier.span))
  }
})

function namesOf(entity: Story['entities'][number] | undefined): string {
  return entity === undefined
    ? ''
    : [entity.name, ...entity.variants.map((variant) => variant.text)].join('; ')
}
