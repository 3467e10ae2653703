// Speed of gathering beside peers, in the same run: node bench/gather.mjs [DATA] [--pages N] [--warc MB] [--articles N]
// DATA is a folder with NAME.pages.jsonl.gz (one {"id","html"} a line); without it, invented pages are used.
// Peers are used where they are installed: npm install --prefix FOLDER @mozilla/readability linkedom warcio, then --peers FOLDER
import { execFileSync } from 'node:child_process'
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'

// What ships is measured; node scripts/build.mjs builds it.
const base = ['../dist', 'js']
const load = (path) => import(`${base[0]}/gather/${path}.${base[1]}`)
const { readPage } = await load('page/read-page')
const { warcRecords } = await load('archive/warc-records')

const option = (name, fallback) => {
  const at = process.argv.indexOf(`--${name}`)
  return at === -1 ? fallback : process.argv[at + 1]
}
const data = process.argv[2]?.startsWith('--') ? undefined : process.argv[2]

await pages()
await archive()
await record()

async function pages() {
  const htmls =
    data === undefined
      ? invented(60)
      : ['zyte', 'fundus'].flatMap((set) => read(`${data}/${set}.pages.jsonl.gz`))
  const some = htmls.slice(0, Number(option('pages', 60)))
  const ours = (html) => readPage(html, { from: 'bench', url: undefined })
  for (const html of some.slice(0, 20)) ours(html)
  const peer = await readability()
  if (peer !== undefined) for (const html of some.slice(0, 20)) peer(html)
  // Turn and turn about, so that both meet the same load of the machine.
  let [mine, theirs, failures] = [0, 0, 0]
  for (const html of some) {
    mine += cpu(() => ours(html))
    if (peer === undefined) continue
    theirs += cpu(() => {
      if (peer(html) === undefined) failures += 1
    })
  }
  const rate = (ms) => `${((some.length * 1000) / ms).toFixed(1)} pages per CPU-second`
  console.log(
    `pages        ${some.length}, ${(some.reduce((n, html) => n + html.length, 0) / some.length / 1000).toFixed(0)} KB each`,
  )
  console.log(`onrecord     ${rate(mine)}`)
  if (peer === undefined)
    console.log('readability  not installed: npm install --no-save @mozilla/readability linkedom')
  else
    console.log(
      `readability  ${rate(theirs)} with linkedom, ${failures} pages failed; onrecord is ${(theirs / mine).toFixed(1)} times as fast`,
    )
}

async function readability() {
  try {
    const [{ Readability }, { parseHTML }] = await Promise.all([
      import('@mozilla/readability'),
      import('linkedom'),
    ])
    return (html) => {
      try {
        return new Readability(parseHTML(html).document).parse() ?? undefined
      } catch {
        return undefined
      }
    }
  } catch {
    return undefined
  }
}

async function archive() {
  const file = join(tmpdir(), `onrecord-bench-${process.pid}.warc.gz`)
  await writeArchive(file, Number(option('warc', 64)) * 1024 * 1024)
  const size = statSync(file).size / 1e6
  let records = 0
  let unpacked = 0
  const start = process.cpuUsage()
  for await (const record of warcRecords(createReadStream(file, { highWaterMark: 1024 * 1024 }))) {
    records += 1
    if (record.ok) unpacked += record.content.length
  }
  const used = process.cpuUsage(start)
  const ms = (used.user + used.system) / 1000
  console.log(
    `archive      ${size.toFixed(0)} MB packed, ${(unpacked / 1e6).toFixed(0)} MB unpacked, ${records} records`,
  )
  console.log(
    `onrecord     ${((unpacked / 1e6 / ms) * 1000).toFixed(0)} MB unpacked per CPU-second, peak ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB of memory with the pages above`,
  )
  const script = `
import resource, sys
from warcio.archiveiterator import ArchiveIterator
n = 0
for record in ArchiveIterator(open(sys.argv[1], 'rb')):
    n += len(record.content_stream().read())
u = resource.getrusage(resource.RUSAGE_SELF)
print(n, u.ru_utime + u.ru_stime)`
  try {
    const out = execFileSync(option('python', 'python3'), ['-c', script, file], {
      stdio: ['ignore', 'pipe', 'ignore'],
    }).toString()
    const [, seconds] = out.trim().split(' ').map(Number)
    const theirs = unpacked / 1e6 / seconds
    console.log(
      `warcio       ${theirs.toFixed(0)} MB unpacked per CPU-second; onrecord is ${(((unpacked / 1e6 / ms) * 1000) / theirs).toFixed(1)} times as fast`,
    )
  } catch {
    console.log('warcio       not installed: pip install warcio')
  }
  if (existsSync(file)) rmSync(file)
}

