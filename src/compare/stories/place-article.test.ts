import { expect, test } from 'vitest'
import { articleFromText } from '../../gather/article-from-text.ts'
import { articleFeatures, type Features } from '../features/article-features.ts'
import { freezeWindow, thawWindow } from './freeze-window.ts'
import { type Placement, placeArticle } from './place-article.ts'
import { emptyWindow, type Window } from './window.ts'

const ferry =
  'The ferry between Corvin Quay and Osterholm stopped on Tuesday after its crew walked out over pay. The Osterholm Line said that two hundred passengers had been left on the quay, and that talks with the crew would go on through the night.'
const ferryLater =
  'Crew of the Osterholm ferry voted on Wednesday to stay out over pay. The Osterholm Line said the boats from Corvin Quay would not sail before Friday, and passengers were told to go by road.'
const orchard =
  'Frost has ruined most of the apple harvest in the Merle valley, growers said. The co-operative asked the province for help and counted nine orchards without a single blossom left on the trees.'

function features(text: string, published: string, title: string): Features {
  return articleFeatures(articleFromText({ text, published, title, url: `https://x.example/${published}` }))
}

function placeArticles(window: Window, articles: readonly Features[]): Placement[] {
  return articles.map((article) => placeArticle(window, article).placement)
}

const stream = [
  features(ferry, '2033-05-03T08:00:00Z', 'Osterholm ferry crew walks out'),
  features(orchard, '2033-05-03T09:00:00Z', 'Frost ruins apples in Merle valley'),
  features(ferryLater, '2033-05-04T08:00:00Z', 'Osterholm ferry crew votes to stay out'),
]

test('two reports of one strike are one story, a frost is another, and each says why', () => {
  const [first, frost, later] = placeArticles(emptyWindow(), stream)
  expect(later?.story).toBe(first?.story)
  expect(frost?.story).not.toBe(first?.story)
  expect(later?.rule).toBe('JOIN-LIKE')
  expect(later?.because.length).toBeGreaterThan(0)
})

test('a reprint joins by its text', () => {
  const reprint = features(`${ferry} (Agency)`, '2033-05-03T11:00:00Z', 'Boats stop')
  const [first, , , copy] = placeArticles(emptyWindow(), [...stream, reprint])
  expect(copy).toMatchObject({ rule: 'JOIN-COPY', story: first?.story })
})

test('a window that was stored and restored goes on as the one that was not', () => {
  const whole = emptyWindow()
  const expected = placeArticles(whole, stream)
  const half = emptyWindow()
  const before = placeArticles(half, stream.slice(0, 2))
  const restored = thawWindow(freezeWindow(half))
  expect([...before, ...placeArticles(restored, stream.slice(2))]).toEqual(expected)
  expect(freezeWindow(restored)).toBe(freezeWindow(whole))
})

test('an article with nothing but a title is placed, and clocks years off expire nothing that is to come', () => {
  const bare = features('', '2033-05-03T10:00:00Z', 'Osterholm ferry crew walks out')
  const old = features(orchard, '1970-01-02T00:00:00Z', 'Frost')
  const placements = placeArticles(emptyWindow(), [old, ...stream, bare])
  expect(placements).toHaveLength(5)
  expect(placements[3]?.story).toBe(placements[1]?.story)
})
