import { describe, expect, test } from 'vitest'
import { attributionsIn, attributionWith, readingOf, wordsOf } from './sources.contract.ts'

describe('a pronoun or a description points to whom it stands for', () => {
  test.each([
    ['Premier Ada Crane met the union. She said the wage law would pass.', 'wage law', 'Ada Crane'],
    ['Dana Orr left the hall early. “I am not well,” he said.', 'not well', 'Dana Orr'],
    ['Premier Ada Crane met the union. The premier said the wage law would pass.', 'wage law', 'Ada Crane'],
    ['The ministry of ports denied the claim. It said no ship had left.', 'no ship', 'The ministry of ports'],
    [
      '“The mill is safe,” said Dana Orr.\n\nThe lake has risen.\n\nHe added that the dam would hold.',
      'dam',
      'Dana Orr',
    ],
    [
      'Two aides resigned on Monday, an official said. The official said both had been asked to.',
      'both',
      'an official',
    ],
    // By the chain, past a name that stands nearer.
    [
      'Ada Crane closed the mill. She had met Tom Venn there in May. She said it was not safe.',
      'not safe',
      'Ada Crane',
    ],
  ])('%s', (text, words, name) => {
    const { source } = attributionWith(text, words)
    expect(wordsOf(text, source.refersTo)).toBe(name)
    expect(source.reason).toBeUndefined()
  })

  test('a headline’s title is the one person of the article who holds it, and the title after it too', () => {
    const text =
      'Deputy minister hails first day of talks\n\nDeputy Foreign Minister Dana Orr praised the hosts. The deputy minister rejected reports that Velm had asked for the talks to be moved.'
    const said = readingOf(text, 'headline').attributions.filter(({ source }) =>
      /eputy minister$/.test(wordsOf(text, source.spans[0]) ?? ''),
    )
    expect(said.map(({ source }) => [source.kind, wordsOf(text, source.refersTo)])).toEqual([
      ['named', 'Dana Orr'],
      ['named', 'Dana Orr'],
    ])
  })

  test('a headline’s title that two people hold stays nobody’s', () => {
    const text =
      'Minister says talks will go on\n\nForeign Minister Dana Orr met Finance Minister Lena Hask in Sarn. The road was shut.'
    const [said] = readingOf(text, 'headline').attributions
    expect([said?.source.kind, said?.source.refersTo]).toEqual(['anonymous', undefined])
  })

  test('in one sentence a speaker who was just named goes on', () => {
    const text = 'Ada Crane met the crew. Lena Hask said she hopes for rain.'
    const inner = attributionsIn(text).find(({ source }) => wordsOf(text, source.spans[0]) === 'she')
    expect(wordsOf(text, inner?.source.refersTo)).toBe('Lena Hask')
  })

  test('a pronoun before which nobody stands stays unknown, with the reason', () => {
    const { source } = attributionWith('She said the road was shut.', 'road')
    expect([source.kind, source.reason]).toEqual(['unstated', 'no-antecedent'])
  })
})

describe('those who speak as a group, or one of it, share a number', () => {
  test.each([
    ['Three advisers said the plan was dead. They said nobody had backed it.', 'nobody'],
    ['Three advisers said the plan was dead. One adviser said the premier had wept.', 'wept'],
    ['Two officials said the raid had failed. One of them said a boat was lost.', 'boat'],
    ['Several diplomats said the talks would resume. Another diplomat said a date was set.', 'date'],
    ['Two sources said the bank was broke. The sources said its head had fled.', 'fled'],
  ])('%s', (text, words) => {
    const groups = [
      attributionWith(text, text.slice(0, text.indexOf('said ')).trim().split(' ').at(-1) ?? ''),
    ]
    const later = attributionWith(text, words)
    expect(later.source.group).toBe(1)
    expect(groups[0]?.source.group).toBe(1)
  })

  test.each([
    ['A diplomat said the talks had failed. A banker said the loan was safe.', 'loan'],
    ['A US official said the ship was sunk. An Iranian official said it was afloat.', 'afloat'],
    ['A diplomat said the talks had failed. A diplomat said a new date was near.', 'near'],
  ])('two who may be others share none: %s', (text, words) => {
    expect(attributionWith(text, words).source.group).toBeUndefined()
  })
})
