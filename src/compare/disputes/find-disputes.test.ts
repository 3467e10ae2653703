import { expect, test } from 'vitest'
import { articleFromText } from '../../gather/article-from-text.ts'
import { read } from '../../read/read.ts'
import { compareStory } from '../compare-story.ts'
import type { Member } from '../member.ts'

/** The disputes of a story, each as its two sides' words; texts come out a day apart. */
function disputesIn(...texts: readonly string[]): (readonly [string, string])[] {
  const members = texts.map((text, i): Member => {
    const article = articleFromText({ text, outlet: `Paper ${i}`, published: `2033-05-0${i + 3}T08:00:00Z` })
    return { article, reading: read(article) }
  })
  const words = ({ article, start, end }: { article: string; start: number; end: number }) =>
    members.find((member) => member.article.id === article)?.article.text.slice(start, end) ?? ''
  return compareStory(members, { id: 's:t', joined: [] }).disputes.map(({ a, b }) => [words(a), words(b)])
}

test('what one affirms and another denies, over two articles', () => {
  const [found] = disputesIn(
    "The dockers' union said that the Osterholm Line had withdrawn its pay offer.",
    'A spokesman for the Osterholm Line denied that the Osterholm Line had withdrawn its pay offer.',
  )
  expect(found?.[0]).toContain('withdrawn')
  expect(found?.[1]).toContain('withdrawn')
})

test('two counts of one crowd, side by side', () => {
  const [found] = disputesIn(
    'Trams stopped on Sunday. At the rally on the quay, organisers spoke of 9,000 people; police counted 2,500.',
  )
  expect(found?.map((words) => words.replace(/\D/g, ''))).toEqual(['9000', '2500'])
})

test('the dead of two events are no dispute, those of one that two count side by side are', () => {
  const fire = 'The number of dead in the Orrel hotel fire has risen to 17, the health ministry said.'
  expect(
    disputesIn(`${fire} Seven people died in a bus crash near Orrel the same day, police said.`),
  ).toEqual([])
  const [found] = disputesIn(`${fire} Seven people died in the hotel fire, police said.`)
  expect(found?.map((words) => /17|Seven/.exec(words)?.[0])).toEqual(['17', 'Seven'])
})

test('an answer in other words: the figure is invented', () => {
  const [found] = disputesIn(
    'The sexton, Milo Grant, said that 32 people had been buried there before sunset. "The figure of 32 is invented," said the office of the mayor.',
  )
  expect(found?.[1]).toContain('invented')
})

test('two accounts of which the article says that both cannot be right', () => {
  const [found] = disputesIn(
    'The barge was outside the harbour when it sank, the Osterholm Line insists. The coast guard says that the barge had already passed the mole. Both cannot be right.',
  )
  expect(found?.[0]).toContain('outside the harbour')
  expect(found?.[1]).toContain('passed the mole')
})

test('who denies a figure denies what says one', () => {
  const found = disputesIn(
    'The harbour party said that Mayor Abel Noor was counting heads on the quay. Milo Grant, the sexton, denied the figure.',
  )
  expect(found).toEqual([])
})

test.each([
  [
    'the figure, said just before',
    [
      'Milo Grant, the sexton, said that 51 members had signed the petition. Mayor Abel Noor denied the figure.',
    ],
    /51 members/,
  ],
  [
    'a figure, said in another article',
    [
      'Two stokers said that the Osterholm Line had paid 38 million marks for the pier.',
      'Abel Noor, the mayor of Orrel, denied a figure of 38 million marks.',
    ],
    /had paid 38 million/,
  ],
  [
    'what was foretold',
    [
      'The pilots warned that the merger would cost 2,000 jobs in Orrel. Abel Noor, who runs the line, denied that the merger would cost 2,000 jobs.',
    ],
    /would cost/,
  ],
  [
    'that one is against it',
    [
      'Mayor Abel Noor is opposed to a loan for the Orrel yard, two clerks said.',
      'Mayor Abel Noor denied that he was against the loan for the yard.',
    ],
    /opposed to a loan/,
  ],
  [
    'that there was any, in one word',
    [
      'Contact has been made with a group of the stokers by telephone, the harbour office said.',
      'There had been no contact with the stokers, Milo Grant, the mayor, said.',
    ],
    /Contact has been made/,
  ],
])('who denies %s', (_, texts, affirmed) => {
  const found = disputesIn(...texts)
  expect(found).toHaveLength(1)
  expect(found[0]?.[0]).toMatch(affirmed)
})

test('an answer that says of it what the other says', () => {
  const [found] = disputesIn(
    'The hoists are on the table in Orrel, a diplomat from Marrow said.',
    'Abel Noor, the mayor of Orrel, said: "Our hoists are not on any table."',
  )
  expect(found?.[1]).toContain('not on any table')
})

