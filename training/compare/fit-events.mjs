// Fits data/coref-event-weights.tsv: which two event mentions of a story are one event.
// usage: fit-events.mjs INPUT.jsonl GOLD.jsonl   (after the build)
//   INPUT  what `score-crossdoc.mjs coref --make-input` prints of GOLD (ids of mentions opaque)
//   GOLD   lines {id, topic, cluster}; topics are the folds: what is printed is BCubed F1 of each topic by weights that never saw it
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { corefer } from '../../dist/compare/coref/corefer.js'
import { pairFeatureNames, pairFeatures } from '../../dist/compare/coref/event-pair.js'
import { linkEvents } from '../../dist/compare/coref/link-events.js'
import { storyEvents } from '../../dist/compare/coref/story-events.js'
import { referringOf } from '../../dist/show/predict/coref.js'

const lines = (file) => readFileSync(file, 'utf8').trim().split('\n').map((line) => JSON.parse(line))
const [inputFile, goldFile] = process.argv.slice(2)
const opaque = (id) => `x${createHash('sha256').update(String(id)).digest('hex').slice(0, 12)}`
const gold = new Map(lines(goldFile).map((mention) => [opaque(mention.id), mention]))
const mentions = referringOf(lines(inputFile))
const clusters = corefer(mentions)
const clusterOf = (id) => clusters.get(id)
const events = mentions.filter(({ kind, event }) => kind === 'event' && event !== undefined)
const byStory = new Map()
for (const event of events) byStory.set(event.story, [...(byStory.get(event.story) ?? []), event])
const stories = [...byStory.values()].map((own) => ({
  own,
  topic: gold.get(own[0].id)?.topic,
  ...storyEvents(own, clusterOf),
}))
const topics = [...new Set(stories.map(({ topic }) => topic))]
const foldOf = ({ topic }) => topics.indexOf(topic) % 4

const scores = [0, 1, 2, 3].flatMap((fold) => {
  const weights = fit(pairsOf(stories.filter((story) => foldOf(story) !== fold)))
  return stories.filter((story) => foldOf(story) === fold).map((story) => bcubed(story.own, weights))
})
const size = scores.reduce((sum, { count }) => sum + count, 0)
const mean = (key) => scores.reduce((sum, score) => sum + score[key], 0) / size
const [p, r] = [mean('p'), mean('r')]
console.log(`folds by topic: BCubed P ${(100 * p).toFixed(1)} R ${(100 * r).toFixed(1)} F1 ${((200 * p * r) / (p + r)).toFixed(1)}`)
writeTable(fit(pairsOf(stories)))

/** Pairs of a story's events; of those with nothing in common, every third counts for three. */
function pairsOf(stories) {
  const pairs = []
  let turn = 0
  for (const { events, articles } of stories) {
    events.forEach((a, i) => {
      for (const b of events.slice(0, i)) {
        const isOne = gold.get(a.id)?.cluster === gold.get(b.id)?.cluster
        const isNear = isOne || (a.key !== undefined && a.key === b.key)
        if (!isNear && turn++ % 3 !== 0) continue
        const weight = (isNear ? 1 : 3) / Math.sqrt(events.length)
        pairs.push({ features: pairFeatures(a, b, articles), isOne, weight })
      }
    })
  }
  return pairs
}

/** Logistic regression by gradient descent with momentum over scaled features. */
function fit(pairs) {
  const width = pairFeatureNames.length
  const total = pairs.reduce((sum, { weight }) => sum + weight, 0)
  const columns = [...Array(width).keys()]
  const middle = columns.map((i) => (i === 0 ? 0 : pairs.reduce((sum, { features }) => sum + features[i], 0) / pairs.length))
  const spread = columns.map((i) =>
    i === 0 ? 1 : Math.sqrt(pairs.reduce((sum, { features }) => sum + (features[i] - middle[i]) ** 2, 0) / pairs.length) || 1,
  )
  const scaled = pairs.map(({ features }) => Float64Array.from(features, (value, i) => (value - middle[i]) / spread[i]))
  const weights = new Float64Array(width)
  const speed = new Float64Array(width)
  for (let step = 0; step < 200; step++) {
    const slope = weights.map((weight, i) => (i === 0 ? 0 : 1e-4 * weight))
    pairs.forEach(({ isOne, weight }, n) => {
      const row = scaled[n]
      let odds = 0
      for (let i = 0; i < width; i++) odds += weights[i] * row[i]
      const error = (weight * (1 / (1 + Math.exp(-odds)) - (isOne ? 1 : 0))) / total
      for (let i = 0; i < width; i++) slope[i] += error * row[i]
    })
    for (let i = 0; i < width; i++) {
      speed[i] = 0.9 * speed[i] - 3 * slope[i]
      weights[i] += speed[i]
    }
  }
  const plain = Array.from(weights, (weight, i) => weight / spread[i])
  plain[0] = weights[0] - columns.reduce((sum, i) => (i === 0 ? sum : sum + (weights[i] * middle[i]) / spread[i]), 0)
  return plain
}

/** Sums of BCubed precision and recall over a story's mentions; gold clusters are counted within the story. */
function bcubed(own, weights) {
  const found = linkEvents(own, clusterOf, weights)
  let [p, r] = [0, 0]
  for (const a of own) {
    const together = own.filter((b) => found.get(a.id) === found.get(b.id))
    const one = own.filter((b) => gold.get(a.id)?.cluster === gold.get(b.id)?.cluster)
    const both = together.filter((b) => one.includes(b)).length
    p += both / together.length
    r += both / one.length
  }
  return { p, r, count: own.length }
}

function writeTable(weights) {
  const file = new URL('../../data/coref-event-weights.tsv', import.meta.url)
  const head = readFileSync(file, 'utf8').split('\n').slice(0, 3)
  const rows = pairFeatureNames.map((name, i) => `CEW-${name}\t${name}\t${weights[i].toFixed(2)}`)
  writeFileSync(file, `${[...head, ...rows].join('\n')}\n`)
}
