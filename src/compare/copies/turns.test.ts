import { expect, test } from 'vitest'
import { turnsBetween } from './turns.ts'

const textOf = (text: string) => ({ text, sentences: [{ start: 0, end: text.length }] })

test.each([
  [
    'a word of negation',
    'The mayor has signed the harbour accord',
    'The mayor has not signed the harbour accord',
    ['has signed', 'not'],
  ],
  [
    'a contracted one',
    'The mayor did sign the harbour accord',
    "The mayor didn't sign the harbour accord",
    ['did', "didn't"],
  ],
  [
    'a contrary word',
    'The union rejected the pay offer of the line',
    'The union accepted the pay offer of the line',
    ['rejected', 'accepted'],
  ],
  [
    'a negating prefix',
    'The Merle bridge is safe for heavy lorries',
    'The Merle bridge is unsafe for heavy lorries',
    ['safe', 'unsafe'],
  ],
  [
    'another cue',
    'The port denied that the fares will rise',
    'The port confirmed that the fares will rise',
    ['denied', 'confirmed'],
  ],
  [
    'nobody',
    'Everybody on the Halcyon was brought ashore alive',
    'Nobody on the Halcyon was brought ashore alive',
    ['Everybody', 'Nobody'],
  ],
])('%s turns a sentence', (_, a, b, words) => {
  const turns = turnsBetween(textOf(a), textOf(b))
  expect(
    turns.map((turn) => [
      a.slice(turn.a.words.start, turn.a.words.end),
      b.slice(turn.b.words.start, turn.b.words.end),
    ]),
  ).toEqual([words])
})

test.each([
  ['the same', 'The mayor has signed the harbour accord', 'The mayor has signed the harbour accord'],
  [
    'another word for it',
    'The mayor has signed the harbour accord',
    'The mayor has signed the harbour treaty',
  ],
  [
    'two turns',
    'The Merle bridge is not safe for heavy lorries',
    'The Merle bridge is unsafe for heavy lorries',
  ],
  ['not only', 'The mayor has signed the harbour accord', 'The mayor has not only signed the harbour accord'],
  [
    'much else besides',
    'The mayor has signed the harbour accord',
    'The clerk of Orrel has not read a page of the accord',
  ],
])('%s turns nothing', (_, a, b) => expect(turnsBetween(textOf(a), textOf(b))).toEqual([]))
