import { expect, test } from 'vitest'
import { compareStory } from '../../compare/compare-story.ts'
import { articleFromText } from '../../gather/article-from-text.ts'
import { read } from '../../read/read.ts'
import { storyTwin } from './story-twin.ts'
import { storyView } from './story-view.ts'

test('the twin of a story holds each claim once; who said it is found by the places of its passages', () => {
  const members = [
    'Ilse Maarn, the harbour master of Harle, said that forty boats would stay in port until Friday.',
    'Forty boats would stay in port until Friday, harbour master Ilse Maarn told the Post. Abel Noor said that the crews had been paid.',
  ].map((text, i) => {
    const article = articleFromText({ text, outlet: `Paper ${i}`, published: `2033-05-0${i + 3}T08:00:00Z` })
    return { article, reading: read(article) }
  })
  const story = compareStory(members, { id: 's:t', joined: [] })
  const view = storyView({ story, articles: new Map(members.map((each) => [each.article.id, each])) })
  const twin = JSON.parse(JSON.stringify(storyTwin(view, undefined))) as ReturnType<typeof storyTwin>
  expect(twin.matrix.rows.map(({ claim }) => claim)).toEqual(view.claims.map(({ id }) => id))
  const said = twin.actors.flatMap((actor) =>
    actor.said.flatMap(({ claim, carriers }) => {
      const whole = twin.claims.find(({ id }) => id === claim)
      return carriers.map((at) => [actor.name, whole?.carriers[at]?.source.entity?.name])
    }),
  )
  expect(said.length).toBeGreaterThan(1)
  for (const [actor, speaker] of said) expect(speaker).toBe(actor)
  const text = JSON.stringify(twin)
  for (const { id } of view.claims) expect(text.split(`"id":"${id}"`)).toHaveLength(2)
})
