import { describe, expect, test } from 'vitest'
import { articleFromText } from '../../gather/article-from-text.ts'
import { read } from '../../read/read.ts'
import { compareStory } from '../compare-story.ts'
import type { Member } from '../member.ts'

/** The claims that two outlets or more carry, each as its carriers' words with their polarity; texts come out a day apart. */
function sharedClaims(...texts: readonly string[]): string[][] {
  const members = texts.map((text, i): Member => {
    const article = articleFromText({ text, outlet: `Paper ${i}`, published: `2033-05-0${i + 3}T08:00:00Z` })
    return { article, reading: read(article) }
  })
  const words = new Map(members.map(({ article }) => [article.id, article.text]))
  return compareStory(members, { id: 's:t', joined: [] })
    .claims.filter(({ levels }) => levels.outlets > 1)
    .map(({ carriers }) =>
      carriers.map(
        ({ span, polarity }) => `${polarity} ${words.get(span.article)?.slice(span.start, span.end)}`,
      ),
    )
}

test('what tells nothing by itself is no claim', () => {
  const article = articleFromText({
    text: [
      "The peace talks are off, the Herald reported. It is not known who took the decision. Ardell's foreign office could not be reached.",
      'The minister called the idea that his country wants war "a fairy tale". The foreign ministry did not answer questions.',
    ].join('\n\n'),
    published: '2033-05-03T08:00:00Z',
  })
  const { claims } = compareStory([{ article, reading: read(article) }], { id: 's:t', joined: [] })
  const words = claims.map(({ gist }) => article.text.slice(gist.start, gist.end))
  for (const thin of ['It', 'who took the decision', 'questions']) expect(words).not.toContain(thin)
  expect(words).toContain('The peace talks are off')
})

test('a figure alone is no claim', () => {
  const text =
    'Mayor of Sarn to resign: update 396\n\nThe mayor of Sarn will resign on Friday, his office said.'
  const article = articleFromText({ text, published: '2033-05-03T08:00:00Z' })
  const { claims } = compareStory([{ article, reading: read(article) }], { id: 's:t', joined: [] })
  expect(claims.map(({ gist }) => text.slice(gist.start, gist.end))).not.toContain('396')
})

describe('one claim', () => {
  test.each([
    [
      'the same event in other words',
      'The army said that the bank of the Orrel had burst at dawn.',
      'Abel Noor, the mayor, said the embankment of the Orrel gave way at dawn.',
    ],
    [
      'a figure with what it counts',
      'Police said that nine nurses had applied for the posts.',
      "The mayor's office said nine nurses had applied since Sunday.",
    ],
    [
      'a figure of people, whatever they are called',
      'Police said that 41 nurses had applied for the posts.',
      "The mayor's office said 41 people had applied for the posts since Sunday.",
    ],
    [
      'what is to be and what was, of one plan',
      'The mayor, Abel Noor, said that drivers would stop work in Orrel on 10 May.',
      'Drivers stopped work in Orrel on 10 May, the union said.',
    ],
    [
      'what somebody says to have heard, and what another says',
      'The harbour master, Abel Noor, said the siren of the Halcyon had sounded twice at dawn.',
      'Mira Lund, a baker in Pell, said she heard the siren of the Halcyon twice at dawn.',
    ],
    [
      'what one affirms and another denies',
      "The dockers' union said that the Osterholm Line had withdrawn its pay offer.",
      'A spokesman for the Osterholm Line denied that the Osterholm Line had withdrawn its pay offer.',
    ],
  ])('%s', (_, one, other) => {
    const [claim, ...others] = sharedClaims(one, other)
    expect(others).toEqual([])
    expect(claim).toHaveLength(2)
  })
})

describe('two claims', () => {
  test.each([
    [
      'one word in common',
      'The navy said that only force would reopen the Halden strait.',
      'Brokers said that rates for the strait had doubled since Friday.',
    ],
    [
      'a small number in common',
      'The navy said that two frigates had passed the cape on Monday.',
      'The mayor, Abel Noor, said the parties had agreed on two subjects.',
    ],
    [
      'a small number and what it counts',
      'The clerk said that twelve parties were standing in the vote.',
      'Abel Noor, the mayor, said he had read what the twelve parties want.',
    ],
    [
      'a plan as it was, and moved',
      'The mayor said the health ministers of Orrel and Marrow would meet in Tarn on Friday.',
      'The clerk said the meeting of the health ministers of Orrel and Marrow had been moved to Pell.',
    ],
    [
      'a meeting in one town, and moved to another',
      'Envoys of Orrel and Marrow will hold talks in Tarn on Friday, the clerk said.',
      "Friday's talks between Orrel and Marrow will now be held in Pell, Abel Noor, the mayor, said.",
    ],
    [
      'a thing that one denies and another names',
      'The union denied an agreement with the Osterholm Line.',
      'The mayor, Abel Noor, noted an agreement to keep the market open.',
    ],
    [
      'a number of other things',
      'The union said that four others had been sent home in April.',
      'Police said that the call had lasted four minutes.',
    ],
    [
      'a name and a title in common',
      'The special envoy of Orrel, Edric Vance, will lead the talks, the mayor said.',
      'The special envoy of Orrel, Edric Vance, has a fever, his office said.',
    ],
    [
      'a plan that is on, and called off',
      'The mayor said the talks between Orrel and Marrow would be held in Tarn on Friday.',
      'The clerk said the talks between Orrel and Marrow in Tarn had been cancelled.',
    ],
    [
      'a saying of nobody in particular',
      'The missiles are on the table in Tarn as they were in Pell, an official of Orrel said.',
      'People who cannot agree on a table will not agree on missiles, Abel Noor, the mayor, said.',
    ],
    [
      'another figure',
      'Police said four people had drowned at Orrel.',
      'Police said eleven people had drowned at Orrel.',
    ],
  ])('%s', (_, one, other) => expect(sharedClaims(one, other)).toEqual([]))
})

test('the reason after who said it is his as well', () => {
  const article = articleFromText({
    text: 'The launch has slipped to Friday, the flight director, Milo Grant, said on Monday, because a valve in the hull was leaking.',
    outlet: 'Paper',
    published: '2033-05-03T08:00:00Z',
  })
  const { claims } = compareStory([{ article, reading: read(article) }], { id: 's:t', joined: [] })
  const of = claims
    .flatMap(({ carriers }) => carriers)
    .find(({ span }) => /valve/.test(article.text.slice(span.start, span.end)))
  expect(of?.source.kind).toBe('named')
})

test('a clause that tells of two plans is two statements', () => {
  const article = articleFromText({
    text: 'The presidents of Orrel and Marrow will hold talks over dinner in Tarn on Tuesday and then a summit in Pell on 15 June, the mayor said.',
    outlet: 'Paper',
    published: '2033-05-27T08:00:00Z',
  })
  const { claims, plans } = compareStory([{ article, reading: read(article) }], { id: 's:t', joined: [] })
  const told = claims.flatMap(({ carriers }) =>
    carriers.map(({ span }) => article.text.slice(span.start, span.end)),
  )
  expect(plans.length).toBe(2)
  expect(told.filter((words) => /summit in Pell/.test(words) && !/Tarn/.test(words))).toHaveLength(1)
})
