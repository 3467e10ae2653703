// node bench/times/score.mjs [--errors]: the time tagger on times.tsv (right values, and those of weekdays that lie ahead), and
// its speed in words per CPU-second on generated news. Reading the text into sentences is done before and not counted.
import { readFileSync } from 'node:fs'
import process from 'node:process'
import { articleFromText } from '../../dist/gather/article-from-text.js'
import { findTimes } from '../../dist/read/times/times.js'
import { readLanguage } from '../../dist/text/language.js'
import { paragraphsOf } from '../../dist/text/paragraphs.js'
import { generate } from '../generate.mjs'

const rows = readFileSync(new URL('times.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('\t'))
const names = rows.shift() ?? []
const cases = rows.map((cells) => Object.fromEntries(names.map((name, i) => [name, cells[i] ?? ''])))
const wrong = cases.filter((row) => !isRight(row))
const ahead = cases.filter(
  ({ sentence, value, published }) => /\[(?:on )?\w+day\]/.test(sentence) && value > published,
)
const found = ahead.filter((row) => !wrong.includes(row))
console.log(`right values            ${share(cases.length - wrong.length, cases.length)}`)
console.log(`weekdays ahead, found   ${share(found.length, ahead.length)}`)
if (process.argv.includes('--errors')) for (const row of wrong) console.log(`${row.sentence} ${row.value}`)

const contexts = [...take(generate(100_000, 3), 400)].map(({ text, published }) => {
  const article = articleFromText({ text, blocks: paragraphsOf(text), published })
  return { article, language: readLanguage(text, article.blocks) }
})
const words = contexts.reduce((sum, { article }) => sum + article.text.split(/\s+/).length, 0)
for (const context of contexts.slice(0, 100)) findTimes(context)
const before = process.cpuUsage()
let times = 0
for (const context of contexts) times += findTimes(context).length
const { user, system } = process.cpuUsage(before)
const seconds = (user + system) / 1e6
console.log(
  `speed                   ${Math.round(words / seconds).toLocaleString('en')} words per CPU-second, ${times} times in ${words} words`,
)

function isRight({ sentence, published, value }) {
  const start = sentence.indexOf('[')
  const end = sentence.indexOf(']') - 1
  const text = sentence.replace(/[[\]]/g, '')
  const article = articleFromText({
    text,
    published,
    blocks: [{ start: 0, end: text.length, kind: 'prose', rule: 'TXT-PARAGRAPH' }],
  })
  return findTimes({ article, language: readLanguage(text, article.blocks) }).some(
    (time) => time.start < end && start < time.end && time.value === value,
  )
}

function* take(items, count) {
  let i = 0
  for (const item of items) {
    if (i++ >= count) return
    yield item
  }
}

function share(part, whole) {
  return `${((100 * part) / whole).toFixed(1)} % (${part} of ${whole})`
}
