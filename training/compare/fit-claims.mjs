// Fits data/compare-claim-weights.tsv: which statements are worth listing as claims, and which two say one thing.
// usage: fit-claims.mjs [--folds FOLDER] RECORD.jsonl...   (after the build)
// Prints, for each file, what folds by story give, each story scored by weights that never saw it; --folds writes the whole
// records of each file's stories, told with those weights, into FOLDER/FILE, for the scorer of records.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { alignStatements, weighingOf, worthwhile } from '../../dist/compare/claims/align.js'
import { voicedStatements } from '../../dist/compare/claims/build-claims.js'
import { speakersOf } from '../../dist/compare/origins/speakers.js'
import { apart, fitOf, relays as relaysBetween, pairTraits } from '../../dist/compare/claims/fit.js'
import { likeness } from '../../dist/compare/claims/likeness.js'
import { worthTraits } from '../../dist/compare/claims/worth.js'
import { compareStory } from '../../dist/compare/compare-story.js'
import { withStoryTimes } from '../../dist/compare/dates/story-times.js'
import { findEntities } from '../../dist/compare/entities/find-entities.js'
import { inReportOrder } from '../../dist/compare/member.js'
import { linkPlans } from '../../dist/compare/plans/plans.js'
import { findRelays, mentionsIn } from '../../dist/compare/relays/find-relays.js'
import { outletNames } from '../../dist/compare/relays/outlet-names.js'
import { articleFromText } from '../../dist/gather/article-from-text.js'
import { read } from '../../dist/read/read.js'
import { recordOf } from '../../dist/show/predict/record.js'

