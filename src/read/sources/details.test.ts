import { expect, test } from 'vitest'
import { articleFromText } from '../../gather/article-from-text.ts'
import type { Attribution } from '../../model/reading.ts'
import { quoteOf } from '../../model/span.ts'
import { read } from '../read.ts'

function first(text: string): Attribution {
  const [found] = read(articleFromText({ text })).attributions
  if (found === undefined) throw new Error(`no attribution in: ${text}`)
  return found
}

test.each([
  ['The harbour master, Owen Pell, said the buoy had drifted.', 'named', 'S-TITLED'],
  ['One of the divers, Luc Arden, said the hull was split.', 'named', 'S-TITLED'],
  ['The harbour master said the buoy had drifted.', 'named', 'S-OFFICE'],
  ['An engineer in Sarne, Norvia, said the weld was old.', 'anonymous', 'S-CLASS'],
])('%s is %s', (text, kind, rule) => {
  const { source, rules } = first(text)
  expect([source.kind, rules.includes(rule)]).toEqual([kind, true])
})

test.each([
  [
    'Two officials said the envoy had left. The officials asked not to be named because the order was secret.',
    'because the order was secret',
  ],
  [
    'A guard said the alarm was off. He spoke on condition of anonymity because he feared dismissal.',
    'because he feared dismissal',
  ],
  [
    'An adviser said the prince was ill. The adviser was not authorised to speak publicly and asked for anonymity.',
    'not authorised to speak publicly',
  ],
  ['A clerk said the safe was empty. Mina Holt asked not to be named because of threats.', undefined],
])('the ground for anonymity in: %s', (text, ground) => {
  const { anonymityReason } = first(text).source
  expect(anonymityReason && quoteOf(text, anonymityReason)).toBe(ground)
})

test.each([
  ['The company declined to comment on the leak.', 'withheld'],
  ['The company has not commented on the leak.', 'withheld'],
  ['Penn did not immediately respond to the claim that the roof leaked.', 'withheld'],
  ['Penn refused to say who paid for the roof.', 'withheld'],
  ['Kade refused to sign the agreement.', 'denied'],
  ['The company denied that it had paid.', 'denied'],
])('%s: %s', (text, polarity) => {
  expect(first(text).polarity).toBe(polarity)
})

test.each([
  ['KELLING (AP) — A bus fell into a ravine, police said.', 'AP'],
  ['Two trawlers sank off Arvik, the coast guard said on Monday. (AFP)', 'AFP'],
  ['Rescuers said the miner had been brought out. – Meridian News Agency', 'Meridian News Agency'],
  ['TAMAR – A local official said the well had been poisoned.', undefined],
])('the agency credited by: %s', (text, outlet) => {
  expect(first(text).relay?.outlet).toBe(outlet)
})

test('neither a dateline nor the time of an entry is part of what is said', () => {
  const text = 'VELM, May 3 (AFP) – The bridge is shut, police said.'
  expect(first(text).content.map((range) => quoteOf(text, range))).toEqual(['The bridge is shut'])
  const entry = '17:40 GMT – Rhea Sund says the bill is signed.'
  expect(first(entry).source.spans.map((range) => quoteOf(entry, range))).toEqual(['Rhea Sund'])
})

test('in verse only what stands between marks is attributed', () => {
  const verse = 'The sea came in, the sea went out,\nand took the mill,\nand no one asked what it was about.'
  expect(read(articleFromText({ text: verse })).attributions).toEqual([])
})

test('whom a report cites is a source of its own, relayed by the outlet', () => {
  const text = 'The Harrow Post, citing two officials, said the road had been mined.'
  const { attributions } = read(articleFromText({ text }))
  const shown = attributions.map(({ source, relay, rules }) => [
    source.spans.map((range) => quoteOf(text, range)).join(),
    relay?.outlet,
    rules.includes('A-CITED'),
  ])
  expect(shown).toEqual([
    ['two officials', 'Harrow Post', true],
    ['The Harrow Post', 'Harrow Post', false],
  ])
})

test('a pronoun for a person goes past a name of one word that may be a place', () => {
  const text =
    'Dr Samira Noor said that only Mirath would be left as a channel. “It may be too late,” she said.'
  const { attributions } = read(articleFromText({ text }))
  const she = attributions.find(({ source }) => source.spans.some((range) => quoteOf(text, range) === 'she'))
  expect(she?.source.refersTo && quoteOf(text, she.source.refersTo)).toContain('Samira Noor')
})

test.each([
  ['Strait closed\n\nThe second round, next week is expected to be short.', 'next week'],
  ['Does the room matter? Anton Ferrer, a former mediator, thinks that it does.', 'Does the room matter'],
])('no source: %s', (text, words) => {
  const { attributions } = read(articleFromText({ text }))
  const sources = attributions.flatMap(({ source }) => source.spans.map((range) => quoteOf(text, range)))
  expect(sources.filter((source) => source.includes(words))).toEqual([])
})
