import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Attribution } from '../src/model/reading.ts'
import type { Dispute, Story } from '../src/model/record.ts'
import { overlaps, quoteOf, quoteOfAll } from '../src/model/span.ts'
import { ruleBook } from '../src/show/rule-book.ts'
import { type CorpusRecord, corpusFolder, corpusRecord } from './corpus-record.ts'

// Holds the product to corpus/EXPECTED.md; the lines marked ✓ there are asserted here.

let record: CorpusRecord
let talks: Story

beforeAll(async () => {
  record = await corpusRecord()
  talks = record.storyOf('08')
}, 300_000)

describe('stories', () => {
  test('the talks are one story, the ferries another', () => {
    const of = (story: Story) => story.articles.map(record.numberOf).sort()
    expect(of(record.storyOf('20'))).toEqual(['20', '21'])
    expect(of(talks)).toEqual([
      '01',
      '02',
      '03',
      '04',
      '05a',
      '05b',
      '05c',
      '06',
      '07',
      '08',
      '09',
      '10',
      '11',
      '12',
      '13',
      '14',
      '15',
      '16',
      '17',
      '18',
    ])
  })
})

describe('people', () => {
  const spellings = (name: string) =>
    talks.entities
      .filter((entity) => entity.variants.some((variant) => variant.text.includes(name)))
      .map((entity) => [entity.name, entity.variants.map((variant) => variant.text)] as const)

  test.each([
    ['Ishan Dorvezh', ['Dorvej', 'Dorvesh', 'Eshan', 'Dorwezh']],
    ['Omid Karsan', ['Karzan']],
    ['Farid Alessan', ['Alesan']],
  ])('%s is one person under every spelling', (name, others) => {
    const entity = talks.entities.find((each) => each.variants.some((variant) => variant.text.includes(name)))
    const texts = entity?.variants.map((variant) => variant.text).join(', ') ?? `no ${name}`
    for (const other of others) expect(texts).toContain(other)
  })

  test('one surname, two people', () => {
    for (const [a, b] of [
      ['Edric Vance', 'Corin Vance'],
      ['Ishan Dorvezh', 'Karim Dorvezh'],
    ] as const) {
      expect([a, spellings(a).length]).toEqual([a, 1])
      expect(spellings(a)[0]?.[1].join()).not.toContain(b)
    }
  })
})

describe('anonymous sources', () => {
  test.each([
    ['01', 'two senior Ardovian officials', 2],
    ['01', "Three of President Helena Strand's advisers", 3],
    ['01', 'one adviser', 1],
    ['01', 'A senior mediator', 1],
    ['05c', 'two diplomats', 2],
    ['05a', 'a regional diplomat', 1],
    ['08', 'two regional officials', 2],
    ['15', 'two people familiar with the talks', 2],
  ])('%s: "%s" counts %i', (number, words, count) => {
    const found = attributionsBy(number, words)
    expect(found.map(({ source }) => [source.kind, source.count?.number])).toContainEqual([
      'anonymous',
      count,
    ])
  })

  test('"three advisers", "they" and "one adviser" are one group', () => {
    const groups = ["Three of President Helena Strand's advisers", 'they', 'one adviser'].map(
      (words) => attributionsBy('01', words)[0]?.source.group ?? `no group for ${words}`,
    )
    expect(new Set(groups).size).toBe(1)
  })
})

