// What attribution costs beside the reader: CPU of both on the same articles, in one process, turn and turn about.
// usage: node bench/attribution/cost.mjs [--rounds N] [--rules-only]   (after `npm run build`, or by `npm run bench`)
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const load = (name) => import(join(process.env.BENCH_DIST ?? join(root, 'dist'), name))
const { readLanguage } = await load('text/language.js')
const { articleFromText } = await load('gather/article-from-text.js')
const { findQuotations } = await load('read/quotations/quotations.js')
const { findMentions } = await load('read/mentions/mentions.js')
const { findChains } = await load('read/chains/chains.js')
const { findAttributions } = await load('read/attributions/attributions.js')

const options = process.argv.slice(2)
const at = options.indexOf('--rounds')
const rounds = at < 0 ? 9 : Number(options[at + 1])
const method = options.includes('--rules-only') ? 'rules' : 'learned'
const articles = textsOf().map((text) => articleFromText({ text }))

const ratios = []
const chainRatios = []
const withChains = []
let best = { reader: Number.POSITIVE_INFINITY, attribution: Number.POSITIVE_INFINITY }
once()
for (let round = 0; round < rounds; round++) {
  const { reader, attribution, chains } = once()
  ratios.push(attribution / reader)
  chainRatios.push(chains / reader)
  withChains.push(attribution / (reader + chains))
  best = { reader: Math.min(best.reader, reader), attribution: Math.min(best.attribution, attribution) }
}
console.log(
  `${articles.length} articles, ${rounds} rounds after one to warm up; ${method === 'rules' ? 'rules alone' : 'the extractor'}; CPU time`,
)
row('the reader: words, tags, trees, names; ms an article (best)', perArticle(best.reader))
row('quotations and attributions with details; ms an article (best)', perArticle(best.attribution))
row('attribution beside the reader, median of the rounds', percent(median(ratios)))
row('  least and most', `${percent(Math.min(...ratios))}, ${percent(Math.max(...ratios))}`)
row('attribution beside the reader and its chains, all layers of it, median', percent(median(withChains)))
row('chains, which other stages use too, beside the reader, median', percent(median(chainRatios)))

row('growth: ten articles as one text beside the same apart (1 is linear)', growth().toFixed(2))

// Article by article, so that what else the machine does falls on both alike.
function once() {
  const spent = { reader: 0, attribution: 0, chains: 0 }
  for (const article of articles) {
    const language = timed('reader', () => readLanguage(article.text, article.blocks, article.language))
    const context = { article, language }
    const mentions = findMentions(context)
    const { links } = timed('chains', () => findChains(context, mentions))
    timed('attribution', () => {
      const quotations = findQuotations(context)
      return findAttributions(context, { quotations, mentions, links, method })
    })
  }
  return spent

  function timed(part, work) {
    const before = process.cpuUsage()
    const made = work()
    const { user, system } = process.cpuUsage(before)
    spent[part] += (user + system) / 1e6
    return made
  }
}

// The same words, in one text ten times as long: least CPU of five runs each.
function growth() {
  const few = articles.slice(0, 10)
  const long = [articleFromText({ text: few.map((article) => article.text).join('\n\n') })]
  const prepared = [few, long].map((some) =>
    some.map((article) => {
      const language = readLanguage(article.text, article.blocks, article.language)
      const context = { article, language }
      const mentions = findMentions(context)
      return { context, mentions, links: findChains(context, mentions).links }
    }),
  )
  const least = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (let run = 0; run < 5; run++) {
    prepared.forEach((some, i) => {
      const before = process.cpuUsage()
      for (const { context, mentions, links } of some)
        findAttributions(context, { quotations: findQuotations(context), mentions, links, method })
      const { user, system } = process.cpuUsage(before)
      least[i] = Math.min(least[i], user + system)
    })
  }
  return least[1] / least[0]
}

function textsOf() {
  const shared = join(root, '../shared/data/attribution/polnear-dev.jsonl')
  if (existsSync(shared))
    return readFileSync(shared, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).text)
  const folder = join(root, 'corpus/articles')
  return readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'))
}

function perArticle(seconds) {
  return ((seconds * 1000) / articles.length).toFixed(2)
}

function median(values) {
  return [...values].sort((a, b) => a - b)[values.length >> 1]
}

function percent(share) {
  return `${(100 * share).toFixed(1)} %`
}

function row(name, value) {
  console.log(`  ${name.padEnd(64)} ${value}`)
}
