import { describe, expect, test } from 'vitest'
import { articleFromText } from '../../gather/article-from-text.ts'
import { read } from '../../read/read.ts'
import { compareStory } from '../compare-story.ts'
import type { Member } from '../member.ts'

type Told = readonly [outlet: string, text: string]
type Row = readonly [why: string, certain: number, possible: number, told: readonly Told[]]

const gone = 'Envoy Edric Vole will resign on Friday'
const empty = 'The quay at Sarn was empty on Monday'
const wreck =
  'A trawler with nine people aboard sank off Skarn on Monday night after it struck a submerged rock near the Halden light, the coast guard said. Rescue boats from two harbours searched until dawn and found four survivors clinging to a raft about a mile from the wreck.'

const rows: readonly Row[] = [
  [
    'one minister tells five outlets, each its own',
    1,
    2,
    [
      [
        'Harrow Post',
        'The Oster bridge will close in May, transport minister Lena Hask told the Harrow Post.',
      ],
      ['Vale Times', 'The bridge at Oster will close in May, Ms Hask told the Vale Times in an interview.'],
      ['Coast Mail', 'Transport Minister Lena Hask told this newspaper the Oster bridge will close in May.'],
      ['Radio Sarn', 'The Oster bridge will close in May, Hask told Radio Sarn.'],
      ['Daily Lantern', '"The Oster bridge will close in May," the transport minister told us.'],
    ],
  ],
  [
    'officials of one country tell two outlets, and a third passes on both',
    1,
    2,
    [
      ['Axios', 'The United States is preparing a strike on the port, two U.S. officials told Axios.'],
      ['Reuters', 'The United States is preparing a strike on the port, three U.S. officials told Reuters.'],
      [
        'Vale Times',
        'The US is preparing a strike on the port, Axios and Reuters reported, citing US officials.',
      ],
    ],
  ],
  [
    'a ministry, its spokesman and its minister',
    1,
    3,
    [
      ['Harrow Post', 'Veldt has halted grain exports, a spokesman for the agriculture ministry said.'],
      ['Vale Times', 'Veldt has halted grain exports, the agriculture ministry said in a statement.'],
      ['Coast Mail', 'Veldt has halted grain exports, Agriculture Minister Tom Brill said.'],
      ['Daily Lantern', 'Veldt has halted grain exports, ministry spokeswoman Vera Kand told reporters.'],
    ],
  ],
  [
    'one press conference',
    1,
    2,
    [
      [
        'Harrow Post',
        'The dam at Oster will hold, chief engineer Ada Crane told a news conference on Monday.',
      ],
      ['Vale Times', 'The Oster dam will hold, Ms Crane said at the press conference.'],
      ['Coast Mail', '"The dam at Oster will hold," Crane told reporters.'],
    ],
  ],
  [
    'an agency’s text without a word of credit',
    1,
    1,
    [
      ['Meridian News Agency', wreck],
      ['Harrow Post', wreck],
      ['Vale Times', `${wreck} Skarn has lost three boats this year.`],
    ],
  ],
  [
    'a statement, who made it and who speaks for it',
    1,
    3,
    [
      ['Harrow Post', 'Harmark will repay every customer by June, the company said in a statement.'],
      ['Vale Times', 'Harmark will repay every customer by June, chief executive Rolf Anker said.'],
      ['Coast Mail', 'Harmark will repay every customer by June, Rolf Anker said in the statement.'],
      ['Radio Sarn', 'Harmark will repay every customer by June, a company spokeswoman told Radio Sarn.'],
    ],
  ],
  [
    'officials who plan something, and who says that they do',
    1,
    2,
    [
      ['Harrow Post', 'Veldt will halt grain exports until June, Agriculture Minister Tom Brill said.'],
      ['Daily Lantern', 'Residents said Veldt would halt grain exports until June.'],
    ],
  ],
  [
    'state media, and reports of nobody in particular',
    1,
    2,
    [
      ['Veldt State Agency', 'The army shot down a drone over Tarn on Sunday, the defence ministry said.'],
      ['Harrow Post', "Veldt's army shot down a drone over Tarn on Sunday, state media said."],
      ['Coast Mail', 'The army shot down a drone over Tarn on Sunday, according to Veldtian media reports.'],
    ],
  ],
  [
    'one outlet that is not on record, passed on in four ways',
    1,
    1,
    [
      ['Harrow Post', `${gone}, two officials told Axios.`],
      ['Vale Times', `${gone}, Axios reported, citing two officials.`],
      ['Coast Mail', `${gone}, according to a report by Axios.`],
      ['Radio Sarn', `${gone}, as first reported by Axios.`],
    ],
  ],
  [
    'a chain that begins with people briefed on it',
    1,
    1,
    [
      ['Axios', `${gone}, two people briefed on the decision told Axios.`],
      ['Harrow Post', `${gone}, Axios reported.`],
      ['Vale Times', `${gone}, the Harrow Post reported.`],
      ['Coast Mail', `${gone}, the Vale Times said.`],
    ],
  ],
  [
    'an outlet that recalls its own report',
    1,
    2,
    [
      ['Axios', `${gone}, two U.S. officials told Axios.`],
      ['Axios', `${gone}, as Axios first reported. The Senate will vote on his successor.`],
    ],
  ],
  [
    'three outlets that say so of themselves',
    1,
    3,
    [
      ['Harrow Post', 'Six soldiers were killed in a clash near Tarn on Sunday.'],
      ['Vale Times', 'On Sunday six soldiers were killed in a clash near Tarn.'],
      ['Coast Mail', 'A clash near Tarn killed six soldiers on Sunday.'],
    ],
  ],
  [
    'what two outlets saw for themselves, and a third was told',
    3,
    3,
    [
      ['Harrow Post', `${empty}, a Harrow Post reporter saw.`],
      ['Coast Mail', `${empty}, our correspondent found.`],
      ['Vale Times', `${empty}, the harbour master said.`],
    ],
  ],
]

