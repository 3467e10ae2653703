import { describe, expect, test } from 'vitest'
import { articleFromText } from '../gather/article-from-text.ts'
import type { Claim, Story } from '../model/record.ts'
import { read } from '../read/read.ts'
import { compareStory } from './compare-story.ts'
import type { Member } from './member.ts'

const seen =
  'The ferry Halcyon burned at the Orrel pier on Tuesday night, as our reporter saw.\n\nTwo sailors told the Corvin Courier that the pumps of the Halcyon had failed. The Osterholm Line said that forty people had been taken off the ship before the fire reached the lower deck.'

function member(text: string, outlet: string, published: string): Member {
  const article = articleFromText({
    text,
    outlet,
    published,
    url: `https://news.example/${outlet}/${published}`,
  })
  return { article, reading: read(article) }
}

/** The same article under another outlet and id, without reading it again. */
function again({ article, reading }: Member, outlet: string, published: string): Member {
  const id = `${article.id}-${outlet}-${published}`
  return { article: { ...article, id, outlet, published }, reading: { ...reading, article: id } }
}

function compared(members: readonly Member[]): Story {
  return compareStory(members, { id: 's:bad', joined: [] })
}

function mostCertain(story: Story): number {
  return Math.max(0, ...story.claims.map((claim) => claim.certain))
}

function claimsAbout(story: Story, members: readonly Member[], words: RegExp): Claim[] {
  const texts = new Map(members.map(({ article }) => [article.id, article.text]))
  return story.claims.filter((claim) =>
    claim.carriers.some(({ span }) => words.test(texts.get(span.article)?.slice(span.start, span.end) ?? '')),
  )
}

describe('never a false corroboration', () => {
  const first = member(seen, 'Corvin Courier', '2033-05-03T08:00:00Z')

  test('the same article a thousand times, each under its own outlet', () => {
    const many = Array.from({ length: 999 }, (_, i) =>
      again(first, `Paper ${i}`, `2033-05-03T09:${String(i % 60).padStart(2, '0')}:00Z`),
    )
    const story = compared([first, ...many])
    expect(mostCertain(story)).toBe(1)
    expect(Math.max(...story.claims.map((claim) => claim.possible))).toBe(1)
    expect(story.copies.length).toBe(999)
    // What all of them say is one claim, not as many as fit into one.
    expect(story.claims.map(({ levels }) => levels.outlets)).toEqual(story.claims.map(() => 1000))
  }, 60_000)

  test('twenty papers that each change a word of it', () => {
    const adjectives =
      'old new big blue red white grey green long short wide broad deep high low far dark wet dry cold'.split(
        ' ',
      )
    const many = adjectives.map((word, i) =>
      member(seen.replace('The ferry', `The ${word} ferry`), `Paper ${i}`, '2033-05-03T10:00:00Z'),
    )
    expect(mostCertain(compared([first, ...many]))).toBe(1)
  })

  test('one outlet that floods a story', () => {
    const flood = Array.from({ length: 60 }, (_, i) =>
      member(
        `Two sailors told the Corvin Courier on day ${i + 1} that the pumps of the Halcyon had failed.`,
        'Corvin Courier',
        `2033-05-04T08:${String(i).padStart(2, '0')}:00Z`,
      ),
    )
    expect(mostCertain(compared(flood))).toBe(1)
  })

  test('a copy with one word negated denies; it does not affirm', () => {
    const turned = member(
      seen.replace('had been taken off', 'had not been taken off'),
      'Merle Mirror',
      '2033-05-03T11:00:00Z',
    )
    const members = [first, turned]
    const taken = claimsAbout(compared(members), members, /taken off/)
    for (const claim of taken) expect(claim.certain).toBeLessThanOrEqual(1)
    const polarities = taken.flatMap((claim) => claim.carriers.map((one) => one.polarity))
    expect(polarities.sort()).toEqual(taken.length === 1 ? ['affirmed', 'denied'] : ['affirmed', 'affirmed'])
  })

  test.each(['1970-01-01T00:00:00Z', '2033-05-03T08:00:00Z', '2199-12-31T23:59:59Z'])(
    'a clock that says %s',
    (published) => {
      const story = compared([first, again(first, 'Merle Mirror', published)])
      expect(mostCertain(story)).toBe(1)
    },
  )

  test('a text of a title alone, and an empty one', () => {
    const story = compared([
      first,
      member('Fire on the Halcyon', 'Merle Mirror', '2033-05-03T09:00:00Z'),
      member('', 'Corvin Post', '2033-05-03T09:30:00Z'),
    ])
    expect(mostCertain(story)).toBe(1)
  })
})

test.each([
  ['the kitchen', 'the lift shaft', 1],
  ['the kitchen', 'the kitchen', 2],
])('a fire that started in %s and one that started in %s have %i certain origins', (one, other, certain) => {
  const mayor = `The fire at the Hotel Marrow started in ${one}, Mayor Abel Noor of Velm said.`
  const guest = `A guest, Ilse Tarn, told the Velm Echo that the hotel fire started in ${other}.`
  const story = compared([
    member(mayor, 'Pell Post', '2033-05-03T08:00:00Z'),
    member(guest, 'Velm Echo', '2033-05-03T09:00:00Z'),
  ])
  expect(mostCertain(story)).toBe(certain)
})
