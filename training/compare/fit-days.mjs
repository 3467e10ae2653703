// Fits the weights of src/compare/dates/rank-days.ts: which days of a collection its timelines have. Prints the weights, the F1 of each
// timeline by weights that never saw its topic (collections "TOPIC_OUTLET"), and what the weights of all give.
// usage: fit-days.mjs INPUT.jsonl GOLD.jsonl   (after the build)
//   INPUT  what `score-crossdoc.mjs dates --make-input --articles ARTICLES GOLD` prints;  GOLD  lines {collection, timeline, dates}
import { readFileSync } from 'node:fs'
import { daysWithTraits, dayTraitNames, rankDays } from '../../dist/compare/dates/rank-days.js'

const lines = (file) => readFileSync(file, 'utf8').trim().split('\n').map((line) => JSON.parse(line))
const [inputFile, goldFile] = process.argv.slice(2)
const gold = new Map(lines(goldFile).map(({ collection, timeline, dates }) => [`${collection}/${timeline}`, new Set(dates)]))
const collections = lines(inputFile).map(({ id, k, articles }) => {
  const dated = articles.map(({ dct, dates }) => ({ published: dct, days: dates }))
  return { id, k, topic: id.split('_')[0], dated, days: daysWithTraits(dated) }
})

const topics = [...new Set(collections.map(({ topic }) => topic))]
const apart = topics.flatMap((topic) => {
  const weights = fit(collections.filter((each) => each.topic !== topic))
  return collections.filter((each) => each.topic === topic).map((each) => ({ id: each.id, f1: f1(each, weights) }))
})
for (const { id, f1: figure } of apart) console.log(`${id}: ${(100 * figure).toFixed(1)}`)
console.log(`each topic left out in turn: mean F1 ${mean(apart.map((each) => each.f1))}`)
const weights = fit(collections)
console.log(`fitted on all: mean F1 ${mean(collections.map((each) => f1(each, weights)))}`)
console.log(dayTraitNames.map((name, i) => `${name} ${weights[i].toFixed(2)}`).join(', '))

function mean(figures) {
  return ((100 * figures.reduce((sum, each) => sum + each, 0)) / figures.length).toFixed(1)
}

function f1({ id, k, dated }, weights) {
  const found = rankDays(dated, weights).slice(0, k)
  return found.filter(({ day }) => gold.get(id).has(day)).length / k
}

/** Logistic regression by gradient descent; the days that a timeline has weigh as much as those that it has not, and each timeline alike. */
function fit(from) {
  const rows = from.flatMap(({ id, days }) => {
    const isIn = days.map(({ day }) => (gold.get(id).has(day) ? 1 : 0))
    const inside = isIn.reduce((sum, each) => sum + each, 0)
    return days.map(({ traits }, i) => ({
      traits: [...traits, 1],
      isIn: isIn[i],
      weight: 1 / from.length / (isIn[i] ? inside : days.length - inside),
    }))
  })
  let weights = Array(dayTraitNames.length + 1).fill(0)
  for (let step = 0; step < 1500; step++) {
    const slope = weights.map((weight, i) => (i === dayTraitNames.length ? 0 : 0.01 * weight))
    for (const { traits, isIn, weight } of rows) {
      const odds = traits.reduce((sum, value, i) => sum + value * weights[i], 0)
      const error = weight * (1 / (1 + Math.exp(-odds)) - isIn)
      for (const [i, value] of traits.entries()) slope[i] += error * value
    }
    weights = weights.map((weight, i) => weight - 0.2 * slope[i])
  }
  return weights
}
