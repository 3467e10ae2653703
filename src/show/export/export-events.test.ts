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

test('a place that is on the map has its country and degrees, another none', async () => {
  const [row] = await exported('The presidents of Kenya and Somalia met in Istanbul on Monday.')
  expect(row).toMatchObject({ Placename: 'Istanbul', Country: 'Turkey' })
  expect(Math.round(Number(row?.Latitude))).toBe(41)
  expect(Math.round(Number(row?.Longitude))).toBe(29)
  const [other] = await exported('The presidents of Kenya and Somalia met in Pontvar on Monday.')
  expect(other).toMatchObject({ Placename: 'Pontvar', Country: '', Latitude: '', Longitude: '' })
})

test('a clause without a code is no line, and an open side is an empty cell', async () => {
  expect(await exported('The minister rested on Monday.')).toEqual([])
  const [row] = await exported('Ethiopia accused the neighbours on Friday.')
  expect(row?.['Recipient Country']).toBe('')
})

const crosswalk =
  'talks:CONSULT:04 summit:CONSULT:04 call:CONSULT:04 visit:CONSULT:04 hearing:: vote:: election:: walkout:PROTEST:14 protest:PROTEST:14 riot:PROTEST:14 launch:: closure:: search:: deadline:: ceremony:: exercise:MOBILIZE:15 release:RETREAT:08 truce:RETREAT:08 match:: speech:: other:: agree:AGREE:03 support:SUPPORT:05 cooperate:COOPERATE:06 aid:AID:07 concede:CONCEDE:08 retreat:RETREAT:08 demand:REQUEST:10 accuse:ACCUSE:11 investigate:ACCUSE:09 reject:REJECT:12 threaten:THREATEN:13 mobilize:MOBILIZE:15 sanction:SANCTION:16 coerce:COERCE:17 assault:ASSAULT:18'

test('every type has the codes of the crosswalk', () => {
  const codes = table('event-types').map(({ id = '' }) => {
    const { type = '', cameo = '' } = ploverOf(happened(id))
    return `${id}:${type}:${cameo}`
  })
  expect(codes).toEqual(crosswalk.split(' '))
})

test('what lies ahead, is demanded or may be has the codes of a promise, a demand or a threat, and their CAMEO roots', () => {
  const folded = (type: string, more: Partial<EventMention>) => {
    const { type: plover = '', cameo = '' } = ploverOf({ ...happened(type), ...more })
    return `${type}:${plover}:${cameo}`
  }
  const ids = table('event-types')
    .filter((row) => row.plover)
    .map(({ id = '' }) => id)
  const ahead = ids.map((id) => folded(id, { status: 'planned' }))
  expect(ahead.join(' ')).toBe(
    'talks:AGREE:03 summit:AGREE:03 call:AGREE:03 visit:AGREE:03 walkout:PROTEST:14 protest:PROTEST:14 riot:PROTEST:14 exercise:THREATEN:13 release:AGREE:03 truce:AGREE:03 agree:AGREE:03 support:AGREE:03 cooperate:AGREE:03 aid:AGREE:03 concede:AGREE:03 retreat:AGREE:03 demand:REQUEST:10 accuse:ACCUSE:11 investigate:ACCUSE:09 reject:REJECT:12 threaten:THREATEN:13 mobilize:THREATEN:13 sanction:THREATEN:13 coerce:THREATEN:13 assault:THREATEN:13',
  )
  for (const id of ids) expect(folded(id, { rules: ['EV-DEMANDED'] })).toBe(`${id}:REQUEST:10`)
})

test.each([
  ['military', 'Kenyan troops shelled a Somali village on Monday.', 'troops'],
  ['diplomatic', 'France sent an ambassador to talks with Kenya on Monday.', 'ambassador'],
  ['economic', 'France accused Kenya on Monday of raising tariffs.', 'tariffs'],
  ['resource', 'France accused Kenya on Monday of stealing oil.', 'oil'],
  ['legal', 'Kenyan police arrested two Somali judges on Monday.', 'arrested'],
  ['election', 'Kenya rejected on Monday a French call for elections.', 'elections'],
  ['terrorism', 'Kenya condemned on Monday a bombing that killed two Somali men.', 'bombing'],
  ['refugee', 'Kenya gave tents on Monday to Somali refugees.', 'refugees'],
  ['cbrn', 'France accused Kenya on Monday of building a nuclear bomb.', 'nuclear'],
  ['cyber', 'France accused Kenya on Monday of a cyberattack.', 'cyberattack'],
  ['disaster', 'France gave tents to Kenya on Monday after the earthquake.', 'earthquake'],
  ['rights', 'France accused Kenya on Monday of trampling on human rights.', 'human rights'],
])('the context %s is exported with the words that give it: %s', async (context, text, words) => {
  const [row] = await exported(text)
  const at = row?.Contexts?.split(';').indexOf(context) ?? -1
  const [start, end] = (row?.['Context Spans']?.split(';')[at] ?? '').split('-').map(Number)
  expect(text.slice(start, end)).toBe(words)
})

test('every context of the table is lower case, with forms that its own words match', () => {
  for (const { id, context, forms } of table('event-contexts')) {
    expect(`${id} ${context}`).toMatch(/^ECX-(?<name>[a-z]+) \k<name>$/)
    for (const form of forms?.split('|') ?? []) expect(form).toMatch(/^[a-z0-9-]+(?: [a-z0-9-]+)*$/)
  }
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
