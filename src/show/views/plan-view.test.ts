import { expect, test } from 'vitest'
import { compareStory } from '../../compare/compare-story.ts'
import { articleFromText } from '../../gather/article-from-text.ts'
import { read } from '../../read/read.ts'
import { planView, valueInWords } from './plan-view.ts'

/** The changes that the plans of a story show, each as "slot: from → to", one text a day. */
function changesIn(...texts: readonly string[]): readonly string[] {
  const members = texts.map((text, i) => {
    const article = articleFromText({ text, outlet: `Paper ${i}`, published: `2033-05-0${i + 2}T08:00:00Z` })
    return { article, reading: read(article) }
  })
  const story = compareStory(members, { id: 's:t', joined: [] })
  const context = { story, articles: new Map(members.map((member) => [member.article.id, member])) }
  return story.plans.flatMap((plan) =>
    planView(context, plan).history.flatMap(({ changes }) =>
      changes.flatMap(({ slot, from, to }) => (from === undefined ? [] : [`${slot}: ${from} → ${to}`])),
    ),
  )
}

const inMirath = 'Envoys of Ardovia and Kelmaria will hold talks in Mirath on Friday, a diplomat said.'

test('a place told more closely is no change, and another place is one', () => {
  const city =
    'Envoys of Ardovia and Kelmaria will hold talks in the Mirathi city of Port Imber on Friday, the ministry said.'
  expect(changesIn(inMirath, `${city} The talks in Port Imber on Friday are the first.`)).toEqual([])
  const elsewhere =
    'Talks between envoys of Ardovia and Kelmaria on Friday will be held in Pontvar instead of Mirath, the ministry said.'
  expect(changesIn(inMirath, elsewhere)).toEqual(['venue: Mirath → Pontvar'])
})

test.each([
  ['2033-05-06', 'Fri 6 May 2033'],
  ['2033-W20', '16–22 May 2033'],
  ['2032-W53', '27 Dec 2032 – 2 Jan 2033'],
  ['2033-02', 'Feb 2033'],
  ['2033-05-16/2033-05-22', '16–22 May 2033'],
  ['Port Imber', 'Port Imber'],
])('the value %s reads "%s"', (value, words) => {
  expect(valueInWords(value)).toBe(words)
})