test.each([
  [
    'a thing refused that somebody offered',
    [
      'Abel Noor, the mayor, offered to delay the harbour toll until May, two clerks said. Milo Grant, who runs the line, rejected the delay.',
    ],
  ],
  [
    'that one is against what was granted',
    [
      'The council approved a loan for the Orrel yard on Monday, the clerk, Ada Hale, said.',
      'Milo Grant, who runs the line, denied that he was against the loan.',
    ],
  ],
  [
    'what is held instead',
    [
      'A regatta will be held instead, two clerks said. The Orrel ballot will not be held in May, Abel Noor, the mayor, said.',
    ],
  ],
  [
    'who alone can, and who cannot',
    [
      'Only the council in Marrow can call a ballot, its clerk, Ada Hale, said.',
      'Abel Noor, the mayor, said that the islands could not call a ballot by themselves.',
    ],
  ],
  [
    'one word for another thing',
    [
      'Milo Grant, a clerk, said that rival candidate Ada Hale has the backing of 48 members.',
      'Abel Noor, the mayor, said he was not a candidate.',
    ],
  ],
  [
    'a count of some and a count of others',
    [
      'Fever was found in samples from 22 stokers, the clinic said. The mayor, Abel Noor, said that five stokers had been sent home.',
    ],
  ],
  [
    'what may come about, and has not',
    [
      'Abel Noor, the mayor, said the next round could bring the stokers home.',
      'Milo Grant, a clerk, said that no one had come home.',
    ],
  ],
  [
    'a denial of something else about the same things',
    [
      'Abel Noor, the mayor, said that Marrow wants a blockade of Orrel, but the clerk prefers talks.',
      'Milo Grant, a clerk, said that the talks were not a cover for a blockade.',
    ],
  ],
  [
    'what somebody wants, and has not come about',
    [
      'Abel Noor, the mayor, said she wanted the stokers freed before anything else.',
      'Milo Grant, a clerk, said that Marrow freed no stokers before the talks.',
    ],
  ],
  [
    'a denial about the same two names',
    [
      'The clerk of Tarn, Ada Hale, said the talks between Orrel and Marrow had been cancelled.',
      'Milo Grant, a clerk, said that Marrow freed no stokers before the talks with Orrel.',
    ],
  ],
  [
    'why a source has no name',
    [
      'Abel Noor, the mayor, said: "We have 31 names and 31 empty beds."',
      'The ferry is late, two clerks said, asking not to be named because the names are secret.',
    ],
  ],
  [
    'whom somebody contradicts',
    [
      'The Marrow side will be led by its chief negotiator, Milo Grant, the mayor said.',
      "That contradicts Marrow's chief negotiator, Milo Grant, who said on Sunday that the hoists had been mentioned.",
    ],
  ],
  [
    'a question put as a condition',
    [
      'Abel Noor, the mayor, said that 27 men were in Orrel. "If four men were put on a boat, show us the boat," said Milo Grant, who runs the line.',
    ],
  ],
  [
    'a condition without its words',
    [
      'Abel Noor, the mayor, said the envoy would stop in Orrel on Saturday to see the clerk.',
      'Milo Grant, the clerk, said: "If they stop, I will see them. If not, we will see."',
    ],
  ],
  [
    'a state that holds',
    [
      'Officials said the mayor was reluctant to order a blockade. The mayor was in no hurry, the clerk, Milo Grant, said.',
    ],
  ],
  [
    'a toll that rises',
    ['Police said four people had drowned at Orrel.', 'Police said eleven people had drowned at Orrel.'],
  ],
  [
    'two events',
    [
      'Police said that seven people had died in the flood at Orrel.',
      'Police said that no one had died when a bus overturned at Marrow on Sunday.',
    ],
  ],
  [
    'a finer grain',
    [
      'The mayor said the talks would be held in Orrel.',
      'The mayor said the talks would be held in the Old Mill in Orrel.',
    ],
  ],
  [
    'a plan that changes',
    [
      'The mayor said the talks would be held in Orrel on Friday.',
      'The mayor said the talks had been moved to Marrow.',
    ],
  ],
  [
    'a forecast that failed',
    [
      'Analysts predicted that the ferry would be sold by May.',
      'The ferry was not sold, the Osterholm Line said.',
    ],
  ],
  [
    'one who changes sides',
    ['Mayor Abel Noor said he would not sell the pier.', 'Mayor Abel Noor said he would sell the pier.'],
  ],
  [
    'dead and a magnitude',
    ['The rescue service said the death toll had reached 17. The observatory said the shock measured 6.2.'],
  ],
])('no dispute: %s', (_, texts) => expect(disputesIn(...texts)).toEqual([]))
