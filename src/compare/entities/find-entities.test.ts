import { expect, test } from 'vitest'
import { memberOf } from '../member-samples.contract.ts'
import { findEntities } from './find-entities.ts'

// Each article of one text; what comes out is each entity's wordings with the rules, the entities that matter only.
function entitiesOf(texts: readonly string[], about: RegExp): string[] {
  const members = texts.map((text, i) => memberOf(text, `Outlet ${i}`, `2033-05-0${i + 1}T08:00:00Z`))
  return findEntities(members)
    .filter(({ variants }) => variants.some(({ text }) => about.test(text)))
    .map(({ variants }) => variants.map(({ text, rule }) => `${text} ${rule}`).join(', '))
    .sort()
}

test.each<[string, readonly string[], RegExp, readonly string[]]>([
  [
    'a surname joins the one who bears it in the story',
    ['Envoy Steve Witkoff met the mayor.', 'Mr. Witkoff said the talks went well.'],
    /Witkoff/,
    ['Steve Witkoff NAM-FIRST, Witkoff NAM-SURNAME'],
  ],
  [
    'two ministers of one surname stay two, and the surname alone is the one whom its article names in full',
    [
      'Defence Minister Yisrael Katz spoke in Haifa. Katz said the army was ready.',
      'Former minister Haim Katz resigned on Monday. Katz said he was tired.',
      'Katz was not there on Tuesday, officials said.',
    ],
    /Katz/,
    ['Haim Katz NAM-FIRST, Katz NAM-SURNAME', 'Katz NAM-APART', 'Yisrael Katz NAM-FIRST, Katz NAM-SURNAME'],
  ],
  [
    'a man and a woman of one surname are two, whoever is named in full',
    ['Harbour master Mr. Owen Pell resigned.', 'Mrs. Pell told reporters that she would stay.'],
    /Pell/,
    ['Owen Pell NAM-FIRST', 'Pell NAM-FIRST'],
  ],
  [
    'a transliteration joins, with both names',
    ['Muammar Gaddafi spoke on Monday.', 'Moammar Gadhafi did not answer, Reuters reported.'],
    /ad+h?afi/,
    ['Muammar Gaddafi NAM-FIRST, Moammar Gadhafi NAM-SPELLING'],
  ],
  [
    'a family name that stands first is the name alone',
    ['Chinese President Xi Jinping arrived in Rome.', 'Mr. Xi will stay for two days.'],
    /Xi/,
    ['Xi Jinping NAM-FIRST, Xi NAM-FAMILY-FIRST'],
  ],
  [
    'an acronym joins the body that an article gives it for, elsewhere too',
    [
      'The International Atomic Energy Agency (IAEA) said on Monday that it had replied.',
      'The IAEA said nothing on Tuesday.',
    ],
    /IAEA|Atomic/,
    ['International Atomic Energy Agency NAM-FIRST, IAEA NAM-ACRONYM-GIVEN'],
  ],
  [
    'an acronym joins the only body with its initials',
    [
      'The World Trade Organization met in Geneva on Monday.',
      'The WTO said on Tuesday that it would meet again.',
    ],
    /WTO|World Trade/,
    ['World Trade Organization NAM-FIRST, WTO NAM-ACRONYM'],
  ],
  [
    'the foreign ministries of two countries are two',
    [
      'The Iranian Foreign Ministry said on Monday that it would come.',
      'The Israeli Foreign Ministry said on Tuesday that it would not come.',
    ],
    /Foreign Ministry/,
    ['Iranian Foreign Ministry NAM-FIRST', 'Israeli Foreign Ministry NAM-FIRST'],
  ],
  [
    'the only foreign ministry of a story is the one without a country',
    [
      "Iran's Foreign Ministry said on Monday that it would come.",
      'The Foreign Ministry said on Tuesday that it would not come.',
    ],
    /Foreign Ministry/,
    ['Foreign Ministry NAM-FIRST'],
  ],
  [
    'a country is one by any of its names; its capital is a place of its own',
    ['The ship left the United States on Monday.', 'It was seen off the U.S. on Tuesday, near Washington.'],
    /United States|U\.S|Washington/,
    ['United States NAM-FIRST, U.S. NAM-COUNTRY', 'Washington NAM-FIRST'],
  ],
])('%s', (_, texts, about, expected) => {
  expect(entitiesOf(texts, about)).toEqual(expected)
})

