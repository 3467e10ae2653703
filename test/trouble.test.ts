import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Libsql from 'libsql'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { build, cliPath, onrecord } from './built-cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'onrecord-trouble-'))
beforeAll(build, 300_000)
vi.setConfig({ testTimeout: 300_000 })
afterAll(() => rmSync(folder, { recursive: true }))

const good = '"The road is shut," the mayor of Harrow told Northstar on Monday.'

test('what is bad in a batch is named with its remedy, the rest is kept, and the exit code is 1', () => {
  const place = join(folder, 'mixed')
  mkdirSync(place)
  writeFileSync(join(place, 'good.txt'), good)
  writeFileSync(join(place, 'empty.txt'), '  \n ')
  writeFileSync(join(place, 'binary.txt'), Buffer.from([0, 1, 2, 3, 0, 255, 254, 0, 0, 7]))
  writeFileSync(
    join(place, 'broken.txt'),
    Buffer.from([0x54, 0x68, 0x65, 0x20, 0xff, 0xfe, 0x41, 0x20, 0xc3]),
  )
  writeFileSync(join(place, 'matter.md'), '---\ntitle: [unclosed\n---\nText.\n')
  writeFileSync(
    join(place, 'lines.jsonl'),
    `${JSON.stringify({ text: `${good} Second.` })}\nnot json\n{"title": "No text"}\n`,
  )
  writeFileSync(join(place, 'nothing.html'), '<html><body><nav><a href="/">Home</a></nav></body></html>')
  const db = join(folder, 'mixed.db')
  const run = onrecord(['add', place, join(folder, 'missing.txt'), '--db', db])
  expect(run.status).toBe(1)
  expect(run.stdout).toBe('')
  for (const name of [
    'empty.txt',
    'binary.txt',
    'broken.txt',
    'matter.md',
    'lines.jsonl:2',
    'lines.jsonl:3',
    'nothing.html',
    'missing.txt',
  ]) {
    expect(run.stderr).toContain(name)
  }
  // Each message names the thing, what was found and what to do; the count comes behind them.
  const lines = run.stderr.trim().split('\n')
  const messages = lines.slice(
    0,
    lines.findIndex((line) => /articles added/.test(line)),
  )
  expect(messages.length).toBeGreaterThanOrEqual(6)
  for (const message of messages) expect(message).toMatch(/^\S.*: .+; .+/)
  expect(
    onrecord(['search', 'mayor', '--json', '--db', db]).stdout.trim().split('\n').length,
  ).toBeGreaterThanOrEqual(2)
})

test('an empty folder and an archive of nothing are named, too', () => {
  const place = join(folder, 'nothing')
  mkdirSync(join(place, 'within'), { recursive: true })
  const archive = join(folder, 'noise.warc.gz')
  writeFileSync(archive, Buffer.from(Array.from({ length: 3000 }, (_, i) => (i * 7919) % 251)))
  const run = onrecord(['add', place, archive, '--db', join(folder, 'nothing.db')])
  expect(run.status).toBe(1)
  expect(run.stderr).toMatch(/nothing: there is no file to read in it; check .+/)
  expect(run.stderr).toMatch(/noise\.warc\.gz\S*: .+; .+/)
})

test('a line of 50 MB is refused and the lines beside it are kept', () => {
  const db = join(folder, 'long.db')
  const file = join(folder, 'long.jsonl')
  const long = JSON.stringify({ text: 'word '.repeat(10_000_000) })
  writeFileSync(
    file,
    `${JSON.stringify({ text: good })}\n${long}\n${JSON.stringify({ text: `${good} Again.` })}\n`,
  )
  const run = onrecord(['add', file, '--db', db])
  expect(run.status).toBe(1)
  expect(run.stderr).toMatch(/long\.jsonl:2: .+; .+/)
  expect(run.stderr).toMatch(/2 articles added/)
})

test.each([
  ['stories'],
  ['story', 'x'],
  ['claims'],
  ['article', 'x'],
  ['explain', 'x'],
  ['search', 'x'],
  ['export'],
  ['rebuild'],
])('%s says where a record that is not there was looked for', (...words) => {
  const run = onrecord([...words, '--db', join(folder, 'none.db')])
  expect(run.status).toBe(1)
  expect(run.stderr).toMatch(/none\.db: there is no record here; make one with onrecord add/)
})

test('a database of a newer version is refused', () => {
  const db = join(folder, 'newer.db')
  expect(onrecord(['add', '-', '--db', db], { input: good }).status).toBe(0)
  const raw = new Libsql(db)
  raw.exec('pragma user_version = 99')
  raw.close()
  for (const words of [['stories'], ['add', '-']]) {
    const run = onrecord([...words, '--db', db], { input: good })
    expect(run.status).toBe(1)
    expect(run.stderr).toMatch(
      /newer\.db: has schema version 99, and this program knows \d+; update onrecord/,
    )
  }
})

test('a file that is no database is refused', () => {
  const db = join(folder, 'text.db')
  writeFileSync(db, 'no database at all '.repeat(100))
  const run = onrecord(['add', '-', '--db', db], { input: good })
  expect(run.status).toBe(1)
  expect(run.stderr).toMatch(/text\.db: is not an On Record database; name another file with --db/)
})

test('a folder that is not there is named', () => {
  const run = onrecord(['add', '-', '--db', join(folder, 'no', 'such', 'record.db')], { input: good })
  expect(run.status).toBe(1)
  expect(run.stderr).toMatch(/its folder .*such does not exist; make it/)
})

test('a full disk is named, and what was acknowledged is still there', () => {
  const db = join(folder, 'full.db')
  const lines = Array.from({ length: 300 }, (_, i) =>
    JSON.stringify({
      text: `${good} ${Array.from({ length: 150 }, (_, k) => `w${(i * 7919 + k * 104729) % 99991}`).join(' ')}`,
    }),
  )
  // The shell's limit on the size of files stands for the end of the disk.
  const run = spawnSync(
    'bash',
    ['-c', `ulimit -f 1200; exec "$0" "$1" add - --json --db "$2"`, process.execPath, cliPath, db],
    {
      input: lines.join('\n'),
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    },
  )
  expect(run.stderr).toMatch(
    /full\.db: (?:cannot grow: the disk is full|could not be (?:read or )?written).*; .+/,
  )
  expect(run.status).toBe(1)
  const ids = run.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).id)
  expect(ids.length).toBeGreaterThan(0)
  for (const id of ids.slice(-3)) expect(onrecord(['article', id, '--json', '--db', db]).status).toBe(0)
})

test.skipIf(process.getuid?.() === 0)('a folder that may not be written is named', () => {
  const place = join(folder, 'read-only')
  mkdirSync(place)
  chmodSync(place, 0o555)
  const run = onrecord(['add', '-', '--db', join(place, 'record.db')], { input: good })
  chmodSync(place, 0o755)
  expect(run.status).toBe(1)
  expect(run.stderr).toMatch(/record\.db: .+; .+/)
})

test('a record that another program holds is named after a while', () => {
  const db = join(folder, 'locked.db')
  expect(onrecord(['add', '-', '--db', db], { input: good }).status).toBe(0)
  const raw = new Libsql(db)
  raw.exec('begin exclusive')
  const run = onrecord(['add', '-', '--db', db], { input: `${good} Again.` })
  raw.exec('rollback')
  raw.close()
  expect(run.status).toBe(1)
  expect(run.stderr).toMatch(/locked\.db: is locked by another program; wait for it or stop it/)
})
