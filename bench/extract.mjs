// Reading pages beside Readability with linkedom, each in processes of its own, turn and turn about:
// node bench/extract.mjs [DATA] [--pages 200] [--rounds 3] [--peers FOLDER]
// DATA is a folder with NAME.pages.jsonl.gz (one {"id","html"} a line); without it, invented pages are used.
// The peer is used where it is installed: npm install --prefix FOLDER @mozilla/readability linkedom, then --peers FOLDER
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { peer } from './peers.mjs'

const option = (name, fallback) => {
  const at = process.argv.indexOf(`--${name}`)
  return at === -1 ? fallback : process.argv[at + 1]
}
const data = process.argv[2]?.startsWith('--') ? undefined : process.argv[2]
const reader = option('reader')
if (reader === undefined) compare()
else measure(reader === 'onrecord' ? await onrecord() : readability())

function compare() {
  const readers =
    peer('@mozilla/readability') && peer('linkedom') ? ['onrecord', 'readability'] : ['onrecord']
  const seconds = { onrecord: 0, readability: 0 }
  let said
  for (let round = 0; round < Number(option('rounds', 3)); round++) {
    for (const name of readers) {
      const own = [import.meta.filename, ...process.argv.slice(2), '--reader', name]
      said = { ...said, [name]: JSON.parse(execFileSync(process.execPath, own).toString()) }
      seconds[name] += said[name].seconds
    }
  }
  const { pages, size } = said.onrecord
  const total = pages * Number(option('rounds', 3))
  console.log(`${pages} pages, ${(size / pages / 1000).toFixed(0)} KB each`)
  for (const name of readers) {
    const { failed, memory } = said[name]
    console.log(
      `${name.padEnd(12)} ${(total / seconds[name]).toFixed(1)} pages per CPU-second, ${failed} without text, peak ${memory.toFixed(0)} MB of memory`,
    )
  }
  if (readers.length === 1)
    console.log(
      'readability  not installed: npm install --prefix FOLDER @mozilla/readability linkedom, then --peers FOLDER',
    )
  else
    console.log(
      `onrecord is ${(seconds.readability / seconds.onrecord).toFixed(1)} times as fast as Readability with linkedom`,
    )
}

/** Reads some pages to be warm, then all of them. */
function measure(read) {
  const htmls =
    data === undefined
      ? invented(60)
      : ['zyte', 'fundus'].flatMap((set) => pagesOf(`${data}/${set}.pages.jsonl.gz`))
  const some = htmls.filter((_, i) => i % Math.ceil(htmls.length / Number(option('pages', 200))) === 0)
  for (const html of some.slice(0, 100)) read(html)
  const start = process.cpuUsage()
  const failed = some.filter((html) => read(html) === undefined).length
  const { user, system } = process.cpuUsage(start)
  const size = some.reduce((sum, html) => sum + html.length, 0)
  const memory = process.resourceUsage().maxRSS / 1024
  console.log(JSON.stringify({ pages: some.length, size, failed, seconds: (user + system) / 1e6, memory }))
}

async function onrecord() {
  const { readPage } = await import('../dist/gather/page/read-page.js')
  return (html) => readPage(html, { from: 'bench', url: undefined })
}

function readability() {
  const [{ Readability }, { parseHTML }] = [peer('@mozilla/readability'), peer('linkedom')]
  return (html) => {
    try {
      return new Readability(parseHTML(html).document).parse()?.textContent || undefined
    } catch {
      return undefined
    }
  }
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

function pagesOf(file) {
  return gunzipSync(readFileSync(file))
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).html)
}
