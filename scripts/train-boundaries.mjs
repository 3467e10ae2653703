// node scripts/train-boundaries.mjs TREEBANKS [NAME] [FOLDER]: fits weights/boundaries/token-junctions.tsv and sentence-ends.tsv, or NAME alone (all: both); into FOLDER if told.
// TREEBANKS holds EWT/train.conllu.gz and GUM/train.conllu.gz of Universal Dependencies; seeded, one core, about a minute.
import { readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { root } from './install.mjs'

const [from, only, folder = `${root}weights/boundaries`] = process.argv.slice(2)
const dist = process.env.BOUNDARY_DIST ?? `${root}dist`
const { provideWeights } = await import(`${dist}/text/weight-files.js`)
// A first run has no weights yet.
for (const name of ['token-junctions', 'sentence-ends'])
  provideWeights(`boundaries/${name}.tsv`, new Uint8Array())
const { piecesOf } = await import(`${dist}/text/pieces.js`)
const { junctionFeatures } = await import(`${dist}/text/junction-features.js`)
const { sureCut } = await import(`${dist}/text/tokens.js`)
const { sentenceFeatures } = await import(`${dist}/text/sentence-features.js`)
const { isCandidate, noteMarks } = await import(`${dist}/text/sentences.js`)

const firstKept = 6

// GUM genres whose text carries no non-commercial clause.
const freeGenres = /^GUM_(?:news|interview|academic|court|textbook|vlog|conversation|speech|bio|voyage)_/
const documents = [
  ...documentsOf(`${from}/EWT/train.conllu.gz`),
  ...documentsOf(`${from}/GUM/train.conllu.gz`).filter((document) => freeGenres.test(document.id)),
]
for (const [name, places, says, how] of [
  ['token-junctions', junctionsOf, 'Weights of the places where a token may end, in 64ths', { epochs: 16 }],
  [
    'sentence-ends',
    endsOf,
    'Weights of the places where a sentence may end, in 64ths',
    { epochs: 30, dropped: 0.3, seeds: 4 },
  ],
]) {
  if (only === undefined || only === 'all' || only === name)
    write(name, learn(documents.flatMap(places), how), says)
}

function documentsOf(file) {
  const found = []
  for (const line of gunzipSync(readFileSync(file)).toString('utf8').split('\n')) {
    if (line.startsWith('# newdoc')) found.push({ id: line.split('= ')[1], paragraphs: [] })
    const document = found.at(-1)
    if (line.startsWith('# newdoc') || line.startsWith('# newpar'))
      document.paragraphs.push({ text: '', words: [], ends: [] })
    const paragraph = document?.paragraphs.at(-1)
    if (line === '') paragraph?.ends.push(paragraph.words.length)
    const cells = line.split('\t')
    if (cells.length !== 10 || cells[0].includes('.')) continue
    addWord(paragraph, cells)
  }
  return found
}

// A token of several words is cut like the words when they spell it, else kept whole.
function addWord(paragraph, [id, form, , , , , , , , misc]) {
  const isPart = paragraph.until !== undefined && Number(id) <= paragraph.until
  if (isPart) {
    paragraph.parts.push(form)
    if (Number(id) === paragraph.until) closeParts(paragraph)
    return
  }
  if (id.includes('-')) {
    Object.assign(paragraph, { until: Number(id.split('-')[1]), parts: [], whole: form, misc })
    return
  }
  paragraph.words.push(place(paragraph, form))
  if (!misc.includes('SpaceAfter=No')) paragraph.text += ' '
}

function closeParts(paragraph) {
  const spelled = paragraph.parts.join('').toLowerCase() === paragraph.whole.toLowerCase()
  for (const part of spelled ? paragraph.parts : [paragraph.whole])
    paragraph.words.push(place(paragraph, part))
  if (!paragraph.misc.includes('SpaceAfter=No')) paragraph.text += ' '
  paragraph.until = undefined
}

function place(paragraph, form) {
  const start = paragraph.text.length
  paragraph.text += form
  return { start, end: start + form.length }
}

function junctionsOf(document) {
  return document.paragraphs.flatMap(({ text, words }) => {
    const cuts = new Set(words.map((word) => word.end))
    const pieces = piecesOf(text, { start: 0, end: text.length })
    const found = []
    for (let i = 0; i + 1 < pieces.count; i++) {
      if (pieces.ends[i] !== pieces.starts[i + 1] || sureCut(text, pieces, i) !== undefined) continue
      found.push({
        features: junctionFeatures(text, pieces, i).map((parts) => parts.join('')),
        yes: cuts.has(pieces.ends[i]),
      })
    }
    return found
  })
}

function endsOf(document) {
  return document.paragraphs.flatMap(({ text, words, ends }) => {
    const last = new Set(ends)
    const state = { start: 0, quoteOpen: false, brackets: 0 }
    const found = []
    for (let i = 0; i + 1 < words.length; i++) {
      noteMarks(text, words, i, state)
      if (isCandidate(text, words, i)) {
        found.push({
          features: sentenceFeatures(text, words, i, state).map((parts) => parts.join('')),
          yes: last.has(i + 1),
        })
      }
      if (last.has(i + 1)) Object.assign(state, { start: i + 1, brackets: 0 })
    }
    return found
  })
}

// Logistic regression by AdaGrad with a light pull to zero; features seen once are left out. A share `dropped` of an example's features
// is left out at random, so that none is leant on alone; the weights of `seeds` runs are averaged.
function learn(examples, { epochs, dropped = 0, seeds = 1 }) {
  const counts = new Map()
  for (const { features } of examples)
    for (const name of features) counts.set(name, (counts.get(name) ?? 0) + 1)
  const names = [...counts]
    .filter(([, count]) => count >= 2)
    .map(([name]) => name)
    .sort()
  const index = new Map(names.map((name, i) => [name, i]))
  const rows = examples.map(({ features, yes }) => ({
    features: features.map((name) => index.get(name)).filter((i) => i !== undefined),
    yes: yes ? 1 : 0,
  }))
  const weights = new Float64Array(names.length)
  for (let seed = 0; seed < seeds; seed++)
    fitted(rows, names.length, { epochs, dropped, random: generator(7 + seed) }).forEach((weight, i) => {
      weights[i] += weight / seeds
    })
  const right = rows.filter(
    ({ features, yes }) => features.reduce((sum, i) => sum + weights[i], 0) > 0 === (yes === 1),
  )
  console.error(
    `${examples.length} places, ${names.length} features, ${((100 * right.length) / rows.length).toFixed(2)} % right in training`,
  )
  return names
    .map((name, i) => [name, Math.round(weights[i] * 64)])
    .filter(([, weight]) => Math.abs(weight) >= 6)
}

function fitted(rows, size, { epochs, dropped, random }) {
  const weights = new Float64Array(size)
  const squares = new Float64Array(size).fill(1e-6)
  const sums = new Float64Array(size)
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(rows, random)
    for (const { features: all, yes } of rows) {
      const features = dropped > 0 ? all.filter(() => random() >= dropped) : all
      let sum = 0
      for (const i of features) sum += weights[i]
      const error = yes - 1 / (1 + Math.exp(-sum))
      for (const i of features) {
        const slope = error - 1e-4 * weights[i]
        squares[i] += slope * slope
        weights[i] += (0.15 * slope) / Math.sqrt(squares[i] + 1)
      }
    }
    // The mean over the later rounds holds better than the last.
    if (epoch >= firstKept) for (let i = 0; i < size; i++) sums[i] += weights[i] / (epochs - firstKept)
  }
  return sums
}

function generator(seed) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

function shuffle(rows, random) {
  for (let i = rows.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[rows[i], rows[j]] = [rows[j], rows[i]]
  }
}

function write(name, weights, says) {
  const head = `# ${says}; fitted by scripts/train-boundaries.mjs.\n# source: UD English EWT train, GUM train (documents without a non-commercial clause); licence: CC BY-SA 4.0\nid\tweight\n`
  const rows = weights.map(([feature, weight]) => `${feature}\t${weight}`).join('\n')
  writeFileSync(`${folder}/${name}.tsv`, `${head}${rows}\n`)
  console.error(`${folder}/${name}.tsv: ${weights.length} rows`)
}
