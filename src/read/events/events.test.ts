import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { articleFromText } from '../../gather/article-from-text.ts'
import type { EventMention } from '../../model/reading.ts'
import { readLanguage } from '../../text/language.ts'
import { parseTable, table } from '../../text/table.ts'
import { findTimes } from '../times/times.ts'
import { ploverOf } from './codes.ts'
import { findEvents } from './events.ts'

const rows = parseTable(readFileSync(new URL('../../../bench/events/standing.tsv', import.meta.url), 'utf8'))

function eventsOf(text: string): EventMention[] {
  const blocks = [{ start: 0, end: text.length, kind: 'prose' as const, rule: 'TXT-PARAGRAPH' }]
  const context = {
    article: articleFromText({ text, blocks, published: '2031-03-04' }),
    language: readLanguage(text, blocks),
  }
  return findEvents(context, { times: findTimes(context), mentions: [], attributions: [] })
}

test('denials, conditions and embeddings: at least 94 in 100 stand as they should', () => {
  const answers = rows.map(({ sentence = '', status = '', kind = '' }) => {
    const start = sentence.indexOf('[')
    const event = eventsOf(sentence.replace(/[[\]]/g, '')).find(
      (each) => each.trigger.start <= start && start < each.trigger.end,
    )
    return { kind, isRight: event?.status === status, says: `${sentence} ${status}, not ${event?.status}` }
  })
  const wrong = answers.filter(({ isRight }) => !isRight)
  const byKind = [...new Set(answers.map(({ kind }) => kind))].map((kind) => {
    const some = answers.filter((each) => each.kind === kind)
    return `${kind} ${some.filter(({ isRight }) => isRight).length}/${some.length}`
  })
  console.log(`bench/events/standing.tsv: ${byKind.join(', ')}`)
  expect(rows.length).toBeGreaterThanOrEqual(150)
  expect(wrong.length / rows.length, wrong.map(({ says }) => says).join('\n')).toBeLessThanOrEqual(0.06)
})

test('two events of one clause keep a day and a place each', () => {
  const text =
    'Petra Hollis and Oskar Lindane will meet twice, first over dinner in Sarn on Friday and then at a summit in Velm on 18 March.'
  const summit = eventsOf(text).find((event) => event.type === 'summit')
  expect(summit?.places.map(({ start, end }) => text.slice(start, end))).toEqual(['Velm'])
  expect(summit?.times).toHaveLength(1)
})

test('a measure of time belongs to the clause that it measures from', () => {
  const text = 'The envoys arrived in Sarn on Saturday, a day before they were due to begin.'
  const [event] = eventsOf(text)
  expect(event && text.slice(event.range.start, event.range.end)).toBe(
    'The envoys arrived in Sarn on Saturday',
  )
})

test('a word that names no known event has no type, and says why', () => {
  const [event] = eventsOf('The minister rested on Monday.')
  expect(event?.type).toBeUndefined()
  expect(event?.reason).toBe('no-rule-applies')
  expect(event === undefined ? undefined : ploverOf(event)).toEqual({})
})

test('every type is a row with at most one of PLOVER’s sixteen codes, and every frame has a type', () => {
  const plover = [
    '',
    'AGREE',
    'CONSULT',
    'SUPPORT',
    'COOPERATE',
    'AID',
    'CONCEDE',
    'RETREAT',
    'REQUEST',
    'ACCUSE',
    'REJECT',
    'THREATEN',
    'PROTEST',
    'MOBILIZE',
    'SANCTION',
    'COERCE',
    'ASSAULT',
  ]
  const types = table('event-types')
  expect(types.filter((row) => !plover.includes(row.plover ?? ''))).toEqual([])
  const known = new Set([...types.map((row) => row.id), 'strike', 'until'])
  expect(table('event-frames').filter((row) => !known.has(row.type ?? ''))).toEqual([])
})
