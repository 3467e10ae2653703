import { expect, test } from 'vitest'
import { quoteOf, quoteOfAll } from '../../model/span.ts'
import { readingOf } from '../sources/sources.contract.ts'

// Each is marked as what it is, and nobody is said to say it.
test.each([
  ['The “quick” repair took nine years.', 'quick', 'scare'],
  ['Shops sold “fresh” fish from last week.', 'fresh', 'scare'],
  ['The so-called “tax holiday” ended in March.', 'tax holiday', 'scare'],
  ['Crowds sang “The Lamps of Tarsk” until dawn.', 'The Lamps of Tarsk', 'title'],
  ['Her novel “A Winter in Sarne” won the prize.', 'A Winter in Sarne', 'title'],
  ['The film “Long Water” opened on Friday.', 'Long Water', 'title'],
  ['The band opened with the song “Nine Bells”.', 'Nine Bells', 'title'],
  ['Parliament passed the “Clean Rivers Act” by nine votes.', 'Clean Rivers Act', 'title'],
  ['A law called the “Fair Wage Bill” failed in May.', 'Fair Wage Bill', 'title'],
  ['Karl “the Hammer” Venn lost on points.', 'the Hammer', 'term'],
  ['Ines “Moth” Marl flew the drone.', 'Moth', 'term'],
  ['The dish is known as “vaskar” in the hills.', 'vaskar', 'term'],
  ['The word “ombra” means shade.', 'ombra', 'term'],
  ['Fishermen use the term “dead water” for it.', 'dead water', 'term'],
] as const)('%s', (text, inner, role) => {
  const { quotations, attributions } = readingOf(text)
  expect(quotations.map((one) => [quoteOf(text, one.inner), one.role])).toEqual([[inner, role]])
  expect(attributions.map((one) => quoteOfAll(text, one.content))).toEqual([])
})