test.each<[string, readonly string[], RegExp, readonly string[]]>([
  [
    'a surname with a post is the bearer who has it, and without one nobody',
    [
      'Defence Minister Israel Katz and Energy Minister Eli Katz clashed on Monday.',
      'Energy Minister Katz said on Tuesday that the port must open.',
      'Minister Katz was unhappy on Wednesday, an aide said.',
    ],
    /Katz/,
    ['Eli Katz NAM-FIRST, Katz NAM-SURNAME', 'Israel Katz NAM-FIRST', 'Katz NAM-APART'],
  ],
  [
    'a minister of something else is not the one who is named in full',
    [
      'Defence Minister Israel Katz spoke in Haifa on Monday.',
      'Energy Minister Katz said on Tuesday that the port must open.',
    ],
    /Katz/,
    ['Israel Katz NAM-FIRST', 'Katz NAM-FIRST'],
  ],
  [
    'two ministers of one full name stay two, and the name alone is neither',
    [
      'Iraqi Transport Minister Karim Hassan met Egyptian Transport Minister Karim Hassan in Velm on Monday.',
      'Egyptian Transport Minister Karim Hassan said on Tuesday that the canal would open.',
      'Karim Hassan left Velm on Wednesday.',
    ],
    /Hassan/,
    ['Karim Hassan NAM-APART', 'Karim Hassan NAM-FIRST', 'Karim Hassan NAM-FIRST'],
  ],
  [
    'father and son stay two: the elder is not who is named in full',
    [
      'Ali Pardo handed the mill to Sami Pardo on Monday.',
      'Sami Pardo took over the mill on Tuesday. Mr Pardo thanked the workers, and the elder Pardo retired.',
    ],
    /Pardo/,
    ['Ali Pardo NAM-FIRST', 'Pardo NAM-APART', 'Sami Pardo NAM-FIRST, Pardo NAM-SURNAME'],
  ],
  [
    'a name that fits two middle names is neither, and a son is not his father',
    [
      'George W. Bush and George H. W. Bush opened the library on Monday.',
      'George H. W. Bush spoke on Tuesday beside his son George Bush.',
    ],
    /Bush/,
    ['George Bush NAM-APART', 'George H. W. Bush NAM-FIRST', 'George W. Bush NAM-FIRST'],
  ],
  [
    'an organisation with its owner before it is the organisation',
    [
      "The UN's International Atomic Energy Agency will send inspectors on Friday.",
      'Inspectors of the International Atomic Energy Agency (IAEA) will come on Friday.',
    ],
    /Atomic|IAEA/,
    ['International Atomic Energy Agency NAM-FIRST, IAEA NAM-ACRONYM-GIVEN'],
  ],
  [
    'an office without a name is whoever holds it at the time',
    [
      'Iranian Foreign Minister Abbas Araghchi offered talks on Monday.',
      "Iran's foreign minister offered talks. The foreign minister said on Monday that they could begin in April.",
      'Former foreign minister Abbas Araghchi said on Wednesday that he wished his successor well.',
      "Iranian Foreign Minister Kamal Rezai spoke in Velm. Iran's foreign minister said on Thursday that talks would begin.",
    ],
    /Araghchi|Rezai|minister/,
    [
      'Abbas Araghchi NAM-FIRST, The foreign minister NAM-OFFICE',
      "Kamal Rezai NAM-FIRST, Iran's foreign minister NAM-OFFICE",
    ],
  ],
  [
    'an office that two may hold is nobody',
    [
      'Iranian Foreign Minister Abbas Araghchi spoke on Monday.',
      'Iranian Foreign Minister Kamal Rezai spoke on Tuesday.',
      "Iran's foreign minister said on Wednesday that talks would begin.",
      "Iran's former foreign minister said on Thursday that talks would begin.",
    ],
    /Araghchi|Rezai|minister/,
    ['Abbas Araghchi NAM-FIRST', 'Kamal Rezai NAM-FIRST'],
  ],
])('%s', (_, texts, about, expected) => {
  expect(entitiesOf(texts, about)).toEqual(expected)
})

test.each<[string, readonly string[], string, string]>([
  [
    'a land whose people the story names is a country',
    [
      'Ardovia said on Monday that it would answer.',
      'The Ardovian envoy left. Ardovia will answer on Friday.',
    ],
    'Ardovia',
    'GPE',
  ],
  [
    'a land that the story has by its full name is no person',
    ['Envoys of the Republic of Skarn answered on Monday.', 'Skarn will answer again, Skarn said.'],
    'Republic of Skarn',
    'GPE',
  ],
  [
    'a surname stays a person',
    ['Mr. Jordan met Ann Jordan in Velm.', 'Jordan left on Monday. Jordanian envoys stayed.'],
    'Ann Jordan',
    'PER',
  ],
])('%s', (_, texts, name, type) => {
  const members = texts.map((text, i) => memberOf(text, `Outlet ${i}`, `2033-05-0${i + 1}`))
  const found = findEntities(members).filter((entity) => entity.name === name)
  expect(found.map((entity) => entity.type)).toEqual([type])
})

