import { expect, test } from 'vitest'
import { compareStory } from '../../compare/compare-story.ts'
import { articleFromText } from '../../gather/article-from-text.ts'
import type { Origin } from '../../model/record.ts'
import { read } from '../../read/read.ts'
import { actorViews } from './actor-view.ts'
import { claimView, originInWords } from './claim-view.ts'
import { matrixView } from './matrix-view.ts'

const article = articleFromText({
  text: 'VALE – The mayor of Vale, Ilse Maarn, said that the bridge will stay shut, a day after two cracks were found in it. "We shall not open it", Maarn said on Tuesday, "before it is sound."',
  outlet: 'Vale Times',
  published: '2033-05-03T10:00:00Z',
  url: 'https://vale.example/bridge',
})
const member = { article, reading: read(article) }
const context = {
  story: compareStory([member], { id: 's', joined: [] }),
  articles: new Map([[article.id, member]]),
}

test('what somebody said is shown as far as the sentence quotes it, without its "that", and with both its marks', () => {
  const claims = context.story.claims.flatMap((claim) => claimView(context, claim) ?? [])
  const maarn = actorViews(claims).find(({ name }) => name.endsWith('Maarn'))
  const said = maarn?.said.map(({ carriers }) => carriers[0]?.said.quote) ?? []
  expect(said).toContain('the bridge will stay shut, a day after two cracks were found in it')
  for (const words of said) expect((words ?? '').split('"').length % 2).toBe(1)
})

test('who says that nothing was found denies nothing; who denies that a crack was found does', () => {
  const text =
    'The mayor of Vale, Ilse Maarn, said that no crack had been found in the bridge. The contractor, Hugo Ravel, denied that the bridge was shut.'
  const denial = articleFromText({ text, outlet: 'Vale Times', published: '2033-05-03T10:00:00Z' })
  const kept = { article: denial, reading: read(denial) }
  const story = compareStory([kept], { id: 's', joined: [] })
  const at = { story, articles: new Map([[denial.id, kept]]) }
  const carriers = story.claims.flatMap((claim) => claimView(at, claim)?.carriers ?? [])
  const deeds = carriers.map(({ evidence, denies }) => [/crack/.test(evidence.quote), denies])
  expect(deeds).toContainEqual([true, false])
  expect(deeds).toContainEqual([false, true])
})

test('outlets that cite each other, and nobody else, are said to', () => {
  const members = [
    ['Marrow Herald', 'The ferry Halcyon will be scrapped, the Corvin Courier reported.'],
    ['Corvin Courier', 'The ferry Halcyon will be scrapped, the Marrow Herald reported.'],
  ].map(([outlet, text], i) => {
    const one = articleFromText({
      text: text ?? '',
      outlet: outlet ?? '',
      published: `2033-05-03T1${i}:00:00Z`,
    })
    return { article: one, reading: read(one) }
  })
  const story = compareStory(members, { id: 's', joined: [] })
  const articles = new Map(members.map((one) => [one.article.id, one]))
  const words = story.claims.flatMap(({ origins }) =>
    origins.map((origin) => originInWords({ story, articles }, origin)),
  )
  expect(words).toEqual(['Corvin Courier and Marrow Herald, which cite each other'])
})

test.each<[Partial<Origin>, string]>([
  [{ source: 'two clerks', outlet: 'the Times' }, 'two clerks, to the Times'],
  [{ source: 'Hugo Ravel, who runs the company' }, 'Hugo Ravel'],
  [{ source: 'the Sabrin Observer', outlet: 'Sabrin Observer' }, 'the Sabrin Observer'],
  [{ source: 'foreign media', outlet: 'foreign media' }, 'foreign media'],
  [{ outlet: 'The Northstar' }, 'The Northstar; its source is not stated'],
])('%o is "%s"', (origin, words) => {
  expect(
    originInWords(context, { id: 'o', kind: 'told', certain: true, evidence: [], ...origin } as Origin),
  ).toBe(words)
})

test('two articles that state no outlet have a column each, by their titles', () => {
  const members = [
    'The bridge of Vale is sound, the mayor said.',
    'The bridge of Vale is safe, a clerk said.',
  ].map((text) => {
    const one = articleFromText({ text })
    return { article: one, reading: read(one) }
  })
  const story = compareStory(members, { id: 's', joined: [] })
  const at = { story, articles: new Map(members.map((one) => [one.article.id, one])) }
  const { outlets } = matrixView(story.claims.flatMap((claim) => claimView(at, claim) ?? []))
  expect([...outlets].sort()).toEqual(['The bridge of Vale …', 'The bridge of Vale …'])
})

test('what is only doubted rests on no origin, and is not said to rest on one', () => {
  const text = 'Ilse Maarn, the mayor of Vale, doubted that the bridge had been repaired.'
  const other = articleFromText({ text, outlet: 'Vale Times', published: '2033-05-03T10:00:00Z' })
  const kept = { article: other, reading: read(other) }
  const story = compareStory([kept], { id: 's', joined: [] })
  const at = { story, articles: new Map([[other.id, kept]]) }
  const claims = story.claims.flatMap((claim) => claimView(at, claim) ?? [])
  expect(claims.map(({ state, originsWords }) => [state, originsWords])).toEqual([
    ['unaffirmed', 'nobody affirms it'],
  ])
})

test('who rejected it and later supports it has changed sides: it is not denied', () => {
  const members = [
    ['2033-05-03', 'Abel Noor, who owns the hotel, rejected a public inquiry into the fire.'],
    ['2033-05-05', 'Abel Noor now supports a public inquiry into the fire, he told the Lantern.'],
  ].map(([day, text], i) => {
    const one = articleFromText({ text: text ?? '', outlet: `Paper ${i}`, published: `${day}T08:00:00Z` })
    return { article: one, reading: read(one) }
  })
  const story = compareStory(members, { id: 's', joined: [] })
  const at = { story, articles: new Map(members.map((one) => [one.article.id, one])) }
  const [claim] = story.claims.flatMap((each) => claimView(at, each) ?? [])
  expect(claim?.carriers.map(({ denies }) => denies)).toEqual([false, false])
  expect(claim?.state).toBe('single-origin')
})
