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

// The outlets that an article takes something from, beside one article by the outlet that is asked about.
function takenFrom(text: string, outlet: string): string[] {
  const members = [
    memberOf(text, 'Harrow Gazette', '2033-05-03T08:00:00Z'),
    memberOf('Three villages near Velm were cut off, residents said.', outlet, '2033-05-03T09:00:00Z'),
  ]
  return compareStory(members, { id: 's:t', joined: [] }).relays.map((relay) => relay.outlet)
}

test.each([
  ['Record floods cut off three villages near Velm, the mayor said.', 'The Record'],
  ['Postal workers cannot reach three villages, the union said.', 'Post'],
  ['There is little time, said May Hope, who lives in Velm.', 'Hope'],
])('a common word is no outlet that is called so: %s', (text, outlet) => {
  expect(takenFrom(text, outlet)).toEqual([])
})

test.each([
  ['Three villages near Velm are cut off, the Record reported.', 'The Record'],
  ['Three villages are cut off, residents told Hope on Monday.', 'Hope'],
  ['Hope reported on Monday that three villages near Velm are cut off.', 'Hope'],
])('an outlet that is called by a common word is one where it tells: %s', (text, outlet) => {
  expect(takenFrom(text, outlet)).toEqual([outlet])
})
