// Reading an archive beside warcio, each in a process of its own: node bench/warc.mjs [--mb 1024] [--peer-mb 256] [--peers FOLDER]
// A WARC.gz file of that many MiB is made in the temporary folder, of invented news pages, each record a gzip member.
// The peer is warcio of npm (npm install --prefix FOLDER warcio): it reads the first --peer-mb of the same records, as do we beside it.
import { execFileSync } from 'node:child_process'
import { closeSync, createReadStream, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { generate } from './generate.mjs'
import { newsPage } from './news-page.mjs'
import { peer } from './peers.mjs'
import { warcRecord } from './warc-record.mjs'

const option = (name, fallback) => {
  const at = process.argv.indexOf(`--${name}`)
  return at === -1 ? fallback : process.argv[at + 1]
}

const readers = { onrecord: ours, 'the file alone': bytesOnly, warcio }
const reader = option('reader')
if (reader === undefined) compare()
else await measure(readers[reader], option('file'))

function compare() {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'))
  const [whole, part] = [join(folder, 'whole.warc.gz'), join(folder, 'part.warc.gz')]
  writeArchives([
    [whole, Number(option('mb', 1024))],
    [part, Number(option('peer-mb', 256))],
  ])
  const run = (name, file) => {
    const own = [import.meta.filename, '--reader', name, '--file', file, '--peers', option('peers', '.')]
    return JSON.parse(execFileSync(process.execPath, own, { maxBuffer: 1e6 }).toString())
  }
  const said = ({ records, unpacked, seconds, memory }) =>
    `${records} records, ${(unpacked / 1e6).toFixed(0)} MB unpacked, ${(unpacked / 1e6 / seconds).toFixed(0)} MB per CPU-second, peak ${memory.toFixed(0)} MB of memory`
  const print = (name, file, result) =>
    console.log(
      `${name.padEnd(10)} ${(statSync(file).size / 2 ** 20).toFixed(0).padStart(5)} MiB  ${said(result)}`,
    )
  const alone = run('the file alone', whole)
  print('onrecord', whole, run('onrecord', whole))
  console.log(`a process that only reads the file takes ${alone.memory.toFixed(0)} MB`)
  const mine = run('onrecord', part)
  print('onrecord', part, mine)
  if (peer('warcio') === undefined)
    console.log('warcio     not installed: npm install --prefix FOLDER warcio, then --peers FOLDER')
  else {
    const theirs = run('warcio', part)
    print('warcio', part, theirs)
    const times = theirs.seconds / theirs.unpacked / (mine.seconds / mine.unpacked)
    console.log(`onrecord is ${times.toFixed(1)} times as fast as warcio`)
  }
  rmSync(folder, { recursive: true })
}

/** Pages are packed once and written again and again: what reading costs does not depend on their being new. */
function writeArchives(archives) {
  const members = Array.from(generate(300), (article) => gzipSync(warcRecord(article.url, newsPage(article))))
  for (const [file, mebibytes] of archives) {
    const out = openSync(file, 'w')
    for (let written = 0, i = 0; written < mebibytes * 2 ** 20; i++)
      written += writeSync(out, members[i % members.length])
    closeSync(out)
  }
}

async function measure(read, file) {
  const start = process.cpuUsage()
  const result = await read(file)
  const { user, system } = process.cpuUsage(start)
  const memory = process.resourceUsage().maxRSS / 1024
  console.log(JSON.stringify({ ...result, seconds: (user + system) / 1e6, memory }))
}

async function ours(file) {
  const { warcRecords } = await import('../dist/gather/archive/warc-records.js')
  let [records, unpacked] = [0, 0]
  for await (const record of warcRecords(createReadStream(file, { highWaterMark: 1024 * 1024 }))) {
    if (!record.ok) throw new Error(record.found)
    records += 1
    unpacked += record.content.length
  }
  return { records, unpacked }
}

async function warcio(file) {
  const { WARCParser } = peer('warcio')
  let [records, unpacked] = [0, 0]
  // Record contents with their HTTP headers unparsed, as ours are.
  for await (const record of new WARCParser(createReadStream(file, { highWaterMark: 1024 * 1024 }), {
    parseHttp: false,
  })) {
    records += 1
    for await (const chunk of record) unpacked += chunk.length
  }
  return { records, unpacked }
}

async function bytesOnly(file) {
  let unpacked = 0
  for await (const chunk of createReadStream(file, { highWaterMark: 1024 * 1024 })) unpacked += chunk.length
  return { records: 0, unpacked }
}
