import { describe, expect, test } from 'vitest'
import { quoteOf, type Range } from '../../model/span.ts'
import { compareStory } from '../compare-story.ts'
import { inReportOrder, type Member } from '../member.ts'
import { memberOf } from '../member-samples.contract.ts'
import { findCopies } from './find-copies.ts'

const paragraphs = [
  'The port authority of Velm closed two of its five grain terminals on Monday after inspectors found cracks in the loading towers.',
  '"The towers will be repaired before the harvest," harbour director Ilka Maarn told reporters at the quay.',
  'Exporters said the closure would delay forty ships. The farm ministry said it had asked neighbouring ports to take cargo meant for Velm by the end of the week.',
]
const wire = paragraphs.join('\n\n')
const early = '2033-05-03T08:00:00Z'
const late = '2033-05-03T09:00:00Z'

// "Giver → Taker kind direction"
function copiesOf(...members: readonly Member[]): string[] {
  const outlets = new Map(members.map(({ article }) => [article.id, article.outlet]))
  return findCopies(inReportOrder(members)).map(
    ({ a, b, kind, direction }) => `${outlets.get(a)} → ${outlets.get(b)} ${kind} ${direction}`,
  )
}

describe('kinds', () => {
  const own =
    'Wheat prices rose four percent on the exchange of Harle. Traders spoke of a nervous afternoon, and two mills in the hills stopped buying until the news from the coast was clearer.'
  test.each<[string, string, string]>([
    ['reprinted', wire, 'whole'],
    ['cut by its last paragraph', paragraphs.slice(0, 2).join('\n\n'), 'whole'],
    ['with a paragraph of its own', `${paragraphs.slice(0, 2).join('\n\n')}\n\n${own}`, 'edited'],
    [
      'of which a paragraph was taken over',
      `${own}\n\n${own.replace('Wheat', 'Barley')}\n\n${paragraphs[2]}`,
      'passage',
    ],
  ])('a report %s is a copy', (_, text, kind) => {
    const found = copiesOf(memberOf(wire, 'Tidewater', early), memberOf(text, 'Harrow Post', late))
    expect(found).toEqual([`Tidewater → Harrow Post ${kind} time`])
  })

  test('two reports in other words are none', () => {
    expect(copiesOf(memberOf(wire, 'Tidewater', early), memberOf(own, 'Harrow Post', late))).toEqual([])
  })
})

test('the passages on both sides are the shared words', () => {
  const taken = `Harle is worried.\n\n${wire}`
  const members = [memberOf(wire, 'Tidewater', early), memberOf(taken, 'Harrow Post', late)]
  const [copy] = findCopies(members)
  const quotes = (spans: readonly Range[] = [], text = '') => spans.map((span) => quoteOf(text, span))
  const [a, b] = [quotes(copy?.spansA, wire), quotes(copy?.spansB, taken)]
  expect(a).toEqual(b)
  expect(a[0]?.startsWith('The port authority of Velm')).toBe(true)
  expect(a.at(-1)?.endsWith('by the end of the week')).toBe(true)
})

describe('direction', () => {
  test.each([
    ['in its dateline', `VELM, May 3 (Tidewater) - ${wire}`],
    ['in brackets of a dateline with two agencies', `VELM (Tidewater/Meridian) — ${wire}`],
    ['at its end', `${wire}\n\n– Tidewater`],
    ['as its source', `${wire}\n\nSource: Tidewater`],
    ['as where it first stood', `${wire}\n\nThis article was first published by Tidewater.`],
  ])('a paper that credits the agency %s took it from there, whatever the clocks say', (_, text) => {
    const found = copiesOf(memberOf(text, 'Harrow Post', early), memberOf(wire, 'Tidewater', late))
    expect(found).toEqual(['Tidewater → Harrow Post whole credit'])
  })

  test('what others credit is an agency: who prints the same and credits nobody took it from there, too', () => {
    const found = copiesOf(
      memberOf(wire, 'Corvin Courier', early),
      memberOf(`VELM, May 3 (Tidewater) - ${wire}`, 'Harrow Post', late),
      memberOf(wire, 'Tidewater', '2033-05-03T10:00:00Z'),
    )
    expect(found).toContain('Tidewater → Corvin Courier whole credit')
  })

  test('without a credit the earlier is the original; of one time it is unknown', () => {
    const post = memberOf(wire, 'Harrow Post', early)
    expect(copiesOf(memberOf(wire, 'Tidewater', late), post)).toEqual(['Harrow Post → Tidewater whole time'])
    expect(copiesOf(memberOf(wire, 'Tidewater', early), post)[0]).toMatch(/unknown$/)
  })

  test('who only contributed to a text did not supply it', () => {
    const credited = `${wire}\n\nWith additional reporting by Tidewater`
    const found = copiesOf(memberOf(credited, 'Harrow Post', early), memberOf(wire, 'Tidewater', late))
    expect(found).toEqual(['Harrow Post → Tidewater whole time'])
  })
})

test('what stands under every article is no copy', () => {
  const furniture =
    'Our newsroom in Harle answers letters on weekdays between nine and noon, and readers who find a mistake in these pages are asked to write to the desk that is named beside the report.'
  const towns = 'Harle Velm Sarn Pell Merle Corvin Orrel Marrow Ebb Kade Imber Dray Tamar Arvik'.split(' ')
  // Ninety words of each one's own.
  const members = towns.map((town, i) => {
    const own = Array.from({ length: 90 }, (_, k) => `${town.toLowerCase()}${'abcdefghij'[k % 10]}${k}`).join(
      ' ',
    )
    return memberOf(`${town} ${own}.\n\n${furniture}`, `${town} Post`, `2033-05-03T08:${10 + i}:00Z`)
  })
  expect(copiesOf(...members)).toEqual([])
})

test('an agency that no article of the story is by is the one whom sources told, in papers that print its text', () => {
  const members = [
    memberOf(wire, 'Corvin Courier', early),
    memberOf(`VELM, May 3 (Tidewater) - ${wire}`, 'Harrow Post', late),
  ]
  const story = compareStory(members, { id: 's:t', joined: [] })
  const heard = story.claims.flatMap(({ origins }) => origins.flatMap(({ outlet }) => outlet ?? []))
  expect(new Set(heard)).toEqual(new Set(['Tidewater']))
  expect(Math.max(...story.claims.map(({ possible }) => possible))).toBe(1)
})