const { values: options, positionals: files } = parseArgs({ options: { folds: { type: 'string' } }, allowPositionals: true })
const none = { worth: new Map(), pair: new Map() }
const stories = files.flatMap((file) => readFileSync(file, 'utf8').trim().split('\n').map((line) => prepare(JSON.parse(line), file)))
// Each file is dealt to the folds by turns, so that every fold has some of each.
const foldCount = 16
const dealt = new Map(files.flatMap((file) => stories.filter((story) => story.file === file).map((story, i) => [story, i % foldCount])))
const folds = Array.from({ length: foldCount }, (_, fold) => fitModel(stories.filter((story) => dealt.get(story) !== fold)))
const foldOf = (story) => folds[dealt.get(story)]
const model = fitModel(stories)
for (const file of files) {
  const own = stories.filter((story) => story.file === file)
  console.log(`${basename(file)}: ${own.length} stories`)
  console.log('  folds by story:', scoreWith(own, foldOf))
  console.log('  fitted on all: ', scoreWith(own, () => model))
}
if (options.folds !== undefined) {
  mkdirSync(options.folds, { recursive: true })
  for (const file of files) {
    const lines = stories.filter((story) => story.file === file).map((story) => ({ id: story.id, ...recordOf(compareStory(story.members, { id: story.id, joined: [], claimModel: foldOf(story) }), story.members) }))
    writeFileSync(join(options.folds, basename(file)), lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
  }
}
writeTable(model)

function prepare(story, file) {
  const members = withStoryTimes(inReportOrder(story.articles.map(memberOf)))
  const names = outletNames(members)
  const relays = findRelays(members, mentionsIn(members, names))
  const statements = voicedStatements(members, { speakers: speakersOf(members, findEntities(members)), plans: linkPlans(members) }).map(({ aligned }) => aligned)
  const { claimOf, gold } = matched(story, statements)
  const around = weighingOf(statements, relays, none)
  const near = statements.map(() => 0)
  const pairs = []
  statements.forEach((b, j) => {
    statements.slice(0, j).forEach((a, i) => {
      const sameArticle = a.statement.span.article === b.statement.span.article
      if (sameArticle && a.statement.span.start < b.statement.span.end && b.statement.span.start < a.statement.span.end) return
      const fit = fitOf(a, b, around)
      if (!sameArticle) {
        near[i] = Math.max(near[i], fit.near)
        near[j] = Math.max(near[j], fit.near)
      }
      if (fit.score === apart) return
      const traits = pairTraits(a, b, { like: likeness(a.matter, b.matter, around.rarity), isRelay: relaysBetween(a, b, around) })
      pairs.push({ i, j, traits, is: claimOf[i] !== undefined && claimOf[i] === claimOf[j] })
    })
  })
  const worth = statements.map((one, i) => ({ traits: worthTraits(one, near[i]), is: claimOf[i] !== undefined }))
  return { id: story.id, file, members, statements, relays, claimOf, gold, pairs, worth }
}

function memberOf({ id, text, title, outlet, published }) {
  const made = articleFromText({ text, ...(title ? { title } : {}), ...(outlet ? { outlet } : {}), ...(published ? { published } : {}) })
  const article = { ...made, id }
  return { article, reading: read(article) }
}

// The gold claim of each statement (token overlap of at least half, best first), and how many carriers each claim has.
function matched(story, statements) {
  const texts = new Map(story.articles.map(({ id, text }) => [id, [...text.matchAll(/[\p{L}\p{N}]+/gu)]]))
  const tokens = (article, start, end) => texts.get(article).filter((t) => t.index < end && t.index + t[0].length > start).map((t) => t.index)
  const carriers = story.claims.flatMap((claim) => claim.carriers.map((c) => ({ claim: claim.id, article: c.article, at: tokens(c.article, ...c.span) })))
  const likes = []
  carriers.forEach((carrier, g) =>
    statements.forEach(({ statement: { span } }, s) => {
      if (span.article !== carrier.article) return
      const at = tokens(span.article, span.start, span.end)
      const dice = (2 * at.filter((t) => carrier.at.includes(t)).length) / (at.length + carrier.at.length)
      if (dice >= 0.5) likes.push({ g, s, dice })
    }),
  )
  const claimOf = []
  const taken = new Set()
  for (const { g, s } of likes.sort((a, b) => b.dice - a.dice)) {
    if (taken.has(g) || claimOf[s] !== undefined) continue
    taken.add(g)
    claimOf[s] = carriers[g].claim
  }
  return { claimOf, gold: story.claims.map((claim) => claim.carriers.length) }
}

function fitModel(some) {
  const worth = logistic(some.flatMap((story) => story.worth), { l2: 1, positive: 1 })
  const pairs = some.flatMap(({ pairs, worth: rows }) => {
    const kept = rows.map(({ traits }) => weighed(traits, worth) > worthwhile)
    return pairs.filter(({ i, j }) => kept[i] && kept[j])
  })
  return { worth, pair: logistic(pairs, { l2: 2, positive: 2 }) }
}

function logistic(rows, { l2, positive }) {
  const names = [...new Set(rows.flatMap(({ traits }) => Object.keys(traits)))]
  const matrix = rows.map(({ traits }) => [...names.map((name) => traits[name] ?? 0), 1])
  const n = names.length + 1
  const [w, m, v] = [0, 0, 0].map(() => new Float64Array(n))
  for (let step = 1; step <= 400; step++) {
    const gradient = w.map((weight, k) => (k < n - 1 ? l2 * weight : 0))
    matrix.forEach((row, r) => {
      const target = rows[r].is ? 1 : 0
      const error = (1 / (1 + Math.exp(-row.reduce((sum, x, k) => sum + x * w[k], 0))) - target) * (target ? positive : 1)
      for (let k = 0; k < n; k++) gradient[k] += error * row[k]
    })
    for (let k = 0; k < n; k++) {
      m[k] = 0.9 * m[k] + 0.1 * gradient[k]
      v[k] = 0.999 * v[k] + 0.001 * gradient[k] ** 2
      w[k] -= (0.08 * (m[k] / (1 - 0.9 ** step))) / (Math.sqrt(v[k] / (1 - 0.999 ** step)) + 1e-8)
    }
  }
  return new Map([...names.map((name, k) => [name, round(w[k])]), ['bias', round(w[n - 1])]])
}

function weighed(traits, weights) {
  return Object.entries(traits).reduce((sum, [name, value]) => sum + value * (weights.get(name) ?? 0), weights.get('bias'))
}

function scoreWith(some, modelOf) {
  let [tp, predicted, gold, carriers, matches, allGold] = [0, 0, 0, 0, 0, 0]
  some.forEach((story) => {
    const { statements, relays, claimOf, gold: sizes } = story
    const place = new Map(statements.map((one, k) => [one, k]))
    for (const size of sizes) {
      gold += (size * (size - 1)) / 2
      allGold += size
    }
    for (const group of alignStatements(statements, weighingOf(statements, relays, modelOf(story)))) {
      const claims = group.statements.map((one) => claimOf[place.get(one)])
      carriers += claims.length
      matches += claims.filter((claim) => claim !== undefined).length
      claims.forEach((b, k) => claims.slice(0, k).forEach((a) => {
        predicted++
        if (a !== undefined && a === b) tp++
      }))
    }
  })
  const percent = (x) => (100 * x).toFixed(1)
  return `claim pairs P ${percent(tp / predicted)} R ${percent(tp / gold)} F1 ${percent((2 * tp) / (predicted + gold))}; carriers P ${percent(matches / carriers)} R ${percent(matches / allGold)}`
}

function writeTable({ worth, pair }) {
  const rows = (part, weights) => [...weights].map(([trait, weight]) => `CLW-${part}-${trait}\t${part}\t${trait}\t${weight}`)
  writeFileSync(
    new URL('../../data/compare-claim-weights.tsv', import.meta.url),
    `${[
      '# Weights in log-odds of the traits of a statement (worth: is it a claim worth listing) and of two (pair: do they say one thing).',
      '# source: fitted by training/compare/fit-claims.mjs on invented stories written for this project; licence: Apache-2.0',
      'id\tpart\ttrait\tweight',
      ...rows('worth', worth),
      ...rows('pair', pair),
    ].join('\n')}\n`,
  )
}

function round(x) {
  return Math.round(x * 100) / 100
}
