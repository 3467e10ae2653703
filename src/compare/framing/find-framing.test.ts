import { expect, test } from 'vitest'
import { table } from '../../text/table.ts'
import { compareStory } from '../compare-story.ts'
import { memberOf } from '../member-samples.contract.ts'
import { silences } from './reporting.ts'

const herald = [
  'The Kessaran government will keep the port of Tolm shut, ministers in Kessara said on Monday.',
  'The government of Kessara has held the port since May. Petra Hollis, the harbour master, said the cranes were idle. Hollis said that no ship had come in for a week.',
  'Abel Noor, a trader, said he had lost a month of work. "The Kessaran regime is choking us," Noor said. Hollis told reporters the lamps would stay lit, and Kessara\'s government declined to comment.',
].join('\n\n')
const lantern = [
  'No ship may enter Tolm: the Kessaran regime claimed that mines had drifted into the bay.',
  'Fishermen blame the Kessaran regime for the loss of a season. The harbour master, Petra Hollis, claimed her cranes were sound. Later Hollis admitted that two of them had rusted.',
  'The regime in Kessara says little. Hollis claimed that trade would be back by June, and the Kessaran government sent no answer.',
].join('\n\n')

const members = [
  memberOf(herald, 'Tolm Herald', '2033-05-03T08:00:00Z'),
  memberOf(lantern, 'Night Lantern', '2033-05-03T11:00:00Z'),
]
const story = compareStory(members, { id: 's:port', joined: [] })
const texts = new Map(members.map(({ article }) => [article.id, article.text]))

test('one thing that outlets call differently is counted, with the interval and the others beside it', () => {
  const regime = story.framing.find(
    ({ kind, what, outlet }) => kind === 'label' && what === 'regime' && outlet === 'Night Lantern',
  )
  expect(regime).toMatchObject({
    about: 'Kessara, those who rule',
    count: 3,
    of: 4,
    others: { count: 0, of: 3 },
  })
  expect(regime?.interval).toEqual({ low: 0.301, high: 0.954 })
  expect(quotes(regime?.spans)).toEqual(['Kessaran regime', 'Kessaran regime', 'regime in Kessara'])
})

test("what a quoted speaker calls it is not the outlet's word", () => {
  const own = story.framing.filter(({ kind, outlet }) => kind === 'label' && outlet === 'Tolm Herald')
  expect(own.map(({ what, count, of }) => [what, count, of])).toEqual([['government', 3, 3]])
})

test('how an outlet brings in one voice is counted against its plain cues', () => {
  const brought = story.framing.filter(({ kind }) => kind === 'cue')
  expect(brought.map(({ outlet, about, what, count, of }) => [outlet, about, what, count, of])).toEqual([
    ['Night Lantern', 'Petra Hollis', 'as a concession', 1, 3],
    ['Night Lantern', 'Petra Hollis', 'at a distance', 2, 3],
  ])
  expect(brought.map(({ spans }) => quotes(spans))).toEqual([['admitted'], ['claimed', 'claimed']])
})

test('a voice is counted in attributions and in words', () => {
  const voice = story.framing.find(
    ({ kind, outlet, what }) => kind === 'voice' && outlet === 'Tolm Herald' && what === 'Petra Hollis',
  )
  expect(voice?.count).toBe(3)
  expect(voice?.words?.count).toBeGreaterThan(12)
  expect(voice?.words?.count).toBeLessThan(voice?.words?.of ?? 0)
})

test("a copied text is nobody's own wording", () => {
  const copied = compareStory([...members, memberOf(lantern, 'Copy Post', '2033-05-04T08:00:00Z')], {
    id: 's:port',
    joined: [],
  })
  const worded = copied.framing.filter(({ kind }) => kind === 'label' || kind === 'cue' || kind === 'voice')
  expect(worded.map(({ outlet }) => outlet)).not.toContain('Copy Post')
})

test('an outlet is silent only about what was out before it last reported, with three certain origins', () => {
  const told = memberOf('The dam at Orrin burst on Tuesday.', 'Orrin Post', '2033-06-01T08:00:00Z')
  const [claim] = compareStory([told], { id: 's:dam', joined: [] }).claims
  if (claim === undefined) throw new Error('the dam is a claim')
  const silent = (published: string, certain: number) => {
    const quiet = memberOf('The lamps of Tolm were lit.', 'Quiet Gazette', published)
    return silences([told, quiet], [{ ...claim, certain }]).map(({ outlet, what }) => [outlet, what])
  }
  expect(silent('2033-06-02T08:00:00Z', 3)).toEqual([['Quiet Gazette', claim.id]])
  expect(silent('2033-06-02T08:00:00Z', 2)).toEqual([])
  expect(silent('2033-05-31T08:00:00Z', 3)).toEqual([])
})

test('every count is a share with its interval and a rule that a table explains', () => {
  const known = new Set(
    ['rules-compare', 'framing-labels', 'framing-cues'].flatMap((name) => table(name).map(({ id }) => id)),
  )
  expect(story.framing.length).toBeGreaterThan(5)
  for (const { kind, count, of, interval, rules, spans } of story.framing) {
    expect(rules.filter((rule) => !known.has(rule))).toEqual([])
    expect(spans.length).toBeGreaterThan(0)
    if (kind === 'silence' || interval === undefined) continue
    expect(interval.low).toBeLessThanOrEqual(count / of)
    expect(interval.high).toBeGreaterThanOrEqual(count / of)
  }
})

function quotes(spans: readonly { article: string; start: number; end: number }[] | undefined): string[] {
  return (spans ?? []).map(({ article, start, end }) => texts.get(article)?.slice(start, end) ?? '')
}
