import { expect, test } from 'vitest'
import { memberOf } from '../member-samples.contract.ts'
import { type Matter, matterOf } from './matter.ts'
import { areElsewhere } from './stated-places.ts'
import { statementsOf } from './statements.ts'

function matter(text: string): Matter {
  const { article, reading } = memberOf(text, 'Pell Post', '2033-05-03T08:00:00Z')
  const [statement] = statementsOf({ article, reading })
  if (statement === undefined) throw new Error(`nothing stated: ${text}`)
  return matterOf(article.text, statement, reading)
}

test.each([
  ['The fire started in the kitchen.', 'The fire started in the lift shaft.'],
  ['The fire broke out in the hotel kitchen.', 'The fire broke out in a storeroom behind the bar.'],
  ['The shots were fired near Dorven.', 'The shots were fired outside Karst.'],
  ['The convoy was attacked in Lorvenia on Monday.', 'The convoy was attacked in Brundia on Monday.'],
  ['The two men met in Istanbul.', 'The two men met in Cairo.'],
  ['The bomb went off in Mill Street.', 'The bomb went off in the town square.'],
  ['The boy was found in the forest.', 'The boy was found on the beach.'],
  ['The guards were shot at the north gate.', 'The guards were shot in the courtyard.'],
  ['In the cellar a heater had exploded.', 'A heater had exploded in the attic.'],
])('two places: %s %s', (a, b) => {
  expect(areElsewhere(matter(a), matter(b))).toBe(true)
})

test.each([
  // The same place, or one inside the other.
  ['The fire started in the kitchen.', 'The fire started in the kitchen of the hotel.'],
  ['The fire started in the kitchen.', 'The fire started in the hotel.'],
  ['The two men met in Istanbul.', 'The two men met in Turkey.'],
  ['The boat sank near the pier at Velm.', 'The boat sank near the quay.'],
  ['The fire started in the kitchen near the door.', 'The fire started in the kitchen below the window.'],
  ['The man was arrested in his house.', 'The man was arrested in his flat in Velm.'],
  // Times, manners and causes are no places.
  ['The crowd walked in silence.', 'The crowd walked in the street.'],
  ['The guards were shot at dawn.', 'The guards were shot at the gate.'],
  ['The village was shelled in March.', 'The village was shelled near Karst.'],
  ['The bridge was blown up in retaliation.', 'The bridge was blown up in the forest.'],
  ['The fire was caused by a leak in error.', 'The fire was caused by a spark in the kitchen.'],
  ['The ministers sat at the kitchen table.', 'The ministers sat in the hall.'],
  ['The two were killed in an ambush.', 'The two were killed in the valley.'],
  ['The union has trust in Ms Colby.', 'The union has trust in Osterholm.'],
])('not two places: %s %s', (a, b) => {
  expect(areElsewhere(matter(a), matter(b))).toBe(false)
})
