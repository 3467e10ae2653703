// Fits the weights of src/compare/stories/judge.ts on streams whose stories are known, and prints them.
// usage: fit-stories.mjs STREAM.jsonl …   (records {id, cluster, title, text, date?}; after `npm run build`)
import { readFileSync } from 'node:fs'
import { articleFeatures } from '../../dist/compare/features/article-features.js'
import { likenessOf, readied } from '../../dist/compare/stories/judge.js'
import { putInStory } from '../../dist/compare/stories/place-articles.js'
import { emptyWindow } from '../../dist/compare/stories/window.js'
import { articleFromText } from '../../dist/gather/article-from-text.js'

const keys = ['terms', 'names', 'title', 'titleBack']
const rows = process.argv.slice(2).flatMap(pairsOf)
const fitted = fit(rows)
console.log(`${rows.length} pairs, ${rows.filter((row) => row.same).length} of one story`)
console.log(`bias ${fitted.bias.toFixed(2)}`, keys.map((key, i) => `${key} ${fitted.weights[i].toFixed(2)}`).join(', '))

// The stream is played with the right stories; each article is paired with its own story and its nearest others.
function pairsOf(file) {
  const window = emptyWindow()
  const storyOf = new Map()
  const pairs = []
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line === '') continue
    const record = JSON.parse(line)
    const made = articleFromText({ text: record.text, title: record.title, ...(record.date ? { published: record.date } : {}) })
    const features = articleFeatures({ ...made, id: record.id })
    const at = features.at ?? window.clock
    const near = [...window.stories.entries()]
      .map(([number, story]) => ({ number, likeness: likenessOf(readied(window, features, at), story) }))
      .sort((a, b) => b.likeness.terms - a.likeness.terms)
    const own = storyOf.get(record.cluster)
    for (const { number, likeness } of near.filter((one, i) => i < 4 || one.number === own)) {
      pairs.push({ same: number === own, x: keys.map((key) => likeness[key]) })
    }
    storyOf.set(record.cluster, putInStory(window, features, own))
    window.clock = at
  }
  return pairs
}

function fit(pairs) {
  let bias = 0
  const weights = keys.map(() => 0)
  for (let step = 0; step < 4000; step++) {
    const gradient = keys.map(() => 0)
    let slope = 0
    for (const { x, same } of pairs) {
      const p = 1 / (1 + Math.exp(-(bias + x.reduce((sum, value, i) => sum + value * weights[i], 0))))
      const error = p - (same ? 1 : 0)
      slope += error
      x.forEach((value, i) => {
        gradient[i] += error * value
      })
    }
    bias -= (8 * slope) / pairs.length
    weights.forEach((_, i) => {
      weights[i] -= (8 * gradient[i]) / pairs.length + 1e-5 * weights[i]
    })
  }
  return { bias, weights }
}
