import { expect, test } from 'vitest'
import { readLanguage } from '../language.ts'
import { paragraphsOf } from '../paragraphs.ts'

/** The people that the language layer finds in a text, in its words. */
function peopleIn(text: string): string[] {
  return readLanguage(text, paragraphsOf(text))
    .names.filter(({ type }) => type === 'PER')
    .map(({ start, end }) => text.slice(start, end))
}

test.each([
  [
    'after a given name, a form of address, and alone before a verb of saying',
    'Anna Will told reporters that the dam would close.\n\nMr Will said the gates were old. Will added that no one was hurt.',
    ['Anna Will', 'Will', 'Will'],
  ],
  [
    'a month',
    'Theresa May said the vote would go ahead.\n\nOn Friday the crowd cheered May as she left.',
    ['Theresa May', 'May'],
  ],
  [
    'alone after a form of address',
    'Joan Hope said the river had fallen.\n\nMs Hope told reporters so.',
    ['Joan Hope', 'Hope'],
  ],
  [
    'a thing that is a mayor',
    'Rose Field, the mayor, said the bridge is shut.\n\n“It is not safe,” Field told the Post.',
    ['Rose Field', 'Field'],
  ],
  [
    'after “that”',
    'The minister, Ann Price, denied it.\n\nMr Wise said that Price was wrong.',
    ['Ann Price', 'Wise', 'Price'],
  ],
  ['no question is in the past', 'Will Young said the tour was off.', ['Will Young']],
  [
    'an office',
    'Justice Story ruled that the tax was lawful.\n\nStory said parliament had erred.',
    ['Story', 'Story'],
  ],
  [
    'a given name, too',
    'President Faith Strong warned of war. Strong winds hit the coast.',
    ['Faith Strong'],
  ],
  [
    'a surname that the reader takes for a body',
    'Senator Grace Stone and Judge Tom Bench argued.\n\nStone accused Bench of bias.',
    ['Grace Stone', 'Tom Bench', 'Stone', 'Bench'],
  ],
  [
    'a plural',
    'Ed Balls met Sarah Sugar on Monday.\n\nBalls said the plan was good.',
    ['Ed Balls', 'Sarah Sugar', 'Balls'],
  ],
])('a common word is somebody: %s', (_, text, people) => {
  expect(peopleIn(text)).toEqual(people)
})

test.each([
  [
    'a question',
    'Anna Will told reporters that the dam would close.\n\nWill the government pay?',
    ['Anna Will'],
  ],
  [
    'a month',
    'Theresa May said so.\n\nIn May the talks resume, and May 4 is the date of the vote.',
    ['Theresa May'],
  ],
  ['a wish', 'Theresa May said so.\n\nMay I ask why, a reporter said.', ['Theresa May']],
  ['what a sentence begins with', 'Joan Hope said so.\n\nHope is fading for the missing.', ['Joan Hope']],
  ['a direction', 'Oliver North told reporters that the North would not yield.', ['Oliver North']],
  ['a headline', 'Biden Will Visit China in May', ['Biden']],
  ['a street', 'Joan Hope said so.\n\nThe shop stands in Hope Street.', ['Joan Hope']],
])('a common word is nobody: %s', (_, text, people) => {
  expect(peopleIn(text)).toEqual(people)
})

test('a word that was read as a name has its own lemma and says by which rule', () => {
  const text = 'Anna Will told reporters that the dam would close.'
  const { sentences, names } = readLanguage(text, paragraphsOf(text))
  expect(sentences[0]?.tokens[1]).toMatchObject({ lemma: 'Will', upos: 'PROPN', deprel: 'flat' })
  expect(names).toEqual([{ start: 0, end: 9, type: 'PER', rule: 'NAME-WORD' }])
})
