import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { commands } from '../src/show/cli/commands.ts'
import { build, onrecord } from './built-cli.ts'

const root = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'onrecord-cli-'))
const db = join(folder, 'record.db')
vi.setConfig({ testTimeout: 300_000 })

beforeAll(() => {
  build()
  const run = onrecord(['add', join(root, 'corpus', 'articles'), '--db', db])
  if (run.status !== 0) throw new Error(run.stderr)
}, 600_000)
afterAll(() => rmSync(folder, { recursive: true }))

const json = (words: readonly string[]) =>
  onrecord([...words, '--json', '--db', db])
    .stdout.trim()
    .split('\n')
    .map((line) => JSON.parse(line))

test('adding says what it did, on standard error, without colour or progress in a pipe', () => {
  const again = onrecord(['add', join(root, 'corpus', 'articles'), '--db', db])
  expect(again.status).toBe(0)
  expect(again.stdout).toBe('')
  expect(again.stderr).toMatch(/^0 articles added, \d+ already on the record\n$/)
  const lines = json(['add', join(root, 'corpus', 'articles')])
  expect(new Set(lines.map((line) => line.outcome))).toEqual(new Set(['unchanged']))
})

test('adding says what the articles do not state, and what that leaves open', () => {
  const file = join(folder, 'bare.txt')
  writeFileSync(file, 'The crane was sound, the harbour master said on Friday.\n')
  const run = onrecord(['add', file, '--db', join(folder, 'bare.db')])
  expect(run.stderr).toContain('1 without a publication date: days such as “Friday” stay open (--published)')
  expect(run.stderr).toContain('1 without an outlet')
})

test('the list of stories has the big one, as text and as one JSON object a line', () => {
  const stories = json(['stories'])
  const sizes = stories.map((story) => story.articles)
  expect(Math.max(...sizes)).toBeGreaterThan(5)
  const text = onrecord(['stories', '--db', db]).stdout
  for (const story of stories) expect(text).toContain(story.id)
})

test('a story is found by id, by its beginning and by words of its title, and says the same', () => {
  const [story] = json(['stories'])
  const view = json(['story', story.id])[0]
  expect(view.id).toBe(story.id)
  expect(view.claims.length).toBeGreaterThan(0)
  for (const reference of [story.id.slice(0, 8), story.id.slice(2, 10), story.slug]) {
    expect(json(['story', reference])[0]).toEqual(view)
  }
  const text = onrecord(['story', story.id, '--db', db]).stdout
  expect(text).toContain(view.title)
  expect(text).toContain(view.claims[0].id)
})

test('every claim can be explained: its passages underlined, with rules that are in words', () => {
  const claims = json(['claims'])
  expect(claims.length).toBeGreaterThan(20)
  for (const claim of claims.slice(0, 3)) {
    const [view] = json(['explain', claim.id])
    expect(view.passages.length).toBe(claim.carriers.length)
    for (const passage of view.passages) {
      expect(passage.rules.length).toBeGreaterThan(0)
      for (const rule of passage.rules) expect(rule.says, rule.id).toBeTruthy()
    }
    const text = onrecord(['explain', claim.id, '--db', db]).stdout
    expect(text).toMatch(/[~^=-]{3}/)
  }
})

test('--rules-only leaves the trained weights out, in reading and in predicting', () => {
  const text = 'The ferry is late, the harbour master said. Growers fear that the frost will come back.'
  const rulesOf = (words: readonly string[], input: string): Set<string> => {
    const run = onrecord(words, { input })
    expect(run.status, run.stderr).toBe(0)
    const attributions: { rules?: string[]; score?: number }[] = JSON.parse(run.stdout).attributions
    expect(attributions.length).toBeGreaterThan(0)
    return new Set(attributions.flatMap((one) => one.rules ?? []))
  }
  expect(rulesOf(['read', '-', '--json'], text)).toContain('attribution-1')
  expect(rulesOf(['read', '-', '--json', '--rules-only'], text)).not.toContain('attribution-1')
  const record = JSON.stringify({ id: 'a', text })
  expect(onrecord(['predict', 'attribution', '--rules-only'], { input: record }).stdout).toContain('"cue"')
})

test('a page is explained block by block: its kind, the rule, how likely it is body, its place and why', () => {
  const page = join(folder, 'page.html')
  writeFileSync(
    page,
    `<html lang="en"><title>Ferries stay</title><nav><a href="/">Home</a></nav><article><h1>Ferries stay</h1>${'<p>The ferry crews of Velm will not sail before Friday, the mayor said on Monday after a meeting.</p>'.repeat(3)}<p><a href="/x">Read more: What the plan would cost</a></p></article></html>`,
  )
  const text = onrecord(['page', page, '--explain']).stdout
  expect(text).toMatch(/none {7}PG-OUT-07 +0\.\d\d +\d+-\d+ +Home/)
  expect(text).toMatch(/headline {3}PG-HEAD-01 +.* Ferries stay/)
  expect(text).toMatch(/prose {6}PG-PROSE-01 0\.\d\d +\d+-\d+ +The ferry crews/)
  expect(text).toMatch(/related {4}BL-REL-01 .* Read more/)
  expect(text).toMatch(/ = -?[\d.]+ \([+-][\d.]+\), /)
  const view = JSON.parse(onrecord(['page', page, '--explain', '--json']).stdout)
  expect(view.blocks.map((block: { kind: string }) => block.kind)).toContain('none')
})

