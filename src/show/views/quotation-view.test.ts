import { expect, test } from 'vitest'
import { compareStory } from '../../compare/compare-story.ts'
import { memberOf } from '../../compare/member-samples.contract.ts'
import { explainView } from './explain-view.ts'
import { quotationViews, tellingInWords } from './quotation-view.ts'

const members = [
  memberOf(
    '"We will not bow to those who threaten us with tanks and aircraft, nor to those who pay them," President Lena Hask told a rally in Tarn.',
    'Harrow Post',
    '2031-03-03T08:00:00Z',
  ),
  memberOf(
    '"We shall not bow to those who threaten us with tanks and planes," Hask said in Tarn.',
    'Vale Times',
    '2031-03-03T09:00:00Z',
  ),
  memberOf(
    '"We will not bow to those who threaten us ... nor to those who pay them," President Hask said.',
    'Coast Mail',
    '2031-03-03T10:00:00Z',
  ),
]
const story = compareStory(members, { id: 's:t', joined: [] })
const context = { story, articles: new Map(members.map((member) => [member.article.id, member])) }
const claim = story.claims.find(({ levels }) => levels.outlets === 3)

test('a quotation that papers shorten or translate otherwise is one claim of one origin', () => {
  expect([claim?.certain, claim?.possible, claim?.rules.includes('CLM-QUOTED')]).toEqual([1, 1, true])
})

test('the fullest telling stands first, and each other one says what it cut or put otherwise', () => {
  const [view, ...others] = claim === undefined ? [] : quotationViews(context, claim)
  expect(others).toEqual([])
  expect(view?.fullest.outlet).toBe('Harrow Post')
  expect(view?.tellings.map((one) => [one.evidence.outlet, tellingInWords(one)])).toEqual([
    ['Coast Mail', ['leaves out “with tanks and aircraft”']],
    [
      'Vale Times',
      ['leaves out “nor to those who pay them”', '“shall” for “will”', '“planes” for “aircraft”'],
    ],
  ])
})

test('explain says the same under the passage', () => {
  const facts = explainView(context, claim?.id ?? '')?.passages.flatMap((one) => one.facts ?? [])
  expect(facts).toContain('quoted as by Harrow Post, ¶1: leaves out “with tanks and aircraft”')
})