describe('relays and copies', () => {
  test.each([
    ['02', 'Northstar'],
    ['04', 'Northstar'],
    ['09', 'Sabrin Observer'],
    ['10', 'Daily Lantern'],
    ['11', 'Northstar'],
    ['16', 'Northstar'],
    ['05a', 'Inkwell'],
  ])('%s relays the %s', (number, outlet) => {
    const edges = talks.relays.filter((relay) => record.numberOf(relay.article) === number)
    expect(edges.map((relay) => relay.outlet.replace(/^the /i, ''))).toContain(outlet)
  })

  test('two outlets that cite each other and nobody else are a circle', () => {
    const circle = talks.relays
      .filter((relay) => relay.circular)
      .map((relay) => record.numberOf(relay.article))
    expect(circle.sort()).toEqual(['09', '10'])
  })

  test('the wire is copied whole by one and in a passage by another', () => {
    const copies = talks.copies.map((copy) => [record.numberOf(copy.a), record.numberOf(copy.b), copy.kind])
    expect(copies.map(([a, b]) => `${a}>${b}`)).toEqual(expect.arrayContaining(['05a>06', '05a>07']))
    expect(copies.find(([a, b]) => a === '05a' && b === '06')?.[2]).not.toBe('passage')
    expect(copies.find(([a, b]) => a === '05a' && b === '07')?.[2]).toBe('passage')
  })
})

describe('the plan', () => {
  const plan = () => {
    const held = talks.plans.find((each) =>
      each.history.some(
        (entry) => record.numberOf(entry.span.article) === '08' && entry.slots.venue?.value.includes('Imber'),
      ),
    )
    expect(held).toBeDefined()
    return held?.history ?? []
  }

  test('moves from Friday in Pontvar to Sunday in Port Imber, and is one plan', () => {
    const states = plan().map((entry) => [
      record.numberOf(entry.span.article),
      entry.slots.date?.value,
      entry.slots.venue?.value,
    ])
    expect(states).toContainEqual(['01', '2033-05-06', 'Pontvar'])
    expect(states).toContainEqual(['08', '2033-05-08', 'Port Imber'])
  })

  test('is said to be moved, confirmed, cancelled and held', () => {
    const statuses = plan().map((entry) => `${record.numberOf(entry.span.article)} ${entry.status}`)
    expect(statuses).toContain('08 moved')
    expect(statuses).toContain('09 cancelled')
    expect(statuses).toContain('05c happened')
  })
})

describe('disputes', () => {
  test.each([
    ['were the talks cancelled', /cancelled|off/i, ['09', '10'], ['05b']],
    ['were missiles on the table', /missiles|nothing else|limited/i, ['03', '14'], ['01', '05c', '08', '15']],
  ])('%s', (_, words, left, right) => {
    const found = talks.disputes.some((dispute) => {
      const [a, b] = [record.numberOf(dispute.a.article), record.numberOf(dispute.b.article)]
      const sides = (left.includes(a) && right.includes(b)) || (left.includes(b) && right.includes(a))
      return sides && (words.test(record.words(dispute.a)) || words.test(record.words(dispute.b)))
    })
    expect(found).toBe(true)
  })

  test.each([
    ['how many of the crew are held', ['12', /31/], ['12', /27/]],
    ['whether two sailors died', ['12', /Two sailors were killed/], ['12', /anybody had died/]],
    ['where the ship was', ['12', /international waters/], ['12', /Kelmarian waters/]],
    [
      'whether Kelmaria asked for the change of venue',
      ['05a', /moved out of Pontvar/],
      ['14', /Kelmaria had asked/],
    ],
  ] as const)('%s', (_, one, other) => {
    const is = (span: Dispute['a'], [number, words]: readonly [string, RegExp]) =>
      record.numberOf(span.article) === number && words.test(record.words(span))
    const found = talks.disputes.some(
      ({ a, b }) => (is(a, one) && is(b, other)) || (is(a, other) && is(b, one)),
    )
    expect(found).toBe(true)
  })
})

