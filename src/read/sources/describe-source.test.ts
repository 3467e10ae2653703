import { describe, expect, test } from 'vitest'
import { attributionWith, wordsOf } from './sources.contract.ts'

describe('the stated reason for anonymity', () => {
  test.each([
    [
      'An official, speaking on condition of anonymity because he was not allowed to talk, said the raid had failed.',
      'raid',
      'because he was not allowed to talk',
    ],
    [
      'The raid had failed, said an aide who asked not to be named because the matter is secret.',
      'raid',
      'because the matter is secret',
    ],
    [
      'A nurse, who spoke on condition of anonymity for fear of losing her job, said the ward was full.',
      'ward',
      'for fear of losing her job',
    ],
    [
      'Two diplomats, who requested anonymity to discuss private talks, said a deal was near.',
      'deal',
      'to discuss private talks',
    ],
    ['One engineer, granted anonymity to speak freely, said the dam was cracked.', 'dam', 'to speak freely'],
  ])('%s', (text, words, reason) => {
    expect(wordsOf(text, attributionWith(text, words).source.anonymityReason)).toBe(reason)
  })

  test('none where the text states none', () => {
    const { source } = attributionWith(
      'An official who asked not to be named said the raid had failed.',
      'raid',
    )
    expect(source.kind).toBe('anonymous')
    expect(source.anonymityReason).toBeUndefined()
  })
})

describe('kind, class and count', () => {
  test.each([
    ['The foreign ministry said the envoy had left.', 'envoy', 'named', undefined, undefined],
    ['The mayor’s office said the pier was shut.', 'pier', 'named', undefined, undefined],
    ['The Kremlin said no talks were planned.', 'talks', 'named', undefined, undefined],
    ['A spokesman for the coast guard said two boats had sunk.', 'boats', 'named', undefined, undefined],
    ['Two officials said the raid had failed.', 'raid', 'anonymous', 'official', 2],
    ['At least three witnesses said the guards fired first.', 'fired', 'anonymous', 'witness', 3],
    ['Forty-one officials said the raid had failed.', 'raid', 'anonymous', 'official', 41],
    [
      'More than a hundred and twenty witnesses said so many shots fell.',
      'shots',
      'anonymous',
      'witness',
      120,
    ],
    ['Half a dozen of the diplomats said a deal was near.', 'deal', 'anonymous', 'diplomat', 6],
    ['A senior diplomat said a deal was near.', 'deal', 'anonymous', 'diplomat', 1],
    ['Several lawmakers said the bill was dead.', 'bill', 'anonymous', 'lawmaker', 2],
    ['The audit said that nine ships were unsafe.', 'ships', 'document', 'audit', undefined],
    ['The opposition said the water was brown.', 'water', 'collective', 'opposition', undefined],
    ['The Harrow Post said the minister had fled.', 'fled', 'outlet', undefined, undefined],
  ] as const)('%s', (text, words, kind, class_, count) => {
    const { source } = attributionWith(text, words)
    expect([source.kind, source.class, source.count?.number ?? source.count?.atLeast]).toEqual([
      kind,
      class_,
      count,
    ])
  })
})
