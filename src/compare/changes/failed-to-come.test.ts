import { expect, test } from 'vitest'
import { compareStory } from '../compare-story.ts'
import { memberOf } from '../member-samples.contract.ts'

/** What did not come in a story, one text every third day from Tuesday 3 May, as the two accounts' words. */
function failedIn(...texts: readonly string[]) {
  const members = texts.map((text, i) => memberOf(text, `Paper ${i}`, `2033-05-0${3 * i + 3}T08:00:00Z`))
  const words = ({ article, start, end }: { article: string; start: number; end: number }) =>
    members.find((member) => member.article.id === article)?.article.text.slice(start, end) ?? ''
  const story = compareStory(members, { id: 's:t', joined: [] })
  return {
    story,
    failed: story.changes
      .filter(({ relation }) => relation === 'failed')
      .map(({ from, to }) => [words(from.span), words(to.span)]),
  }
}

test.each([
  ['The storm that forecasters had predicted did not come.', 'The storm that forecasters had predicted'],
  ['Talks expected on Friday did not take place, a mediator said.', 'Talks expected on Friday'],
  ['The vote due on Tuesday was never held.', 'The vote due on Tuesday'],
  ['The flood that the governor had warned of never came.', 'The flood that the governor had warned of'],
  ['The police said that the predicted riots failed to materialise.', 'the predicted riots'],
])('one account tells both: %s', (text, said) => {
  const [pair, ...others] = failedIn(text).failed
  expect(pair?.[0]).toBe(said)
  expect(pair?.[1]).toMatch(/did not|never|failed/)
  expect(others).toEqual([])
})

test('what was said stands in an earlier article', () => {
  const { failed, story } = failedIn(
    'A storm will hit Velm on Thursday, forecasters predicted.',
    'The storm that forecasters had predicted did not come. Schools in Velm were open.',
  )
  expect(failed).toEqual([
    ['A storm will hit Velm on Thursday', 'The storm that forecasters had predicted did not come'],
  ])
  expect(story.changes.map(({ from, to }) => [from.reported, to.reported])).toEqual([
    ['2033-05-03T08:00:00Z', '2033-05-06T08:00:00Z'],
  ])
  expect(story.disputes).toEqual([])
})

test('what was to be done and was not, in the same words', () => {
  const { failed } = failedIn(
    'Olva Karr will appear before the committee on Thursday, her office said.',
    'Olva Karr did not appear before the committee on Thursday, a clerk said.',
  )
  expect(failed).toEqual([
    [
      'Olva Karr will appear before the committee on Thursday',
      'Olva Karr did not appear before the committee on Thursday',
    ],
  ])
})

test.each([
  [
    'what nobody had said',
    'A storm will hit Velm on Thursday, forecasters predicted.',
    'The mayor did not come.',
  ],
  [
    'another day',
    'Olva Karr will appear before the committee on Thursday, her office said.',
    'Olva Karr did not appear before the committee on Monday, a clerk said.',
  ],
  [
    'what was only wanted',
    'The union demanded a vote on the pay offer.',
    'The union did not accept the pay offer.',
  ],
  [
    'what came',
    'A storm will hit Velm on Thursday, forecasters predicted.',
    'The storm that forecasters had predicted came at noon.',
  ],
])('nothing failed: %s', (_, before, after) => expect(failedIn(before, after).failed).toEqual([]))

test('a relative clause with a forecast is one claim of the outlet, and no two halves', () => {
  const { story } = failedIn(
    'The storm that forecasters had predicted did not come. Schools in Velm were open.',
  )
  const [member] = story.articles
  expect(story.claims.map(({ gist }) => [gist.article, gist.start])).toContainEqual([member, 0])
  expect(story.claims.every(({ gist }) => gist.end - gist.start > 'did not come'.length)).toBe(true)
})
