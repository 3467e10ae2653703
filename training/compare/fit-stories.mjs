// Fits src/compare/stories/weights.ts on streams whose stories are known, as the product places them: a logistic regression of
// pairs of articles by themselves, one of pairs in their company, one of the company weighed again; then the threshold and what
// a thin window takes off it, climbed for the mean BCubed F1 over the streams. Prints the weights and each stream's figures; with
// --folds also what weights reach on halves of each file that they were not fitted on.
// usage: fit-stories.mjs [--folds] FILE:PARTS …   (after the build; records {id, cluster, title?, text, date?}, or of ECB+
// {id, story, sents}, which are read with their address line and without; each file is cut into so many streams, no story in two)
import { readFileSync } from 'node:fs'
import { articleFeatures } from '../../dist/compare/features/article-features.js'
import { forCompanies, nearbyOf, neighboursIn, reweighed } from '../../dist/compare/stories/company.js'
import { likenessOf } from '../../dist/compare/stories/likeness.js'
import { placeArticle } from '../../dist/compare/stories/place-article.js'
import { logTotal } from '../../dist/compare/stories/vocabulary.js'
import { weights } from '../../dist/compare/stories/weights.js'
import { emptyWindow } from '../../dist/compare/stories/window.js'
import { articleFromText } from '../../dist/gather/article-from-text.js'

// Stories of ECB+ have ten articles and more, so each article keeps company with many.
const ofManyPairs = 0.3
const folds = 2

// Of pairs with little in common every fifth counts for five.
const inCommon = { least: 0.02, little: 0.12 }

const streams = process.argv.slice(2).filter((word) => word !== '--folds').flatMap(streamsOf)

if (process.argv.includes('--folds')) {
  const all = []
  for (let fold = 0; fold < folds; fold++) {
    fit(streams.filter((stream) => stream.fold !== fold))
    const held = streams.filter((stream) => stream.fold === fold)
    all.push(...held.map((stream) => ({ name: stream.name, found: bcubed(stream) })))
  }
  report('held out', all)
}
fit(streams)
console.log(JSON.stringify(weights, (_, value) => (typeof value === 'number' ? Math.round(value * 100) / 100 : value), 1))
report('fitted', streams.map((stream) => ({ name: stream.name, found: bcubed(stream) })))

function streamsOf(word) {
  const [file, parts] = word.split(':')
  const records = readFileSync(file, 'utf8').split('\n').filter(Boolean).map(JSON.parse)
  if (records[0].sents === undefined) return cut(file, records, { parts: Number(parts), share: 1 })
  const withLines = (from) =>
    records.map(({ id, story, sents }) => ({ id, cluster: story, text: sents.slice(/plus$/.test(story) ? from : 0).join('\n') }))
  const options = { parts: Number(parts), share: ofManyPairs }
  return [...cut(file, withLines(0), options), ...cut(`${file}, no address`, withLines(1), options)]
}

function cut(name, records, { parts, share }) {
  const clusters = [...new Set(records.map(({ cluster }) => cluster))]
  const partOf = new Map(clusters.map((cluster, i) => [cluster, Math.floor((i * parts) / clusters.length)]))
  return Array.from({ length: parts }, (_, part) => {
    const own = records.filter(({ cluster }) => partOf.get(cluster) === part)
    return {
      name,
      share,
      fold: Math.floor((part * folds) / parts),
      gold: new Map(own.map(({ id, cluster }) => [id, cluster])),
      features: own.map(({ id, text, title, date }) =>
        articleFeatures({ ...articleFromText({ text, ...(title ? { title } : {}), ...(date ? { published: date } : {}) }), id }),
      ),
    }
  })
}

function fit(over) {
  weights.alone = logistic(over.flatMap((stream) => alonePairs(stream, place(stream))))
  const placed = over.map((stream) => {
    const window = place(stream)
    return { stream, window, numbers: numbersOf(window), nearby: nearbyOf(window.shelf) }
  })
  const pairs = () => placed.flatMap(({ stream, window, nearby, numbers }) => companyPairs(stream, window, nearby, numbers))
  weights.company[0] = logistic(pairs())
  for (const each of placed) each.nearby = reweighed(each.nearby, each.numbers, weights.company[0])
  weights.company[1] = logistic(pairs())
  climb(over)
}

function place({ features }) {
  const window = emptyWindow()
  for (const article of features) placeArticle(window, article)
  return window
}

function numbersOf({ shelf }) {
  return Array.from({ length: shelf.next - shelf.first }, (_, i) => shelf.first + i)
}

function alonePairs({ gold }, window) {
  const { shelf, vocabulary, articles } = window
  const measure = { vocabulary, logTotal: logTotal(articles) }
  const originals = numbersOf(window).filter((number) => shelf.original[number % shelf.capacity] === number)
  let little = 0
  return originals.flatMap((a) =>
    originals.flatMap((b) => {
      if (b >= a) return []
      const { gap, ...measures } = likenessOf(shelf, measure, [a, b])
      if (measures.terms < inCommon.least) return []
      const found = { measures, isOne: isOne(gold, shelf, a, b), share: 1 }
      if (found.isOne || measures.terms > inCommon.little) return [found]
      return little++ % 5 === 0 ? [{ ...found, share: 5 }] : []
    }),
  )
}

function companyPairs({ gold, share }, { shelf }, nearby, numbers) {
  const pairs = []
  for (const a of numbers) {
    forCompanies(nearby, a, (b, measures) => {
      // A pair that both remember counts once.
      if (a < b && neighboursIn(nearby, b).some(({ number }) => number === a)) return
      pairs.push({ measures, isOne: isOne(gold, shelf, a, b), share })
    })
  }
  return pairs
}

