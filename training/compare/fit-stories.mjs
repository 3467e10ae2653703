// Fits src/compare/stories/weights.ts on streams whose stories are known: climbs each weight in turn for the mean BCubed F1 over
// the streams, each as the product places it. Prints the weights and each stream's figures; with --folds also what weights reach
// on a stream that they were not fitted on.
// usage: fit-stories.mjs [--folds] STREAM.jsonl …   (records {id, cluster, title?, text, date?}; after `npm run build`)
import { readFileSync } from 'node:fs'
import { articleFeatures } from '../../dist/compare/features/article-features.js'
import { placeAll } from '../../dist/compare/stories/place-all.js'
import { weights } from '../../dist/compare/stories/weights.js'
import { articleFromText } from '../../dist/gather/article-from-text.js'

const files = process.argv.slice(2).filter((word) => word !== '--folds')
const streams = files.map((file) => {
  const records = readFileSync(file, 'utf8').split('\n').filter(Boolean).map(JSON.parse)
  return {
    file,
    gold: new Map(records.map(({ id, cluster }) => [id, cluster])),
    features: records.map(({ id, text, title, date }) =>
      articleFeatures({ ...articleFromText({ text, ...(title ? { title } : {}), ...(date ? { published: date } : {}) }), id }),
    ),
  }
})
const start = { ...weights }

if (process.argv.includes('--folds')) {
  for (const held of streams) {
    Object.assign(weights, start)
    climb(streams.filter((stream) => stream !== held))
    console.log(`${held.file}, held out: ${inWords(bcubed(held))}`)
  }
}
Object.assign(weights, start)
climb(streams)
console.log(JSON.stringify(weights))
for (const stream of streams) console.log(`${stream.file}: ${inWords(bcubed(stream))}`)

function climb(over) {
  const mean = () => over.reduce((sum, stream) => sum + bcubed(stream).f1, 0) / over.length
  const steps = { bias: 0.4, terms: 1, matter: 1, names: 0.7, title: 0.6, titleBack: 0.6, rivalry: 0.06, threshold: 0.3, perDoubling: 0.1 }
  let best = mean()
  for (const share of [1, 0.5]) {
    for (const [key, step] of Object.entries(steps)) {
      for (const by of [step * share, -step * share]) {
        for (let better = true; better; ) {
          weights[key] += by
          const now = mean()
          better = now > best + 2e-4
          if (better) best = now
          else weights[key] -= by
        }
      }
    }
  }
}

function bcubed({ gold, features }) {
  const placed = placeAll(features)
  const count = (keys) => keys.reduce((sizes, key) => sizes.set(key, (sizes.get(key) ?? 0) + 1), new Map())
  const ids = [...gold.keys()]
  const both = (id) => `${gold.get(id)} ${placed.get(id)}`
  const [inGold, inPlaced, inBoth] = [count(ids.map((id) => gold.get(id))), count(ids.map((id) => placed.get(id))), count(ids.map(both))]
  const mean = (sizes, key) => ids.reduce((sum, id) => sum + inBoth.get(both(id)) / sizes.get(key.get(id)), 0) / ids.length
  const [precision, recall] = [mean(inPlaced, placed), mean(inGold, gold)]
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) }
}

function inWords({ precision, recall, f1 }) {
  return `BCubed P ${(100 * precision).toFixed(1)}, R ${(100 * recall).toFixed(1)}, F1 ${(100 * f1).toFixed(1)}`
}
