import { expect, test } from 'vitest'
import { compareStory } from '../compare-story.ts'
import { memberOf } from '../member-samples.contract.ts'

const outlets = ['Halder Press Agency', 'Velm Echo', 'Osterholm State Radio', 'El Pueblo de Tarsk']

// The outlet of the text, the text, and the outlets that it takes something from.
test.each([
  ['Pell Post', 'The bridge is shut, the mayor said. (HPA)', ['Halder Press Agency']],
  ['Pell Post', 'The bridge is shut, the mayor said. - HPA', ['Halder Press Agency']],
  ['Pell Post', 'The bridge is shut, the mayor said. HPA and staff', ['Halder Press Agency']],
  [
    'Pell Post',
    'The bridge is shut, the mayor said. Source: Halder Press Agency\n\nNobody was hurt.',
    ['Halder Press Agency'],
  ],
  ['Pell Post', 'The mayor told state radio that the bridge was shut.', ['Osterholm State Radio']],
  [
    'Pell Post',
    'Two keepers spoke to the country’s news agency: the bridge was shut.',
    ['Halder Press Agency'],
  ],
  ['Pell Post', 'The bridge is unsafe, he was quoted as saying in this morning’s Echo.', ['Velm Echo']],
  ['Pell Post', 'He denied the report in the Echo that the bridge was unsafe.', ['Velm Echo']],
  ['Pell Post', 'The bridge is shut, says a memo seen by the Echo.', ['Velm Echo']],
  ['Pell Post', 'The mayor had told El Pueblo that the bridge was shut.', ['El Pueblo de Tarsk']],
  ['Pell Post', 'The Velm Echo newspaper reported that the bridge was shut.', ['Velm Echo']],
  // Not these outlets, or none at all.
  ['Pell Post', 'The bridge is shut, according to Kessaran state radio.', ['Kessaran state radio']],
  ['Pell Post', 'The bridge was shut by the Harbour Protection Association (HPA).', []],
  ['Pell Post', 'The driver told the Central Criminal Court that he had been at home.', []],
  ['Pell Post', 'Kessaran media reported that the bridge was shut.', []],
  ['Republic News Service', 'VELM (RNS) - The bridge was shut on Monday, the mayor said.', []],
  ['Velm Echo', 'The mayor told the Echo that the bridge was shut.', []],
  ['Evening Echo', 'The mayor told the Echo that the bridge was shut.', []],
] as const)('%s: %s', (outlet, text, wanted) => {
  const others = outlets
    .filter((name) => name !== outlet)
    .map((name, i) => memberOf('The bridge at Pell is old.', name, `2033-05-03T0${i}:00:00Z`))
  const member = memberOf(text, outlet, '2033-05-03T10:00:00Z')
  const { relays } = compareStory([...others, member], { id: 's:test', joined: [] })
  const own = relays.filter(({ article }) => article === member.article.id)
  expect(own.map((relay) => relay.outlet)).toEqual(wanted)
})