function isOne(gold, shelf, a, b) {
  return gold.get(shelf.ids[a % shelf.capacity]) === gold.get(shelf.ids[b % shelf.capacity])
}

/** Newton's method on measures of mean 0 and deviation 1, halving steps that do not help; weights by the measures' names. */
function logistic(pairs) {
  const names = Object.keys(pairs[0].measures)
  const size = names.length + 1
  const total = pairs.reduce((sum, { share }) => sum + share, 0)
  const meanOf = (of) => pairs.reduce((sum, { measures, share }) => sum + share * of(measures), 0) / total
  const mean = names.map((name) => meanOf((measures) => measures[name]))
  const spread = names.map((name, i) => Math.sqrt(meanOf((measures) => (measures[name] - mean[i]) ** 2)) || 1)
  const rows = new Float64Array(pairs.length * size).fill(1)
  pairs.forEach(({ measures }, r) => {
    names.forEach((name, i) => {
      rows[r * size + i] = (measures[name] - mean[i]) / spread[i]
    })
  })
  const oddsBy = (found, r) => {
    let odds = 0
    for (let i = 0; i < size; i++) odds += found[i] * rows[r * size + i]
    return odds
  }
  const lossOf = (found) =>
    pairs.reduce((sum, { share, isOne }, r) => sum + share * Math.log1p(Math.exp(isOne ? -oddsBy(found, r) : oddsBy(found, r))), 0) +
    found.slice(0, -1).reduce((sum, each) => sum + each * each, 0) / 2
  let found = names.map(() => 0).concat(-2)
  for (let step = 0; step < 20; step++) {
    const slope = found.map((each, i) => (i < names.length ? -each : 0))
    const curve = found.map((_, i) => found.map((_, j) => (i === j && i < names.length ? 1 : 0)))
    pairs.forEach(({ share, isOne }, r) => {
      const chance = 1 / (1 + Math.exp(-oddsBy(found, r)))
      const miss = share * ((isOne ? 1 : 0) - chance)
      const doubt = share * chance * (1 - chance)
      if (doubt < 1e-6 && Math.abs(miss) < 1e-6) return
      for (let i = 0; i < size; i++) {
        const value = rows[r * size + i]
        slope[i] += miss * value
        for (let j = 0; j < size; j++) curve[i][j] += doubt * value * rows[r * size + j]
      }
    })
    const move = solved(curve, slope)
    const before = lossOf(found)
    let part = 1
    const moved = () => found.map((each, i) => each + part * move[i])
    while (part > 1e-3 && !(lossOf(moved()) < before)) part /= 2
    if (part <= 1e-3) break
    found = moved()
    if (before - lossOf(found) < 1e-2) break
  }
  const each = names.map((name, i) => [name, found[i] / spread[i]])
  const bias = found.at(-1) - each.reduce((sum, [, weight], i) => sum + weight * mean[i], 0)
  return Object.fromEntries([['bias', bias], ...each])
}

/** The solution of a system of linear equations, by Gauss and Jordan. */
function solved(matrix, values) {
  const rows = matrix.map((row, i) => [...row, values[i]])
  rows.forEach((_, i) => {
    const most = rows.reduce((best, row, r) => (r >= i && Math.abs(row[i]) > Math.abs(rows[best][i]) ? r : best), i)
    ;[rows[i], rows[most]] = [rows[most], rows[i]]
    rows[i] = rows[i].map((each) => each / rows[i][i])
    rows.forEach((row, r) => {
      if (r !== i) rows[r] = row.map((each, c) => each - row[i] * rows[i][c])
    })
  })
  return rows.map((row) => row.at(-1))
}

// The steps are coarse: finer ones fit the streams at hand.
function climb(over) {
  const mean = () => over.reduce((sum, stream) => sum + bcubed(stream).f1 * stream.gold.size, 0)
  Object.assign(weights, { threshold: -0.5, perFewer: 0.6 })
  let best = mean()
  for (const [key, by] of [['threshold', -0.5], ['threshold', 0.5], ['perFewer', 0.3], ['perFewer', -0.3]]) {
    for (let better = true; better; ) {
      weights[key] += by
      const now = mean()
      better = now > best
      if (better) best = now
      else weights[key] -= by
    }
  }
}

function bcubed({ gold, features }) {
  const window = emptyWindow()
  const placed = new Map()
  for (const article of features) {
    const { placement, moved } = placeArticle(window, article)
    for (const { article: id, story } of [placement, ...moved]) placed.set(id, story)
  }
  const count = (keys) => keys.reduce((sizes, key) => sizes.set(key, (sizes.get(key) ?? 0) + 1), new Map())
  const ids = [...gold.keys()]
  const both = (id) => `${gold.get(id)} ${placed.get(id)}`
  const [inGold, inPlaced, inBoth] = [count(ids.map((id) => gold.get(id))), count(ids.map((id) => placed.get(id))), count(ids.map(both))]
  const mean = (sizes, key) => ids.reduce((sum, id) => sum + inBoth.get(both(id)) / sizes.get(key.get(id)), 0) / ids.length
  const [precision, recall] = [mean(inPlaced, placed), mean(inGold, gold)]
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) }
}

/** Means over the streams of each file. */
function report(how, found) {
  for (const name of new Set(found.map((each) => each.name))) {
    const own = found.filter((each) => each.name === name).map((each) => each.found)
    const mean = (key) => ((100 * own.reduce((sum, each) => sum + each[key], 0)) / own.length).toFixed(1)
    console.log(`${name}, ${how}: ${own.length} streams, BCubed P ${mean('precision')}, R ${mean('recall')}, F1 ${mean('f1')}`)
  }
}
