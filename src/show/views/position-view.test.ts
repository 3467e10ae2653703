import { expect, test } from 'vitest'
import { compareStory } from '../../compare/compare-story.ts'
import { memberOf } from '../../compare/member-samples.contract.ts'
import { positionViews } from './position-view.ts'

test('a side that is taken again is one line until the other is taken', () => {
  const members = [
    ['Petra Hollis rejected direct talks with the miners.', 'Tolm Post', '2033-05-03'],
    ['Petra Hollis opposes direct talks with the miners.', 'Vale Times', '2033-05-04'],
    ['Petra Hollis again rejected direct talks with the miners on Wednesday.', 'Coast Mail', '2033-05-05'],
    ['Petra Hollis now wants direct talks with the miners.', 'Tolm Post', '2033-05-06'],
  ].map(([text = '', outlet = '', published = ''], i) => memberOf(text, `${outlet} ${i}`, published))
  const story = compareStory(members, { id: 's:mine', joined: [] })
  const [holder] = positionViews({
    story,
    articles: new Map(members.map((member) => [member.article.id, member])),
  })
  expect(
    holder?.matters[0]?.stances.map(({ stance, again, reversal }) => [stance, again.length, reversal]),
  ).toEqual([
    ['against', 2, false],
    ['for', 0, true],
  ])
})
