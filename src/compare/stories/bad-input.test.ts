import { expect, test } from 'vitest'
import { articleFromText } from '../../gather/article-from-text.ts'
import { articleFeatures, type Features } from '../features/article-features.ts'
import { type Placement, placeArticle } from './place-article.ts'
import { blocksOf, speakersOf } from './regroup.ts'
import { emptyWindow } from './window.ts'

let made = 0
function report(title: string, text: string, published = '2033-05-03T08:00:00Z'): Features {
  return articleFeatures({ ...articleFromText({ title, text, published }), id: `a${made++}` })
}

function placed(articles: readonly Features[]): Map<string, string> {
  const window = emptyWindow()
  const stories = new Map<string, string>()
  for (const article of articles) {
    const { placement, moved } = placeArticle(window, article)
    stories.set(placement.article, placement.story)
    for (const move of moved) stories.set(move.article, move.story)
  }
  return stories
}

function groups(articles: readonly Features[]): number[][] {
  const stories = placed(articles)
  const byStory = new Map<string, number[]>()
  articles.forEach(({ article }, i) => {
    const story = stories.get(article) ?? ''
    byStory.set(story, [...(byStory.get(story) ?? []), i])
  })
  return [...byStory.values()]
}

function capitalised(word: string | undefined): string {
  return `${word?.[0]?.toUpperCase()}${word?.slice(1)}`
}

// Enough else in the window that what two stories share by chance does not stand out.
const things =
  'orchard tap stage gallery school stable depot lido lock mill quarry tower meadow cellar chapel'.split(' ')
const background = Array.from({ length: 60 }, (_, i) => {
  const thing = `${things[i % 15]}${'abcdefghijklmnop'[Math.floor(i / 15)]}`
  return report(
    `Council of district ${i} votes on the ${thing}`,
    `Members in district ${i} spoke for an hour about the ${thing} and its keeper, number ${i * 37}, before the vote.`,
  )
})

test('two unrelated stories with the same people, who are often in the news, stay two', () => {
  const ministers = Array.from({ length: 12 }, (_, i) =>
    report(
      `${capitalised(things[i])} bill passes`,
      `Ilse Maarn and Tom Orrel spoke for the ${things[i]} bill, which passed by ${i + 2} votes after a night of ${things[i]} songs.`,
    ),
  )
  const budget = (what: string, more: string) =>
    report(
      `Maarn and Orrel ${what} harbour tax`,
      `Prime Minister Ilse Maarn and Finance Minister Tom Orrel ${what} a tax of four crowns a tonne on every cargo landed at Corvin Quay. Exporters called the levy ruinous; shippers asked parliament to vote it down before the autumn. ${more}`,
    )
  const regatta = (what: string, more: string) =>
    report(
      `Maarn and Orrel ${what} at the rowing regatta in Sarn`,
      `Prime Minister Ilse Maarn and Finance Minister Tom Orrel ${what} when the Sarn crew beat eleven rivals on the lake. Brass bands played and children waved oars from the grandstand in the evening sun. ${more}`,
    )
  const articles = [
    budget(
      'announce',
      'The levy would bring ninety million crowns a year, the ministry said, most of it from grain and timber cargo.',
    ),
    regatta(
      'cheer',
      'The stroke of the winning eight, a baker, had trained on the lake at dawn since the ice broke.',
    ),
    budget(
      'defend',
      'Grain and timber exporters would pay most of the levy, and some cargo would go to other harbours, a shippers club warned.',
    ),
    regatta(
      'applaud',
      'It was the first win of the eight from Sarn in nine years; its baker and stroke wept on the grandstand.',
    ),
  ]
  expect(
    groups([...background, ...ministers, ...articles]).filter((group) => group.some((i) => i >= 72)),
  ).toEqual([
    [72, 74],
    [73, 75],
  ])
})

test('a person called Rain and rain are two stories', () => {
  const articles = [
    report(
      'Rain floods cellars in Harle',
      'Heavy rain flooded forty cellars in Harle overnight; pumps ran until noon and the river Ebb stood a metre above its banks.',
    ),
    report(
      'Mark Rain wins chess title',
      'Mark Rain won the national chess title in Sarn after his rook ending against Ada Wrenn, the youngest finalist so far.',
    ),
    report(
      'More rain expected after Harle floods',
      'Forecasters expect more rain in Harle, where pumps had emptied forty cellars and the river Ebb stood above its banks.',
    ),
    report(
      'Rain: chess title was luck',
      'Mark Rain called the national chess title that he won in Sarn luck, and praised the rook ending of Ada Wrenn.',
    ),
  ]
  expect(groups([...background, ...articles]).filter((group) => group.some((i) => i >= 60))).toEqual([
    [60, 62],
    [61, 63],
  ])
})

test('the same text a thousand times is one story, in which the first alone counts', () => {
  const window = emptyWindow()
  const text =
    'Crew of the Osterholm ferry walked out on Tuesday over pay, and no boat would sail before the company made an offer, their union said at the gate.'
  const rules = new Map<string, number>()
  for (let i = 0; i < 1000; i++) {
    const { placement } = placeArticle(window, report('Ferry crew walks out', text))
    rules.set(placement.rule, (rules.get(placement.rule) ?? 0) + 1)
  }
  expect(Object.fromEntries(rules)).toEqual({ 'JOIN-NEW': 1, 'JOIN-COPY': 999 })
  expect([window.articles, window.stories.size, [...window.stories.values()][0]?.members.length]).toEqual([
    1, 1, 1,
  ])
})

test('of a story that one outlet floods, a bounded number of articles is looked at for each that comes', () => {
  const window = emptyWindow()
  const placements: Placement[] = []
  for (let i = 0; i < 400; i++) {
    const text = `Crew of the Osterholm ferry stayed out over pay at Corvin Quay, update ${i}: ${things.slice(i % 11, (i % 11) + 4).join(' and ')}, day ${i} of notes.`
    placements.push(placeArticle(window, report('Osterholm ferry crew stays out over pay', text)).placement)
  }
  const largest = [...window.stories].sort((a, b) => b[1].members.length - a[1].members.length)[0]
  const blocks = largest === undefined ? [] : blocksOf(window, largest[0])
  expect(largest?.[1].members.length).toBeGreaterThan(24)
  expect(blocks.reduce((sum, block) => sum + speakersOf(block).length, 0)).toBeLessThanOrEqual(36)
})

test('an article with nothing, and one with nothing but a title, have a place; neither draws others in', () => {
  const nothing = () => report('', '.')
  const title = report('Ferry crew walks out at Corvin Quay', '')
  const full = report(
    'Crew of ferry walks out at Corvin Quay',
    'The ferry crew at Corvin Quay walked out over pay.',
  )
  expect(
    groups([...background, nothing(), nothing(), title, full]).filter((group) => group.some((i) => i >= 60)),
  ).toEqual([[60], [61], [62, 63]])
})

test('a clock decades ahead comes last, and empties only what is decades old by it', () => {
  const early = report(
    'Frost ruins apples',
    'Frost ruined the apples in the Merle valley.',
    '1970-01-02T00:00:00Z',
  )
  const now = report('Ferry crew walks out', 'The ferry crew walked out over pay at Corvin Quay.')
  const ahead = report(
    'Ferry crew walks out',
    'The ferry crew walked out over pay at Corvin Quay again.',
    '2099-01-01T00:00:00Z',
  )
  expect(groups([early, now, ahead])).toEqual([[0], [1], [2]])
})
