import { expect, test } from 'vitest'
import { articleFromText } from '../../gather/article-from-text.ts'
import type { EventMention } from '../../model/reading.ts'
import { ploverOf } from '../../read/events/codes.ts'
import { read } from '../../read/read.ts'
import { table } from '../../text/table.ts'
import { eventColumns, exportEvents } from './export-events.ts'

async function exported(text: string): Promise<Record<string, string>[]> {
  const blocks = [{ start: 0, end: text.length, kind: 'prose' as const, rule: 'TXT-PARAGRAPH' }]
  const article = articleFromText({ text, blocks, published: '2031-03-04' })
  const contexts = (async function* () {
    yield { story: { id: 's1' }, articles: new Map([[article.id, { article, reading: read(article) }]]) }
  })()
  const lines: string[] = []
  for await (const line of exportEvents(contexts)) lines.push(line)
  const names = lines[0]?.split('\t') ?? []
  return lines
    .slice(1)
    .map((line) => Object.fromEntries(line.split('\t').map((cell, i) => [names[i] ?? '', cell])))
}

test('an event is a line with codes, both sides and the characters that say so', async () => {
  const text = 'Kenyan police arrested two Somali traders on Monday.'
  const [row] = await exported(text)
  expect(row).toMatchObject({
    'Event Type': 'COERCE',
    'CAMEO Root': '17',
    'Event Date': '2031-03-03',
    Status: 'happened',
    'Actor Country': 'KEN',
    'Actor Role': 'COP',
    'Recipient Country': 'SOM',
    'Recipient Role': 'BUS',
    'Story ID': 's1',
  })
  expect(text.slice(Number(row?.['Span Start']), Number(row?.['Span End']))).toBe('arrested')
  expect(Object.keys(row ?? {})).toEqual(eventColumns)
})

test('a clause without a code is no line, and an open side is an empty cell', async () => {
  expect(await exported('The minister rested on Monday.')).toEqual([])
  const [row] = await exported('Ethiopia accused the neighbours on Friday.')
  expect(row?.['Recipient Country']).toBe('')
})

const crosswalk =
  'talks:CONSULT:04 summit:CONSULT:04 call:CONSULT:04 visit:CONSULT:04 hearing:: vote:: election:: walkout:PROTEST:14 protest:PROTEST:14 riot:PROTEST:14 launch:: deadline:: ceremony:: exercise:MOBILIZE:15 release:RETREAT:08 truce:RETREAT:08 match:: speech:: agree:AGREE:03 support:SUPPORT:05 cooperate:COOPERATE:06 aid:AID:07 concede:CONCEDE:08 retreat:RETREAT:08 demand:REQUEST:10 accuse:ACCUSE:11 investigate:ACCUSE:09 reject:REJECT:12 threaten:THREATEN:13 mobilize:MOBILIZE:15 sanction:SANCTION:16 coerce:COERCE:17 assault:ASSAULT:18'

test('every type has the codes of the crosswalk', () => {
  const codes = table('event-types').map(({ id = '' }) => {
    const { type = '', cameo = '' } = ploverOf(happened(id))
    return `${id}:${type}:${cameo}`
  })
  expect(codes).toEqual(crosswalk.split(' '))
})

function happened(type: string): EventMention {
  const word = { start: 0, end: 1 }
  return {
    id: 'e',
    type,
    status: 'happened',
    trigger: word,
    range: word,
    participants: [],
    times: [],
    places: [],
    rules: [],
  }
}
