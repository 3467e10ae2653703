import { expect, test } from 'vitest'
import { articleFromText } from '../../gather/article-from-text.ts'
import { quoteOf } from '../../model/span.ts'
import { read } from '../read.ts'

const said = (text: string) =>
  read(articleFromText({ text })).attributions.map(({ source, content }) => [
    source.spans.map((span) => quoteOf(text, span)).join(' '),
    content.map((span) => quoteOf(text, span)).join(' '),
  ])

test.each([
  [
    'The bodies of seven men have been brought to the surface, the ministry confirmed on Saturday. For the rest the families wait.',
    ['the ministry', 'The bodies of seven men have been brought to the surface'],
  ],
  [
    'She saw flames coming from an engine before the plane landed, Ana Fell, who lives near the airport, told the Gazetteer.',
    ['Ana Fell', 'She saw flames coming from an engine before the plane landed'],
  ],
])('%s: the nominal before the cue says it', (text, wanted) => {
  expect(said(text)).toContainEqual(wanted)
})
