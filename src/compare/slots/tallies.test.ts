import { expect, test } from 'vitest'
import { wordsOf } from '../words/words.ts'
import { talliesIn } from './tallies.ts'

const told = (text: string) =>
  talliesIn(text, wordsOf(text)).map(({ kind, who, words, range }) => [
    who === '' ? kind : `${kind} (${who})`,
    words,
    text.slice(range.start, range.end),
  ])

test.each([
  ['At least nine people were killed', [['dead', 'at least 9', 'At least nine']]],
  [
    'The blast killed three soldiers and injured 47',
    [
      ['dead (soldiers)', '3', 'three'],
      ['injured', '47', '47'],
    ],
  ],
  ['The number of dead in the landslide has risen to 31', [['dead', '31', '31']]],
  ['The bodies of seven miners were brought up', [['dead (miners)', '7', 'seven']]],
  ['Dozens were hurt', [['injured', 'dozens', 'Dozens']]],
  ['No more than 40 villagers are missing', [['missing', 'no more than 40', 'No more than 40']]],
  ['Some 1,200 people were evacuated', [['evacuated', 'some 1,200', 'Some 1,200']]],
])('%s', (text, want) => expect(told(text)).toEqual(want))

test.each([
  'He was killed 12 years ago',
  'Two of them died',
  'Five more people died',
  'The toll is up from two',
  'They were killed by three gunmen',
  'The law passed by 40 votes',
])('no total of people: %s', (text) => expect(told(text)).toEqual([]))
