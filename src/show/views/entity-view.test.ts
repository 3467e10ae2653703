import { expect, test } from 'vitest'
import { compareStory } from '../../compare/compare-story.ts'
import { memberOf } from '../../compare/member-samples.contract.ts'
import { entityView } from './entity-view.ts'
import type { StoryContext } from './evidence.ts'
import { explainView } from './explain-view.ts'
import { sourceView } from './source-view.ts'

function contextOf(...texts: readonly string[]): StoryContext {
  const members = texts.map((text, i) => memberOf(text, `Outlet ${i}`, `2033-05-0${i + 1}T08:00:00Z`))
  const story = compareStory(members, { id: 's:test', joined: [] })
  return { story, articles: new Map(members.map((member) => [member.article.id, member])) }
}

const context = contextOf(
  'Iranian Foreign Minister Abbas Araghchi arrived in Vienna on Sunday.',
  'Araqchi left Vienna on Monday. Former Iranian Foreign Minister Javad Zarif stayed.',
)
const araghchi = context.story.entities.find(({ name }) => name === 'Abbas Araghchi')

test('an entity shows every spelling with the rule and the name that it was joined to', () => {
  const variants = entityView(context, araghchi?.id ?? '')?.variants ?? []
  expect(variants.map(({ text, rule, to }) => [text, rule, to?.quote])).toEqual([
    ['Abbas Araghchi', 'NAM-FIRST', undefined],
    ['Araqchi', 'NAM-SPELLING', 'Abbas Araghchi'],
  ])
})

test('a link to somebody stays good when a later report brings the full name', () => {
  const first = contextOf('Mr Grossi arrived in Vienna on Sunday.')
  const later = contextOf('Mr Grossi arrived in Vienna on Sunday.', 'Rafael Grossi left Vienna on Monday.')
  const old = first.story.entities.find(({ name }) => name === 'Grossi')?.id ?? ''
  expect(later.story.entities.map(({ id }) => id)).not.toContain(old)
  expect(entityView(later, old)?.name).toBe('Rafael Grossi')
  expect(explainView(later, old)?.what).toBe('Rafael Grossi')
})

test('a role names the others of the story who held the office', () => {
  const [role] = entityView(context, araghchi?.id ?? '')?.roles ?? []
  expect(role?.others.map(({ name, words }) => `${name}: ${words}`)).toEqual([
    'Javad Zarif: Former Iranian Foreign Minister',
  ])
})

test('an entity is explained by the place of each spelling, and the rule in words', () => {
  const passages = explainView(context, araghchi?.id ?? '')?.passages ?? []
  const joined = passages.find(({ rules }) => rules.some(({ id }) => id === 'NAM-SPELLING'))
  expect(joined?.text).toBe('Araqchi left Vienna on Monday.')
  expect(joined?.parts[0]?.label).toBe('same as “Abbas Araghchi” (Outlet 0, ¶1), Araqchi ×1')
  expect(joined?.rules[0]?.says).toBe('spellings that transliteration confuses')
})

test('a spokesman is himself and not the one for whom he speaks, whichever is named first in the story', () => {
  const at = contextOf(
    'President Boris Aran met Dmitri Zell in Velm on Sunday.',
    'Dmitri Zell, a spokesman for President Aran, said on Monday that the report was false.',
    'Dmitri Aran met Boris Zell. Boris Zell, a spokesman for President Aran, said on Monday that the report was true.',
  )
  const speakers = [...at.articles.values()].flatMap(({ article, reading }) =>
    reading.attributions.map(({ source }) => sourceView(at, article.id, source).entity?.name),
  )
  expect(speakers).toEqual(['Dmitri Zell', 'Boris Zell'])
})
