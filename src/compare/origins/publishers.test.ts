import { expect, test } from 'vitest'
import { articleFromText } from '../../gather/article-from-text.ts'
import { read } from '../../read/read.ts'
import { compareStory } from '../compare-story.ts'
import type { Member } from '../member.ts'

const news =
  'The dam at Orrin burst on Tuesday, the water board said in a statement. Water stood a metre high in the market by noon, and the road to Vale was closed to lorries and buses. Schools in the lower town sent their pupils home before the bridge was shut.'

test.each<[string, Member[], { outlets: number; publishers: number; texts: number }]>([
  [
    'two editions under one domain are one publisher',
    [
      member(news, 'Orrin Post', 'https://www.orrinpost.example/a'),
      member(`Orrin: ${news}`, 'Orrin Post on Sunday', 'https://sunday.orrinpost.example/b'),
    ],
    { outlets: 2, publishers: 1, texts: 1 },
  ],
  [
    'sites that share a public suffix are not one publisher',
    [
      member(news, 'Orrin Post', 'https://orrinpost.co.uk/a'),
      member(
        'The dam at Orrin burst on Tuesday, the mayor, Ilse Brandt, told reporters.',
        'Vale Times',
        'https://valetimes.co.uk/b',
      ),
    ],
    { outlets: 2, publishers: 2, texts: 2 },
  ],
  [
    'an article without an address has the publisher of its outlet',
    [
      member(news, 'Orrin Post', 'https://orrinpost.example/a'),
      member(`Late: ${news}`, 'Orrin Post', undefined),
    ],
    { outlets: 1, publishers: 1, texts: 1 },
  ],
])('%s', (_, members, levels) => {
  const claims = compareStory(members, { id: 's:dam', joined: [] }).claims
  expect(claims.find(({ carriers }) => carriers.length === 2)?.levels).toEqual(levels)
})

function member(text: string, outlet: string, url: string | undefined): Member {
  const article = articleFromText({
    text,
    outlet,
    published: '2033-06-01',
    ...(url === undefined ? {} : { url }),
  })
  return { article, reading: read(article) }
}
