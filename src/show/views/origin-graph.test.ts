import { expect, test } from 'vitest'
import type { Story } from '../../model/record.ts'
import type { CarrierView, ClaimView } from './claim-view.ts'
import { originGraph } from './origin-graph.ts'

const reports = [
  { article: 'a1', outlet: 'The Lamp', published: '2033-05-02T09:00:00Z', origin: 'o1', part: 'originates' },
  { article: 'a2', outlet: 'Quay Wire', published: '2033-05-02T11:00:00Z', origin: 'o1', part: 'relays' },
  {
    article: 'a3',
    outlet: 'Morning Bell',
    published: '2033-05-03T08:00:00Z',
    origin: 'o2',
    part: 'originates',
  },
  { article: 'a4', outlet: 'Old Town News', published: '2033-05-03T09:00:00Z', origin: 'o1', part: 'copies' },
] as const

test('time runs to the right, a lane is an origin, and edges lead from the report that is passed on', () => {
  const graph = originGraph({ story: story(), articles: new Map() }, claimOf(reports))
  expect(graph.lanes.map((lane) => lane.origin.id)).toEqual(['o1', 'o2'])
  expect(graph.nodes.map((node) => [node.carrier.outlet, node.lane, node.column])).toEqual([
    ['The Lamp', 0, 0],
    ['Quay Wire', 0, 1],
    ['Morning Bell', 1, 2],
    ['Old Town News', 0, 2],
  ])
  expect(graph.edges).toEqual([
    { between: [0, 1], kind: 'relay' },
    { between: [1, 3], kind: 'copy' },
  ])
})

test('the picture is the same whatever order the origins are listed in', () => {
  const claim = claimOf(reports)
  const turned = { ...claim, origins: [...claim.origins].reverse() }
  const context = { story: story(), articles: new Map() }
  expect(originGraph(context, turned)).toEqual(originGraph(context, claim))
})

test('what only denies stands below what affirms', () => {
  const denial = {
    ...reports[0],
    article: 'a0',
    published: '2033-05-01',
    origin: 'o3',
    polarity: 'denied',
  } as const
  const graph = originGraph({ story: story(), articles: new Map() }, claimOf([denial, ...reports]))
  expect(graph.lanes.map((lane) => [lane.origin.id, lane.deed])).toEqual([
    ['o1', 'affirms'],
    ['o2', 'affirms'],
    ['o3', 'denies'],
  ])
})

type Report = {
  readonly article: string
  readonly outlet: string
  readonly published: string
  readonly origin: string
  readonly part: CarrierView['part']
  readonly polarity?: CarrierView['polarity']
}

function claimOf(given: readonly Report[]): ClaimView {
  const carriers = given.map(carrierOf)
  const first = carriers[0]
  if (first === undefined) throw new Error('a claim needs a carrier')
  return {
    id: 'c1',
    href: '/c1',
    gist: first.evidence,
    certain: 1,
    possible: 2,
    originsWords: '1–2 origins',
    origins: [...new Set(given.map((report) => report.origin))].map((id) => ({
      id,
      words: id,
      source: id,
      kind: 'told',
      isCircle: false,
      isCertain: true,
      evidence: [],
      rules: [],
    })),
    outlets: 4,
    publishers: 4,
    texts: 3,
    carriers,
    modality: 'planned',
    retracted: [],
    state: 'single-origin',
    rules: [],
  }
}

function carrierOf(report: Report): CarrierView {
  const span = { article: report.article, start: 0, end: 9 }
  const { outlet, published } = report
  const evidence = {
    span,
    quote: 'the words',
    title: report.article,
    outlet,
    published,
    place: '¶1',
    href: '/',
  }
  return {
    evidence,
    said: evidence,
    denies: false,
    outlet: report.outlet,
    source: { words: 'an official', kind: 'anonymous', label: 'anonymous' },
    polarity: report.polarity ?? 'affirmed',
    modality: 'planned',
    part: report.part,
    origin: report.origin,
  }
}

function story(): Story {
  const nowhere = { article: 'a1', start: 0, end: 1 }
  return {
    id: 's1',
    title: nowhere,
    aliases: [],
    articles: reports.map((report) => report.article),
    joined: [],
    entities: [],
    claims: [],
    relays: [{ article: 'a2', outlet: 'the Lamp', span: nowhere, circular: false, rules: [] }],
    copies: [{ a: 'a2', b: 'a4', kind: 'whole', spansA: [], spansB: [], direction: 'time', rules: [] }],
    plans: [],
    changes: [],
    disputes: [],
    timeline: [],
    positions: [],
    framing: [],
    brief: [],
  }
}