describe('never more certain origins than the text allows', () => {
  test.each(rows)('%s: %i certain, %i possible', (_, certain, possible, told) => {
    const { claims } = compareStory(told.map(memberAt), { id: 's', joined: [] })
    const main = claims.filter(({ carriers }) => new Set(carriers.map(({ span }) => span.article)).size > 1)
    expect(main.map((claim) => claim.certain)).toEqual(main.map(() => certain))
    expect(Math.max(...main.map((claim) => claim.possible))).toBe(possible)
    expect(Math.max(...main.map(({ levels }) => levels.texts))).toBeLessThanOrEqual(told.length)
  })
})

test('outlets that cite each other in a circle are one origin, and each edge of it is flagged', () => {
  const quits = 'Finance minister Tom Venn will resign on Friday'
  const { claims, relays } = compareStory(
    [
      ['Daily Lantern', `${quits}, the Sarn Observer reported.`],
      ['Sarn Observer', `${quits}, according to the Vale Times.`],
      ['Vale Times', `${quits}, the Daily Lantern reported.`],
      ['Coast Mail', `${quits}, the Daily Lantern and the Sarn Observer reported.`],
    ].map(([outlet = '', text = ''], i) => memberAt([outlet, text], i)),
    { id: 's', joined: [] },
  )
  expect([claims[0]?.certain, claims[0]?.possible, claims[0]?.levels.outlets]).toEqual([1, 1, 4])
  expect(relays.map(({ outlet, circular }) => [outlet, circular])).toEqual([
    ['Sarn Observer', true],
    ['Vale Times', true],
    ['Daily Lantern', true],
    ['Daily Lantern', false],
    ['Sarn Observer', false],
  ])
})

function memberAt([outlet, text]: Told, i: number): Member {
  const article = articleFromText({
    text,
    outlet,
    published: `2031-03-03T${String(8 + i).padStart(2, '0')}:00:00Z`,
    url: `https://${outlet.toLowerCase().replaceAll(' ', '')}.example/${i}`,
  })
  return { article, reading: read(article) }
}
