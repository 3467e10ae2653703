// Speed of gathering beside a peer, in the same run: node bench/gather.mjs [DATA] [--pages N] [--articles N] [--peers FOLDER]
// DATA is a folder with NAME.pages.jsonl.gz (one {"id","html"} a line); without it, invented pages are used.
// The peer is used where it is installed: npm install --prefix FOLDER @mozilla/readability linkedom, then --peers FOLDER
// Archives: bench/warc.mjs.
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { peer } from './peers.mjs'
import { warcRecord } from './warc-record.mjs'

// What ships is measured; node scripts/build.mjs builds it.
const { readPage } = await import('../dist/gather/page/read-page.js')

const option = (name, fallback) => {
  const at = process.argv.indexOf(`--${name}`)
  return at === -1 ? fallback : process.argv[at + 1]
}
const data = process.argv[2]?.startsWith('--') ? undefined : process.argv[2]

await pages()
await record()

async function pages() {
  const htmls =
    data === undefined
      ? invented(60)
      : ['zyte', 'fundus'].flatMap((set) => read(`${data}/${set}.pages.jsonl.gz`))
  const some = htmls.slice(0, Number(option('pages', 60)))
  const ours = (html) => readPage(html, { from: 'bench', url: undefined })
  for (const html of some.slice(0, 20)) ours(html)
  const other = readability()
  if (other !== undefined) for (const html of some.slice(0, 20)) other(html)
  // Turn and turn about, so that both meet the same load of the machine.
  let [mine, theirs, failures] = [0, 0, 0]
  for (const html of some) {
    mine += cpu(() => ours(html))
    if (other === undefined) continue
    theirs += cpu(() => {
      if (other(html) === undefined) failures += 1
    })
  }
  const rate = (ms) => `${((some.length * 1000) / ms).toFixed(1)} pages per CPU-second`
  console.log(
    `pages        ${some.length}, ${(some.reduce((n, html) => n + html.length, 0) / some.length / 1000).toFixed(0)} KB each`,
  )
  console.log(`onrecord     ${rate(mine)}`)
  if (other === undefined)
    console.log(
      'readability  not installed: npm install --prefix FOLDER @mozilla/readability linkedom, then --peers FOLDER',
    )
  else
    console.log(
      `readability  ${rate(theirs)} with linkedom, ${failures} pages failed; onrecord is ${(theirs / mine).toFixed(1)} times as fast`,
    )
}

function readability() {
  const [read, dom] = [peer('@mozilla/readability'), peer('linkedom')]
  if (read === undefined || dom === undefined) return undefined
  return (html) => {
    try {
      return new read.Readability(dom.parseHTML(html).document).parse() ?? undefined
    } catch {
      return undefined
    }
  }
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
