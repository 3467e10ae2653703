import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { build, onrecord } from './built-cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'onrecord-turned-'))
vi.setConfig({ testTimeout: 300_000 })
beforeAll(build, 600_000)
afterAll(() => rmSync(folder, { recursive: true }))

const report = `President Ada Hale has signed the harbour accord with the Osterholm Line, her office said on Monday. The union rejected the pay offer, its chairman Milo Grant told reporters on the quay.

The Merle bridge is safe for lorries, the port inspector said. The ministry denied that the treaty raises ferry fares. Twelve boats will carry the stokers home from Orrel before the winter, and the Old Mill will be opened to visitors in the spring.
`

/** The story of the report and of a copy by another paper three hours later, as its JSON and its print. */
function storyOf(name: string, copy: string) {
  const db = join(folder, `${name}.db`)
  const add = (text: string, outlet: string, published: string) => {
    const file = join(folder, `${name} ${outlet}.txt`)
    writeFileSync(file, text)
    const run = onrecord(['add', file, '--outlet', outlet, '--published', published, '--db', db])
    if (run.status !== 0) throw new Error(run.stderr)
  }
  add(report, 'Harrow Post', '2031-03-04T08:00:00Z')
  add(copy, 'Merle Mirror', '2031-03-04T11:00:00Z')
  const [first] = onrecord(['stories', '--json', '--db', db]).stdout.trim().split('\n')
  const { id } = JSON.parse(first ?? '{}')
  const story = (...more: string[]) => onrecord(['story', id, ...more, '--db', db]).stdout
  return { json: JSON.parse(story('--json')), print: story() }
}

test.each([
  ['signed', 'has signed', 'has not signed'],
  ['offer', 'rejected', 'accepted'],
  ['bridge', 'is safe', 'is unsafe'],
  ['fares', 'denied', 'confirmed'],
  ['boats', 'will carry', 'will not carry'],
])('a copy that turns “%s” is a dispute of its own rule and corroborates nothing', (name, from, to) => {
  const { json, print } = storyOf(name, report.replace(from, to))
  expect(json.disputes).toHaveLength(1)
  const [{ rules, sides }] = json.disputes
  expect(rules).toEqual(['DSP-TURNED'])
  type Side = { evidence: { outlet: string; published: string }; origin: string; claim: { id: string } }
  expect(sides.map(({ evidence }: Side) => [evidence.outlet, evidence.published])).toEqual([
    ['Harrow Post', '2031-03-04T08:00:00Z'],
    ['Merle Mirror', '2031-03-04T11:00:00Z'],
  ])
  expect(sides[1].origin).toBe('Merle Mirror; its source is not stated')
  expect(sides[0].origin).not.toBe(sides[1].origin)
  for (const { claim } of sides) {
    const told = json.claims.find(({ id }: { id: string }) => id === claim.id)
    expect(told.state).toBe('disputed')
    expect(told.certain).toBeLessThanOrEqual(1)
    expect(told.possible).toBeLessThanOrEqual(1)
  }
  expect(print).toMatch(/Disputed\n.*DSP-TURNED/u)
})

test('a true copy is no dispute', () => {
  expect(storyOf('true', report).json.disputes).toEqual([])
})
