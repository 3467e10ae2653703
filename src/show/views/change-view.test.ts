import { expect, test } from 'vitest'
import { compareStory } from '../../compare/compare-story.ts'
import { memberOf } from '../../compare/member-samples.contract.ts'
import { changeViews, relationInWords } from './change-view.ts'

/** The changes of a story that a page shows, one text every third day, each under its own outlet. */
function changesIn(...texts: readonly string[]) {
  const members = texts.map((text, i) => memberOf(text, `Paper ${i}`, `2033-05-0${3 * i + 3}T08:00:00Z`))
  const story = compareStory(members, { id: 's:t', joined: [] })
  return changeViews({ story, articles: new Map(members.map((member) => [member.article.id, member])) })
}

test('a count is one row: what refines stands beside what it refines, what replaces takes its place', () => {
  const [row, ...others] = changesIn(
    'At least 12 people were killed in the mill fire in Orrel, the fire brigade said.',
    'Fourteen people were killed in the mill fire in Orrel, the fire brigade said.',
    'The death toll of the mill fire in Orrel has risen to 31, the fire brigade said.',
  )
  expect(others).toEqual([])
  expect(row?.about).toBe('dead')
  expect(row?.steps.map((step) => [step.value, relationInWords(step), step.isReplaced])).toEqual([
    ['at least 12', 'first told', true],
    ['14', 'refines', true],
    ['31', 'updates: rose', false],
  ])
  expect(row?.steps.map(({ speaker, origin, evidence }) => [speaker, origin, evidence.outlet])).toEqual([
    ['the fire brigade', 'the fire brigade', 'Paper 0'],
    ['the fire brigade', 'the fire brigade', 'Paper 1'],
    ['the fire brigade', 'the fire brigade', 'Paper 2'],
  ])
})

test('a plan that did not come about is told with what was said and what came of it', () => {
  const [row] = changesIn(
    'The chess final will be held in Orrel on Thursday, the union said.',
    'The chess final in Orrel did not take place on Thursday, the union said.',
  )
  expect(row?.steps.map((step) => [relationInWords(step), step.evidence.quote])).toEqual([
    ['first told', 'The chess final will be held in Orrel on Thursday'],
    ['did not come', 'The chess final in Orrel did not take place on Thursday'],
  ])
})
