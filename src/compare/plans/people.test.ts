import { expect, test } from 'vitest'
import { compareStory } from '../compare-story.ts'
import { memberOf } from '../member-samples.contract.ts'

/** Who takes part in the first plan of a report of Tuesday 3 May 2033, by its last entry. */
function peopleIn(text: string): readonly string[] | undefined {
  const { plans } = compareStory([memberOf(text, 'Tolm Post', '2033-05-03')], { id: 's:t', joined: [] })
  return plans[0]?.history.at(-1)?.participants
}

test.each([
  [
    'whom a pronoun takes up',
    'Prime Minister Caro Velling has sent no letter. She will meet Mikkel Aas in Tarnholm on Thursday.',
    ['Caro Velling', 'Mikkel Aas'],
  ],
  ['who speaks of herself', '“I will testify in court on Thursday,” Caro Velling said.', ['Caro Velling']],
  [
    'not what somebody is called',
    "Prime Minister Mikkel Aas and Farmers' Party leader Hedda Brandvoll will meet in Tarnholm on Thursday.",
    ['Mikkel Aas', 'Hedda Brandvoll'],
  ],
])('%s takes part', (_, text, people) => expect(peopleIn(text)).toEqual(people))
