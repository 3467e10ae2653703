import { expect, test } from 'vitest'
import type { Language, Sentence } from '../../model/language.ts'
import { tokensOf } from '../tokens.ts'
import { refineNames } from './refine-names.ts'

/** Reads "[PER:Ann Doyle]": the text without marks, and the names that were marked. */
function marked(marks: string): { text: string; names: Language['names'] } {
  let text = ''
  const names: { start: number; end: number; type: 'PER' | 'ORG' | 'GPE' | 'LOC' | 'EVENT' | 'NORP' }[] = []
  for (const part of marks.split(/(\[[A-Z]+:[^\]]+\])/)) {
    const [, type, words] = /^\[(PER|ORG|GPE|LOC|EVENT|NORP):([^\]]+)\]$/.exec(part) ?? []
    const start = text.length
    text += words ?? part
    const known = (['PER', 'ORG', 'GPE', 'LOC', 'EVENT', 'NORP'] as const).find((name) => name === type)
    if (known !== undefined) names.push({ start, end: text.length, type: known })
  }
  return { text, names }
}

// Capitalised words are proper nouns here; heads are left out, so no rule of the tree applies.
function sentenceOf(text: string): Sentence {
  const tokens = tokensOf(text).map((token) => {
    const form = text.slice(token.start, token.end)
    return { ...token, lemma: form, upos: /^\p{Lu}/u.test(form) ? 'PROPN' : 'NOUN' }
  })
  return { start: 0, end: text.length, block: 0, tokens }
}

test.each([
  ['pieces around a hyphen', 'Coca-[ORG:Mills] grew.', '[ORG:Coca-Mills] grew.'],
  ['a family name that stands first', '[PER:Wang] [PER:Yi] left.', '[PER:Wang Yi] left.'],
  ['a given name of two syllables', '[PER:Xi Jin]-ping left.', '[PER:Xi Jin-ping] left.'],
  ['what somebody backs', '[PER:Ann Doyle]-backed plans', '[PER:Ann Doyle]-backed plans'],
  ['an initial and a name', '[PER:A.] [PER:Noel Marrow] left.', '[PER:A. Noel Marrow] left.'],
  ['the form of a company', '[ORG:Harrow Mills], Inc. grew.', '[ORG:Harrow Mills, Inc.] grew.'],
  [
    'an acronym in brackets',
    'the [ORG:Harrow Bridge Agency] (HBA) spoke.',
    'the [ORG:Harrow Bridge Agency] ([ORG:HBA]) spoke.',
  ],
  [
    'an institution of a place',
    '[ORG:University] of [GPE:Harrow] spoke.',
    '[ORG:University of Harrow] spoke.',
  ],
  ['a firm of two names', '[PER:Ravel] & Osk denied it.', '[ORG:Ravel & Osk] denied it.'],
  ['a firm of three names', 'lawyers for Ravel & [GPE:Osk] & Lind.', 'lawyers for [ORG:Ravel & Osk & Lind].'],
  ['a shipping line', 'the [PER:Osterholm Line] said.', 'the [ORG:Osterholm Line] said.'],
  ['a storm', '[PER:Hurricane Ann] passed.', '[EVENT:Hurricane Ann] passed.'],
  [
    'a family name that was missed',
    '[PER:Ann Doyle] spoke, and later Doyle left.',
    '[PER:Ann Doyle] spoke, and later [PER:Doyle] left.',
  ],
  ['initials with an article', 'the HBA spoke.', 'the [ORG:HBA] spoke.'],
  ['how a person is addressed', '[PER:Dr Ann Doyle] spoke.', 'Dr [PER:Ann Doyle] spoke.'],
  [
    'the office of a person',
    '[PER:Harrovian Foreign Minister Ann Doyle] spoke.',
    'Harrovian Foreign Minister [PER:Ann Doyle] spoke.',
  ],
  ['a family name like an office', '[PER:Martin King Jr.] spoke.', '[PER:Martin King Jr.] spoke.'],
  ['an address', 'Write to [PER:doyle@harrow.example] today.', 'Write to doyle@harrow.example today.'],
  ['a strait of a place', 'the Strait of [GPE:Harrow] is shut.', 'the [LOC:Strait of Harrow] is shut.'],
  [
    'a country with a people called after it',
    '[PER:Harrovia] signed, said a [NORP:Harrovian] officer.',
    '[GPE:Harrovia] signed, said a [NORP:Harrovian] officer.',
  ],
  [
    'a place that is taken for a person once',
    '[PER:Skarn] signed. It rained in [GPE:Skarn].',
    '[GPE:Skarn] signed. It rained in [GPE:Skarn].',
  ],
  [
    'a person named like a place',
    '[PER:Ann Skarn] spoke in [GPE:Skarn]. [PER:Skarn] left.',
    '[PER:Ann Skarn] spoke in [GPE:Skarn]. [PER:Skarn] left.',
  ],
  ['a country that was missed', 'It flew to Norway today.', 'It flew to [GPE:Norway] today.'],
])('%s', (_, given, want) => {
  const { text, names } = marked(given)
  expect(refineNames(text, [sentenceOf(text)], names)).toEqual(marked(want).names)
})