describe('times', () => {
  test.each([
    ['01', 'on Friday', '2033-05-06'],
    ['08', 'on Sunday', '2033-05-08'],
    ['08', 'on Wednesday', '2033-05-04'],
    ['14', 'on Sunday evening', '2033-05-08'],
    ['05c', 'on Sunday', '2033-05-08'],
    ['15', 'on Monday', '2033-05-09'],
  ])('%s: "%s" is %s', (number, words, day) => {
    const { article, reading } = record.article(number)
    const values = reading.times
      .filter(
        (time) => words.includes(quoteOf(article.text, time)) || quoteOf(article.text, time).includes(words),
      )
      .map((time) => time.value?.slice(0, 10))
    expect(values).toContain(day)
  })

  test('without a date of publication, days stay relative and say why', () => {
    const { article, reading } = record.article('13')
    const relative = reading.times.filter((time) =>
      /Sunday|last week|Monday/.test(quoteOf(article.text, time)),
    )
    expect(relative.length).toBeGreaterThanOrEqual(3)
    expect(relative.map((time) => [time.interval, time.reason])).toEqual(
      relative.map(() => [undefined, 'no-publication-date']),
    )
  })
})

describe('what must not be on record', () => {
  test.each([
    ['04', 'Listen to this article'],
    ['04', 'Read more: Ferry workers'],
    ['04', 'Read more: Ten things'],
    ['04', 'Sign up to our newsletter'],
    ['09', 'READ MORE: Strand'],
    ['11', 'Port Imber hotels full'],
    ['11', 'Get the Evening Bulletin'],
    ['13', 'Share this article'],
  ])('%s: nothing is read in "%s…"', (number, words) => {
    const { article, reading } = record.article(number)
    const at = article.text.indexOf(words)
    if (at < 0) return
    const line = { start: at, end: at + words.length }
    const found = [
      ...reading.quotations.filter((quotation) => overlaps(quotation, line)),
      ...reading.attributions
        .flatMap((each) => [...each.content, ...each.cue, ...each.source.spans])
        .filter((range) => overlaps(range, line)),
      ...talks.claims
        .flatMap((claim) => claim.carriers)
        .filter((carrier) => carrier.span.article === article.id && overlaps(carrier.span, line)),
    ]
    expect(found).toEqual([])
  })

  test.each([
    ['03', 'Republic of Skarn'],
    ['03', 'nine-day war'],
    ['13', 'nine-day war'],
    ['14', 'Republic of Skarn'],
    ['14', 'president'],
    ['16', 'Republic of Skarn'],
  ])('%s: "%s" is no speech', (number, words) => {
    const { article, reading } = record.article(number)
    const quotations = reading.quotations.filter((each) => quoteOf(article.text, each.inner) === words)
    expect(quotations.length).toBeGreaterThan(0)
    expect(quotations.filter((each) => each.role === 'speech')).toEqual([])
  })
})

describe('everything on record', () => {
  test('names rules that stand in a table, or a trained model', () => {
    const known = ruleBook()
    const ids = new Set(allRules())
    expect(ids.size).toBeGreaterThan(20)
    expect([...ids].filter((id) => !known.has(id) && !/^(?:onrecord|reader|attribution)-/.test(id))).toEqual(
      [],
    )
  })

  test('is the same whatever order the articles come in', async () => {
    const files = readdirSync(corpusFolder).map((file) => join(corpusFolder, file))
    const turned = await corpusRecord(files.reverse())
    const plain = (stories: readonly Story[]) =>
      JSON.stringify([...stories].sort((a, b) => (a.articles[0] ?? '').localeCompare(b.articles[0] ?? '')))
    expect(plain(turned.stories)).toBe(plain(record.stories))
  }, 300_000)
})

function attributionsBy(number: string, words: string): Attribution[] {
  const { article, reading } = record.article(number)
  return reading.attributions.filter((each) => {
    const said = quoteOfAll(article.text, each.source.spans)
    return said === words || said.includes(words)
  })
}

function allRules(): string[] {
  const found: string[] = []
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk)
    else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        if (key === 'rules' && Array.isArray(inner)) found.push(...inner.map(String))
        else if (key === 'rule' && typeof inner === 'string') found.push(inner)
        else walk(inner)
      }
    }
  }
  for (const story of record.stories) {
    walk(story)
    for (const id of story.articles) walk(record.article(record.numberOf(id)))
  }
  return found
}
