import { expect, test } from 'vitest'
import { articleFromText } from '../../gather/article-from-text.ts'
import { read } from '../read.ts'
import { metonymyOf } from './metonymy.ts'

test.each([
  ['washington accused iran of lying', 0, 'government'],
  ['talks with the kremlin began', 3, 'government'],
  ['they met in washington', 3, 'place'],
  ['they met at the white house', 4, 'place'],
  ['he flew to tehran', 3, 'place'],
])('%s: word %i is a %s', (text, at, is) => {
  expect(metonymyOf(text.split(' '), { first: at, last: at })).toBe(is)
})

test('a capital that acts is its government, and one after “in” is where it happens', () => {
  expect(sides('Washington accused Tehran of lying on Monday.')).toEqual({
    actors: ['USA GOV'],
    recipients: ['IRN GOV'],
    places: [],
  })
  expect(sides('Kenyan police arrested two Somali traders in Washington on Monday.').places).toEqual([
    'Washington',
  ])
})

test('the White House speaks, or is where people meet', () => {
  const said = read(
    articleFromText({ text: 'Ships will sail on Friday, the White House said.', published: '2031-03-04' }),
  )
  expect(said.attributions[0]?.source.kind).toBe('named')
  expect(said.events.flatMap(({ places }) => places)).toEqual([])
  const text = 'The presidents of Kenya and Somalia met at the White House on Monday.'
  const met = read(articleFromText({ text, published: '2031-03-04' }))
  const [event] = met.events
  expect(event?.places.map(({ start, end }) => text.slice(start, end))).toEqual(['White House'])
})

function sides(text: string) {
  const [event] = read(articleFromText({ text, published: '2031-03-04' })).events
  const codes = (list: readonly { readonly country?: string; readonly role?: string }[] = []) =>
    list.map(({ country, role }) => `${country} ${role}`)
  return {
    actors: codes(event?.sides?.actors),
    recipients: codes(event?.sides?.recipients),
    places: event?.places.map(({ start, end }) => text.slice(start, end)),
  }
}
