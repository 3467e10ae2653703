// node scripts/train-standing.mjs EVENTS: fits weights/events/standing.tsv, which weighs what the automata and the tree say of
// how an event stands. EVENTS is the development half of MEANTIME's events (CC BY 4.0). Says first what ten folds of whole
// articles give. Deterministic, one core, half a minute.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { root } from './install.mjs'

const dist = `${root}dist`
const { standingFeatures } = await import(`${dist}/read/events/standing-features.js`)
const { standingClasses } = await import(`${dist}/read/events/standing-model.js`)
const { standingFinder } = await import(`${dist}/read/events/standing-finder.js`)
const { findTimes } = await import(`${dist}/read/times/times.js`)
const { articleFromText } = await import(`${dist}/gather/article-from-text.js`)
const { readLanguage } = await import(`${dist}/text/language.js`)
const { paragraphsOf } = await import(`${dist}/text/paragraphs.js`)

const gold = readFileSync(process.argv[2], 'utf8').trim().split('\n').map(JSON.parse)
const rows = gold.flatMap(rowsOf)
const emphasis = [1, 1.1, 3, 1]

const folds = 10
const articles = [...new Set(rows.map((row) => row.article))]
const pairs = []
for (let fold = 0; fold < folds; fold++) {
  const isHeld = (row) => articles.indexOf(row.article) % folds === fold
  const weights = learn(rows.filter((row) => !isHeld(row)))
  for (const row of rows.filter(isHeld)) pairs.push([row.label, best(weights, row.features)])
}
const right = pairs.filter(([a, b]) => a === b).length
const denied = standingClasses.indexOf('denied')
const count = (test) => pairs.filter(test).length
const negated =
  (200 * count(([a, b]) => a === denied && b === denied)) /
  (count(([a]) => a === denied) + count(([, b]) => b === denied))
console.log(
  `${folds} folds: accuracy ${((100 * right) / pairs.length).toFixed(1)}, negated F1 ${negated.toFixed(1)} (${pairs.length} mentions)`,
)

const weights = learn(rows)
const lines = [...weights]
  .map(([feature, values]) => [feature, ...values.map((value) => Math.round(value * 64))])
  .filter(([, ...values]) => values.some((value) => value !== 0))
  .sort(([a], [b]) => (a < b ? -1 : 1))
mkdirSync(`${root}weights/events`, { recursive: true })
writeFileSync(
  `${root}weights/events/standing.tsv`,
  [
    '# How an event stands, by features of its word, in 64ths; see weights/events/README.md.',
    '# source: fitted by scripts/train-standing.mjs on the development half of NewsReader MEANTIME (CC BY 4.0); licence: Apache-2.0',
    ['id', ...standingClasses].join('\t'),
    ...lines.map((line) => line.join('\t')),
    '',
  ].join('\n'),
)

function rowsOf(record) {
  const { text, dct } = record
  const article = articleFromText({ text, blocks: paragraphsOf(text), published: dct })
  const context = { article, language: readLanguage(text, article.blocks) }
  const find = standingFinder(context, findTimes(context))
  return record.events.flatMap((event) => {
    const label = labelOf(event)
    const found = label === undefined ? undefined : find(event)
    if (found === undefined) return []
    return [
      { article: record.id, label, features: new Set(standingFeatures(found.sentence, found.at, found)) },
    ]
  })
}

function labelOf({ certainty, time, polarity }) {
  if (certainty == null && time == null) return undefined
  if (polarity === 'NEG') return 2
  return time === 'FUTURE' ? 1 : certainty === 'CERTAIN' ? 0 : 3
}

// Multinomial logistic regression, full batch, AdaGrad, L2.
function learn(rows) {
  const counts = new Map()
  for (const { features } of rows) for (const each of features) counts.set(each, (counts.get(each) ?? 0) + 1)
  const weights = new Map([...counts].filter(([, n]) => n >= 3).map(([each]) => [each, [0, 0, 0, 0]]))
  const squares = new Map([...weights.keys()].map((each) => [each, [1e-8, 1e-8, 1e-8, 1e-8]]))
  for (let epoch = 0; epoch < 100; epoch++) {
    const slopes = new Map([...weights.keys()].map((each) => [each, [0, 0, 0, 0]]))
    for (const { features, label } of rows) {
      const odds = shares(weights, features)
      for (const each of features)
        slopes.get(each)?.forEach((_, k, slope) => {
          slope[k] += emphasis[label] * (odds[k] - (k === label ? 1 : 0))
        })
    }
    for (const [each, slope] of slopes) {
      const [own, square] = [weights.get(each), squares.get(each)]
      slope.forEach((sum, k) => {
        const step = sum / rows.length + (each === 'bias' ? 0 : 0.005 * own[k])
        square[k] += step * step
        own[k] -= (0.2 * step) / Math.sqrt(square[k])
      })
    }
  }
  return weights
}

function sums(weights, features) {
  const total = [0, 0, 0, 0]
  for (const each of features)
    weights.get(each)?.forEach((weight, k) => {
      total[k] += weight
    })
  return total
}

function shares(weights, features) {
  const total = sums(weights, features)
  const most = Math.max(...total)
  const odds = total.map((value) => Math.exp(value - most))
  const all = odds.reduce((a, b) => a + b)
  return odds.map((value) => value / all)
}

function best(weights, features) {
  const total = sums(weights, features)
  return total.indexOf(Math.max(...total))
}
