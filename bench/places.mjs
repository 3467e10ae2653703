// Whether each block's text stands at its place in the source, on every page of some sets: node bench/places.mjs DATA
// DATA is a folder with NAME.pages.jsonl.gz (one {"id","html","url"} a line).
import { readdirSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { Parser } from 'htmlparser2'
import { pageArticle } from '../dist/gather/page/page-article.js'
import { readPage } from '../dist/gather/page/read-page.js'

const bare = (text) => text.replace(/[\s\u00ad\u200b\u2060\ufeff]+/g, '')
const totals = { pages: 0, failed: 0, empty: 0, blocks: 0, found: 0 }
for (const name of readdirSync(process.argv[2]).filter((file) => file.endsWith('.pages.jsonl.gz'))) {
  const lines = gunzipSync(readFileSync(`${process.argv[2]}/${name}`))
    .toString()
    .trim()
    .split('\n')
  for (const { id, html, url } of lines.map((line) => JSON.parse(line))) check(id, html, url)
}
console.log(`pages ${totals.pages}, exceptions ${totals.failed}, without an article ${totals.empty}`)
console.log(
  `blocks ${totals.blocks}, their text found at their place in the source ${totals.found} (${((100 * totals.found) / totals.blocks).toFixed(3)} %)`,
)

function check(id, html, url) {
  totals.pages += 1
  try {
    if (readPage(html, { from: id, url }) === undefined) {
      totals.empty += 1
      console.log(`no article: ${id}`)
    }
    for (const { text, pieces } of pageArticle(html, url).scan.blocks) {
      totals.blocks += 1
      const source = pieces.map(({ start, end }) => decoded(html.slice(start, end))).join('')
      if (bare(source) === bare(text)) totals.found += 1
      else console.log(`not at its place: ${id}: ${text.slice(0, 60)}`)
    }
  } catch (error) {
    totals.failed += 1
    console.log(`${id}: ${error}`)
  }
}

function decoded(source) {
  let text = ''
  const parser = new Parser({
    ontext(data) {
      text += data
    },
  })
  parser.end(source)
  return text
}
