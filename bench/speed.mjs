// node bench/speed.mjs [ARTICLES] [FOLDER]: CPU time and memory from a file of articles to the kept record, by stage and
// by size of the record, beside baselines of the same run. Leaves FOLDER/record.db for bench/pages.mjs.
import { createReadStream, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import Libsql from 'libsql'
import { gather } from '../dist/gather/gather.js'
import { openStore } from '../dist/keep/open-store.js'
import { openPace } from '../dist/keep/pace.js'
import { openSettler } from '../dist/keep/settle/settle.js'
import { read } from '../dist/read/read.js'
import { generate } from './generate.mjs'

const total = Number(process.argv[2] ?? 10_000)
const folder = process.argv[3] ?? mkdtempSync(join(tmpdir(), 'onrecord-bench-'))
const batchSize = 50
const marks = [100, 1000, 10_000].filter((mark) => mark <= total)

// Filling a record takes minutes; with --short-filler the articles far from the marks have a quarter of the length.
const hasShortFiller = process.argv.includes('--short-filler')
const isFiller = (number) =>
  hasShortFiller && !marks.some((mark) => number >= mark * 0.5 - 100 && number < mark)

const file = join(folder, 'articles.jsonl')
writeFileSync(
  file,
  `${[...generate(total, 1, isFiller)].map((article) => JSON.stringify(article)).join('\n')}\n`,
)
const database = join(folder, 'record.db')
if (existsSync(database)) rmSync(database)

const stages = { gather: 0, read: 0, keep: 0, compare: 0 }
const sizes = []
let peak = 0
let peakAtThousand = 0
await warmUp()
const store = await openStore(database)
const settler = openSettler(store)
const pace = openPace()
const opened = cpu()
let done = 0
let batch = []
let before = { ...snapshot(), compared: 0 }
const lasting = []
const iterator = gather([file])[Symbol.asyncIterator]()
for (;;) {
  const { value, done: isOver } = await timed('gather', () => iterator.next())
  if (!isOver && value.ok) batch.push(value.article)
  if (isOver || batch.length === batchSize) {
    if (batch.length > 0) await keepBatch(batch)
    batch = []
  }
  if (isOver) break
}
await store.close()
await report()

async function keepBatch(articles) {
  let compared = 0
  const kept = await timed('read', async () =>
    articles.map((article) => ({ article, reading: read(article) })),
  )
  await timed('keep', () => store.keep(kept))
  if (pace.isDue() || done + articles.length === total) {
    await timed('compare', () => pace.take(() => settler.settle({ late: 'wait' })))
    compared = done + articles.length - before.compared
  }
  done += articles.length
  const now = { ...snapshot(), compared: before.compared + compared }
  lasting.push({ at: done, ...difference(before, now), articles: articles.length })
  before = now
  peak = Math.max(peak, process.memoryUsage.rss())
  if (done <= 1000) peakAtThousand = peak
  if (marks.includes(done) || done % 1000 === 0) {
    sizes.push(done)
    if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${total}`)
  }
}

// The first articles pay for reading tables and weights and for compiling; a running process does not.
async function warmUp() {
  const store = await openStore(':memory:')
  const settler = openSettler(store)
  const kept = []
  for await (const result of gather([await someFile()])) {
    if (result.ok) kept.push({ article: result.article, reading: read(result.article) })
  }
  await store.keep(kept)
  await settler.settle()
  await store.close()
}

async function someFile() {
  const path = join(folder, 'warm.jsonl')
  writeFileSync(path, [...generate(20, 99)].map((article) => JSON.stringify(article)).join('\n'))
  return path
}

async function timed(stage, work) {
  const start = cpu()
  const result = await work()
  stages[stage] += cpu() - start
  return result
}

function cpu() {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

function snapshot() {
  return { ...stages }
}

function difference(a, b) {
  return Object.fromEntries(Object.keys(b).map((stage) => [stage, b[stage] - a[stage]]))
}

async function report() {
  const all = cpu() - opened
  const row = (name, value) => console.log(`${name.padEnd(52)} ${value}`)
  row('articles, file to kept and compared record', `${total}${hasShortFiller ? ', most of them short' : ''}`)
  row('articles per CPU-second', (total / all).toFixed(1))
  for (const [stage, seconds] of Object.entries(stages)) {
    row(
      `  ${stage}, ms of CPU per article`,
      `${((seconds / total) * 1000).toFixed(2)} (${Math.round((100 * seconds) / all)} %)`,
    )
  }
  for (const mark of marks) {
    // Comparing is done for many articles at once: its time is shared among those that it was done for.
    const near = lasting.filter(({ at }) => at > mark * 0.5 && at <= mark)
    const sum = (name) => near.reduce((total, each) => total + each[name], 0)
    const cost = (stage) =>
      (1000 * sum(stage)) / Math.max(1, sum(stage === 'compare' ? 'compared' : 'articles'))
    const each = Object.keys(stages).map((stage) => `${stage} ${cost(stage).toFixed(2)}`)
    const whole = Object.keys(stages).reduce((total, stage) => total + cost(stage), 0)
    row(`ms of CPU per article with ${mark} kept`, `${whole.toFixed(2)} (${each.join(', ')})`)
  }
  row('peak memory at 1,000 articles, MB', Math.round(peakAtThousand / 1e6))
  row(`peak memory at ${total} articles, MB`, Math.round(peak / 1e6))
  row('KB per article on disk', (statSync(database).size / total / 1024).toFixed(1))
  row('KB per article of text', (statSync(file).size / total / 1024).toFixed(1))
  await baselines()
}

// What a machine can do that only copies: the same lines parsed and written as JSON, and put into a bare table.
async function baselines() {
  let start = cpu()
  let lines = 0
  const rows = []
  for await (const line of createInterface({ input: createReadStream(file) })) {
    rows.push(JSON.stringify(JSON.parse(line)))
    if (++lines === 1000) break
  }
  console.log(
    `${'baseline: JSON.parse and stringify, articles per CPU-second'.padEnd(60)} ${Math.round(lines / (cpu() - start))}`,
  )
  const bare = new Libsql(join(folder, 'bare.db'))
  bare.exec(
    'pragma journal_mode = wal; create table if not exists article (id integer primary key, body text)',
  )
  start = cpu()
  const insert = bare.prepare('insert into article (body) values (?)')
  for (let i = 0; i < rows.length; i += batchSize) {
    bare.exec('begin')
    for (const row of rows.slice(i, i + batchSize)) insert.run([row])
    bare.exec('commit')
  }
  console.log(
    `${'baseline: inserts into one bare table, articles per CPU-second'.padEnd(60)} ${Math.round(rows.length / (cpu() - start))}`,
  )
  bare.close()
  if (process.argv[3] === undefined) rmSync(folder, { recursive: true })
}
