import { expect, test } from 'vitest'
import { articleFromText } from '../../gather/article-from-text.ts'
import { paragraphsOf } from '../../text/paragraphs.ts'
import { read } from '../read.ts'
import { attributionWith, wordsOf } from './sources.contract.ts'

// The sentence, words of its content, then the kind of what was spoken to or through, and its name where it has one.
test.each([
  ['The envoy told the Harrow Post that the dam would hold.', 'dam', 'outlet', 'Harrow Post'],
  ['“The dam will hold,” the envoy told Radio Velm on Monday.', 'dam', 'outlet', 'Radio Velm'],
  ['The mayor told reporters that the bridge was safe.', 'bridge', 'reporters', undefined],
  ['“Nobody asked us,” Orr told journalists outside the court.', 'Nobody', 'reporters', undefined],
  [
    'In an interview with the Tarsk Tribune, Dana Orr said the mill would close.',
    'mill',
    'interview',
    'Tarsk Tribune',
  ],
  ['Speaking to the Velm Gazette, the coach said he had been sacked.', 'sacked', 'interview', 'Velm Gazette'],
  ['The ministry said in a statement that two boats had been seized.', 'two boats', 'statement', undefined],
  ['Two boats were seized, the coast guard said in a press release.', 'boats', 'statement', undefined],
  ['The minister wrote in a post on X that the talks were over.', 'talks', 'post', 'X'],
  ['“We are done,” Hask posted on Telegram.', 'done', 'post', 'Telegram'],
  [
    'At a news conference, the police chief said that six people were missing.',
    'missing',
    'conference',
    undefined,
  ],
  ['The chief said at a briefing that the fire was under control.', 'fire', 'conference', undefined],
  ['In a speech to parliament, the premier said that taxes would fall.', 'taxes', 'speech', undefined],
  ['The driver told the Central Criminal Court that he had been at home.', 'at home', 'speech', undefined],
  ['The union warned in a letter to the board that it would strike.', 'strike', 'document', undefined],
  ['The general told the president that the border was quiet.', 'border', 'person', undefined],
] as const)('via: %s', (text, words, kind, name) => {
  const { via } = attributionWith(text, words)
  expect([via?.kind, via?.name]).toEqual([kind, name])
})

test('a hearer that no rule knows is of no kind, with the reason', () => {
  const { via } = attributionWith('The harbour master told the committee that the crane was safe.', 'crane')
  expect([via?.kind, via?.reason]).toEqual([undefined, 'no-rule-applies'])
})

test.each([
  ['The mayor said that the ministry had told nobody about the leak.', 'ministry'],
  ['The interview with the coach lasted an hour, the club said.', 'lasted'],
  ['She said the letter to the board was forged.', 'forged'],
])('nobody is the hearer: %s', (text, words) => {
  expect(attributionWith(text, words).via).toBeUndefined()
})

test('the words of the via stand in the text where it says', () => {
  const text = 'In an interview with the Tarsk Tribune, Dana Orr said the mill would close.'
  expect(wordsOf(text, attributionWith(text, 'mill').via)).toBe('In an interview with the Tarsk Tribune')
})

test('an article that was told something is told it as an outlet, by whatever name', () => {
  const text = 'The talks are off, two officials told the Gullwing.'
  const blocks = paragraphsOf(text)
  const { attributions } = read(articleFromText({ text, blocks, outlet: 'The Gullwing' }))
  expect(attributions.map(({ via }) => [via?.kind, via?.name])).toEqual([['outlet', 'Gullwing']])
})