async function writeArchive(file, bytes) {
  const out = createWriteStream(file)
  const htmls = invented(200)
  for (let written = 0, i = 0; written < bytes; i++) {
    const html = htmls[i % htmls.length].replaceAll('NUMBER', String(i))
    const member = gzipSync(warcRecord(`https://harrow.example/${i}`, html), { level: 6 })
    written += member.length
    if (!out.write(member)) await new Promise((ready) => out.once('drain', ready))
  }
  await new Promise((done) => out.end(done))
}

// From a file to the record: the whole of `onrecord add FILE.warc.gz` in this process, all its threads counted.
async function record() {
  const { generate } = await import('./generate.mjs')
  const { newsPage } = await import('./news-page.mjs')
  const { addToRecord } = await import('../dist/pipeline.js')
  const { openStore } = await import('../dist/keep/open-store.js')
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'))
  const count = Number(option('articles', 400))
  const archive = (name, articles) => {
    const file = join(folder, name)
    writeFileSync(file, Buffer.concat(articles.map((each) => gzipSync(warcRecord(each.url, newsPage(each))))))
    return file
  }
  // The first articles pay for weights and compiling, in this thread.
  const small = await openStore(':memory:')
  await addToRecord(small, [archive('warm.warc.gz', [...generate(20, 99)])], { workers: 0 })
  await small.close()
  const file = archive('news.warc.gz', [...generate(count)])
  const rates = []
  for (const workers of [0, undefined]) {
    const store = await openStore(join(folder, `record-${workers}.db`))
    let kept = 0
    const [start, clock] = [process.cpuUsage(), performance.now()]
    await addToRecord(store, [file], {
      ...(workers === undefined ? {} : { workers }),
      acknowledge: ({ outcome }) => {
        if (outcome === 'added') kept += 1
      },
    })
    const { user, system } = process.cpuUsage(start)
    await store.close()
    rates.push(
      `${((kept * 1e6) / (user + system)).toFixed(1)} a core-second (${((kept * 1000) / (performance.now() - clock)).toFixed(1)} a second) ${workers === 0 ? 'on one thread' : 'on all threads, their start included'}`,
    )
  }
  console.log(
    `record       ${count} pages, ${(statSync(file).size / count / 1000).toFixed(0)} KB each packed; file to kept record: ${rates.join('; ')}`,
  )
  rmSync(folder, { recursive: true })
}

function warcRecord(url, html) {
  const http = `HTTP/1.1 200 OK\r\ncontent-type: text/html; charset=utf-8\r\n\r\n${html}`
  return `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: ${url}\r\nWARC-Date: 2032-03-04T10:00:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${Buffer.byteLength(http)}\r\n\r\n${http}\r\n\r\n`
}

// Pages of the size and make-up of news pages: menus, scripts, styles, an article, lists of other articles.
function invented(count) {
  const words =
    'the ferry crews of velm will not sail on friday mayor said port authority offer union strike harbour talks ministry week plan summer town people week deal'.split(
      ' ',
    )
  let state = 7
  const pick = () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    return words[(state >>> 8) % words.length]
  }
  const sentence = (n) => `${Array.from({ length: n }, pick).join(' ')}.`
  const links = (n) =>
    Array.from(
      { length: n },
      () => `<li class="teaser-item"><a href="/${pick()}">${sentence(8)}</a></li>`,
    ).join('')
  return Array.from({ length: count }, () => {
    const script = `<script>var d=[${Array.from({ length: 3000 }, () => (state = (Math.imul(state, 1103515245) + 12345) >>> 0)).join(',')}]</script>`
    const body = Array.from({ length: 18 }, () => `<p>${sentence(14)} ${sentence(18)} NUMBER</p>`).join('\n')
    return `<!doctype html><html lang="en"><head><title>${sentence(7)} | Harrow Post</title>${script}</head><body><nav><ul>${links(40)}</ul></nav><main><article><h1>${sentence(7)}</h1><div class="article-body">${body}</div></article></main><aside><ul>${links(60)}</ul></aside><footer>© Harrow Post</footer></body></html>`
  })
}

function cpu(work) {
  const start = process.cpuUsage()
  work()
  const used = process.cpuUsage(start)
  return (used.user + used.system) / 1000
}

function read(file) {
  return gunzipSync(readFileSync(file))
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).html)
}