test.each([
  [4, 'Ishan Dorvezh NAM-FIRST, Dorvezh NAM-KNOWN'],
  [3, 'Ishan Dorvezh NAM-FIRST'],
])('a surname that two bear is the one whom %i articles name, where those are enough', (articles, wanted) => {
  const named = Array.from({ length: articles }, () => 'Negotiator Ishan Dorvezh spoke in Velm.')
  const texts = [...named, 'Karim Dorvezh, a cousin, was not there.', 'Mr Dorvezh left for home.']
  expect(entitiesOf(texts, /Dorvezh/).find((each) => each.startsWith('Ishan'))).toBe(wanted)
})

test('every joined wording points at the name that it was joined to', () => {
  const members = [
    memberOf('Envoy Steve Witkoff met the mayor.', 'One', '2033-05-01'),
    memberOf('Mr. Witkoff said the talks went well.', 'Two', '2033-05-02'),
  ]
  const [found] = findEntities(members).filter(({ name }) => name === 'Steve Witkoff')
  const to = found?.variants.find(({ text }) => text === 'Witkoff')?.to
  const text = members.find(({ article }) => article.id === to?.article)?.article.text
  expect(text?.slice(to?.start, to?.end)).toBe('Steve Witkoff')
})

test('a land is one by its short and its full name', () => {
  const texts = [
    'Envoys of the Republic of Skarn answered on Monday.',
    'Envoys from Skarn left. Skarn will answer in Skarn.',
  ]
  expect(entitiesOf(texts, /Skarn/)).toEqual(['Republic of Skarn NAM-FIRST, Skarn NAM-COUNTRY'])
})

test('a title that was read as part of a name is a role', () => {
  const members = [
    memberOf(
      'Lorvenian Foreign Minister Pavel Orlin said on Monday that the talks would go on.',
      'One',
      '2033-05-01',
    ),
    memberOf('Orlin left on Tuesday.', 'Two', '2033-05-02'),
  ]
  const people = findEntities(members).filter(({ type }) => type === 'PER')
  expect(people.map(({ name, roles }) => [name, roles.map(({ text }) => text)])).toEqual([
    ['Pavel Orlin', ['Lorvenian Foreign Minister']],
  ])
})

test('a role says when it is held, and which office it is', () => {
  const members = [
    memberOf('Iranian Foreign Minister Abbas Araghchi spoke in Vienna.', 'One', '2033-05-01'),
    memberOf('Former Iranian Foreign Minister Javad Zarif spoke in Rome.', 'Two', '2033-05-02'),
  ]
  const roles = findEntities(members).flatMap((entity) =>
    entity.roles.map(({ standing, office }) => `${entity.name}: ${standing ?? 'holds'} ${office}`),
  )
  expect(roles.sort()).toEqual([
    'Abbas Araghchi: holds foreign minister of Iran',
    'Javad Zarif: former foreign minister of Iran',
  ])
})

test('the order of arrival changes nothing', () => {
  const members = [
    memberOf('Defence Minister Yisrael Katz spoke in Haifa.', 'One', '2033-05-01'),
    memberOf('Israel Katz said the army was ready. Katz left.', 'Two', '2033-05-02'),
  ]
  expect(findEntities(members)).toEqual(findEntities(members))
})

test('what was joined by a name goes with it when a person parts it, and comes back', () => {
  const members = [
    memberOf('Yoav Gallant resigned on Monday. Gallant said that he was tired.', 'One', '2033-05-01'),
    memberOf('Yoav Galant resigned on Monday. Galant thanked the army.', 'Two', '2033-05-01'),
  ]
  const wordings = (...kinds: readonly ('apart' | 'together')[]) =>
    findEntities(
      members,
      kinds.map((kind) => ({ kind, a: 'Yoav Gallant', b: 'Yoav Galant' })),
    )
      .map(({ variants }) => variants.map(({ text }) => text).join(', '))
      .sort()
  expect(wordings('apart')).toEqual(['Yoav Galant, Galant', 'Yoav Gallant, Gallant'])
  expect(wordings('apart', 'together')).toEqual(['Yoav Gallant, Gallant, Yoav Galant, Galant'])
})

test('a person has the last word: apart, then together again', () => {
  const members = [
    memberOf('Envoy Steve Witkoff met the mayor.', 'One', '2033-05-01'),
    memberOf('Mr. Witkoff said the talks went well.', 'Two', '2033-05-02'),
  ]
  const about = { a: 'Steve Witkoff', b: 'Witkoff' }
  const wordings = (...kinds: readonly ('apart' | 'together')[]) =>
    findEntities(
      members,
      kinds.map((kind) => ({ kind, ...about })),
    )
      .filter(({ name }) => /Witkoff/.test(name))
      .map(({ variants }) => variants.map(({ text, rule }) => `${text} ${rule}`).join(', '))
      .sort()
  expect(wordings('apart')).toEqual(['Steve Witkoff NAM-FIRST', 'Witkoff NAM-PARTED'])
  expect(wordings('apart', 'together')).toEqual(['Steve Witkoff NAM-FIRST, Witkoff NAM-TOGETHER'])
})