test('an attribution of an article can be explained by its own id', () => {
  const id = json(['search', 'talks'])[0].article
  const article = json(['article', id])[0]
  const notes = article.blocks.flatMap(
    (block: { notes: { attribution: string; rules: string[] }[] }) => block.notes,
  )
  expect(notes.length).toBeGreaterThan(0)
  const [view] = json(['explain', notes[0].attribution])
  expect(view.passages[0].rules.map((rule: { id: string }) => rule.id)).toEqual([...new Set(notes[0].rules)])
})

test('an article shows its revisions', () => {
  const id = json(['search', 'talks'])[0].article
  const history = json(['article', id, '--history'])
  expect(history).toEqual([
    expect.objectContaining({
      revision: expect.any(String),
      kept: expect.any(String),
      changes: [],
      summary: 'the first that was kept',
    }),
  ])
})

test('read prints file, line and column that an editor can go to', () => {
  const file = join(folder, 'report.md')
  writeFileSync(
    file,
    '---\noutlet: Harrow Post\n---\nA first paragraph about roads.\n\n"The road is shut," said Mayor Ilse Maarn.\n',
  )
  const run = onrecord(['read', file])
  expect(run.status).toBe(0)
  const place = /report\.md:(\d+):(\d+) {2}(.+) · said · (.+)/.exec(run.stdout)
  expect(place).not.toBeNull()
  const [, line = '', column = '', , said = ''] = place ?? []
  const there = readFileSync(file, 'utf8')
    .split('\n')
    [Number(line) - 1]?.slice(Number(column) - 1)
  expect(there?.startsWith(said.slice(0, 12))).toBe(true)
})

test('exports hold every story, and Markdown quotes with places', () => {
  const stories = json(['stories'])
  const whole = JSON.parse(onrecord(['export', '--db', db]).stdout)
  expect(whole.map((each: { story: { id: string } }) => each.story.id)).toEqual(
    stories.map((story) => story.id),
  )
  const facts = onrecord(['export', '--format', 'ndjson', '--db', db])
    .stdout.trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(facts.filter((fact) => fact.kind === 'story').length).toBe(stories.length)
  expect(facts.filter((fact) => fact.kind === 'claim').length).toBe(json(['claims']).length)
  const brief = onrecord(['export', stories[0].id, '--format', 'md', '--db', db]).stdout
  expect(brief).toMatch(/^# .+/)
  expect(brief).toMatch(/“.+” \(.+, [0-9a-f]{16}:\d+-\d+\)/)
})

test('a rebuilt record exports the same bytes', () => {
  const before = onrecord(['export', '--db', db]).stdout
  expect(onrecord(['rebuild', '--db', db]).status).toBe(0)
  expect(onrecord(['export', '--db', db]).stdout).toBe(before)
})

test.each([
  ['no such command', ['nonsense'], 2],
  ['no command', [], 2],
  ['a word too few', ['story', '--db', db], 2],
  ['an unknown option', ['stories', '--nonsense', '--db', db], 2],
  ['a format that is none', ['export', '--format', 'pdf', '--db', db], 2],
  ['a limit that is no number', ['search', 'x', '--limit', 'many', '--db', db], 2],
  ['a task that is none', ['predict', 'nonsense'], 2],
  ['a decision that is none', ['correct', 'nonsense', 'Noor', 'Orlin', '--db', db], 2],
  ['a story that is not there', ['story', 'nonsense', '--db', db], 1],
  ['an article that is not there', ['article', 'nonsense', '--db', db], 1],
  ['something that is not there', ['explain', 'nonsense', '--db', db], 1],
  ['help', ['--help'], 0],
  ['version', ['--version'], 0],
])('%s: the exit code says so, and why on standard error', (_, words, status) => {
  const run = onrecord(words)
  expect(run.status).toBe(status)
  if (status !== 0) {
    expect(run.stdout).toBe('')
    expect(run.stderr.trim()).not.toBe('')
  }
})

test.each(commands.map((command) => command.name))(
  '%s has help with examples that begin as it does',
  (name) => {
    const help = onrecord([name, '--help'])
    expect(help.status).toBe(0)
    expect(help.stdout).toContain('Examples:')
    expect(help.stdout).toContain(`onrecord ${name}`)
  },
)

test('colour is there when forced and never with NO_COLOR', () => {
  const sequence = '\u001b['
  expect(onrecord(['stories', '--db', db], { env: { FORCE_COLOR: '1' } }).stdout).toContain(sequence)
  expect(
    onrecord(['stories', '--db', db], { env: { FORCE_COLOR: '1', NO_COLOR: '1' } }).stdout,
  ).not.toContain(sequence)
})

test('predict answers line by line, names a line that is wrong and goes on', () => {
  const lines = [
    JSON.stringify({ id: 'a', text: '"The road is shut," the mayor said.' }),
    'not json',
    JSON.stringify({ id: 'b' }),
    JSON.stringify({ id: 'c', text: 'Nothing.' }),
  ]
  const run = onrecord(['predict', 'attribution'], { input: `${lines.join('\n')}\n` })
  expect(run.status).toBe(1)
  expect(
    run.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).id),
  ).toEqual(['a', 'c'])
  expect(run.stderr).toMatch(/^stdin:2: .+\nstdin:3: text: .+\n$/)
})

test('every command and option stands in docs/cli.md', () => {
  const docs = readFileSync(join(root, 'docs', 'cli.md'), 'utf8')
  for (const command of commands) {
    expect(docs).toContain(`onrecord ${command.name}`)
    for (const [flags] of command.options) expect(docs).toContain(`\`${flags}\``)
    for (const example of command.examples) expect(docs).toContain(example)
  }
})
