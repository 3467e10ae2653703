// node training/tags/train.mjs TREEBANKS [rounds=5] [seeds=2] [network=FILE] [out=FILE]: fits the second tagger over a fixed network and writes weights/reader/tags.bin.
// TREEBANKS holds EWT/train.conllu.gz and GUM/train.conllu.gz. Seeded, no development data; `npm run build` first. About a minute of one core.
//
// The network has seen its training text, so its scores there are too good to learn from. The model therefore learns the tags by itself, from
// spelling, neighbours and the tags around, on the words that the network found least certain; the two are added up as equals.
import { readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { container } from '../container.mjs'

const root = new URL('../../', import.meta.url)
const [treebanks, ...options] = process.argv.slice(2)
const told = Object.fromEntries(options.map((option) => option.split('=')))
const { openNetwork } = await import(new URL('dist/text/reader/network.js', root))
const { tagFeatures } = await import(new URL('dist/text/tags/tag-features.js', root))
const { looksOf } = await import(new URL('dist/text/tags/word-looks.js', root))

const rounds = Number(told.rounds ?? 5)
const seeds = Number(told.seeds ?? 2)
const out = told.out ?? new URL('weights/reader/tags.bin', root)
const rows = 23_600 // Features kept, those that move a score most.
const below = 6 // Words whose lead is less are looked at again.
const learned = 7.5 // Words of the training text with a lead below this are learned from: the hardest third.
const power = 1 // How much frequent features are favoured over strong ones.
const bound = 4 // The largest weight kept.
const dropped = 0.1
const rate = 0.1
const pull = 1e-5
const weightOf = { EWT: 1.5, GUM: 1 }
const mostInSentence = 140

const { header, decode } = openNetwork(new Uint8Array(readFileSync(told.network ?? new URL('weights/reader/reader.bin', root))))
const width = header.upos.length
const documents = [...documentsOf('EWT', /(?:)/), ...documentsOf('GUM', /^GUM_(?!whow|fiction|essay|letter|podcast)/)]
const random = generator(7)
const relations = documents.slice(0, 40).flatMap(({ sentences }) => sentences.flatMap(({ deprel }) => deprel))
const examples = documents.flatMap(examplesOf)
const keys = numbered(examples)
console.error(`${examples.length} words to learn from, ${keys.length} features`)
write(learn(examples))

function documentsOf(set, wanted) {
  const found = []
  let rowsOfSentence = []
  for (const line of gunzipSync(readFileSync(`${treebanks}/${set}/train.conllu.gz`)).toString('utf8').split('\n')) {
    if (line.startsWith('# newdoc')) found.push({ id: line.split('= ')[1], set, sentences: [] })
    const cells = line.split('\t')
    if (cells.length === 10 && /^\d+$/.test(cells[0])) rowsOfSentence.push(cells)
    if (line !== '' || rowsOfSentence.length === 0) continue
    const column = (i) => rowsOfSentence.map((cells) => cells[i])
    if (rowsOfSentence.length <= mostInSentence)
      found.at(-1).sentences.push({
        forms: column(1),
        upos: column(3),
        xpos: column(4),
        deprel: column(7).map((label) => label.split(':')[0]),
      })
    rowsOfSentence = []
  }
  return found.filter(({ id }) => wanted.test(id))
}

function examplesOf({ set, sentences }) {
  const looks = looksOf(sentences.map(({ forms }) => forms))
  const decoded = decode(sentences.map(({ forms }) => forms))
  return sentences.flatMap(({ forms, upos, deprel }, sentence) =>
    forms.flatMap((_, word) => {
      const label = heard(deprel[word])
      if (lead(decoded[sentence].uposScores.subarray(word * width, (word + 1) * width)) >= learned) return []
      const place = { sentence, word, tags: upos, deprel: label }
      return [{ rows: Uint32Array.from(tagFeatures(looks, place)), tag: header.upos.indexOf(upos[word]), weight: weightOf[set] }]
    }),
  )
}

// Puts numbers in the place of features; what stands once is left out. Gives the features by number.
function numbered(all) {
  const counts = new Map()
  for (const { rows } of all) for (const key of rows) counts.set(key, (counts.get(key) ?? 0) + 1)
  const kept = [...counts].filter(([, count]) => count >= 2)
  const numbers = new Map(kept.map(([key], i) => [key, i]))
  for (const example of all)
    example.rows = Int32Array.from([...example.rows].flatMap((key) => numbers.get(key) ?? []))
  return kept.map(([key, count]) => ({ key, count }))
}

// The parser's labels are wrong one time in eight; the model must not trust them like those of the treebank.
function heard(label) {
  if (random() < 0.25) return undefined
  return random() < 0.12 ? relations[Math.floor(random() * relations.length)] : label
}

function lead(scores) {
  const [most = 0, next = 0] = [...scores].sort((a, b) => b - a)
  return most - next
}

// Softmax regression by AdaGrad with a light pull to zero; features are left out at random, and late rounds and all seeds averaged.
function learn(all) {
  const mean = new Float32Array(keys.length * width)
  const kept = Math.max(1, rounds - 2)
  for (let seed = 1; seed <= seeds; seed++) {
    const weights = new Float32Array(keys.length * width)
    const squares = new Float32Array(keys.length * width).fill(1e-4)
    const random = generator(seed)
    for (let round = 0; round < rounds; round++) {
      shuffle(all, random)
      let loss = 0
      for (const example of all) loss += step(example, weights, squares, random)
      if (round >= rounds - kept) for (let i = 0; i < mean.length; i++) mean[i] += weights[i] / kept / seeds
      console.error(`seed ${seed}, round ${round}: loss ${(loss / all.length).toFixed(4)}`)
    }
  }
  return mean
}

function step({ rows: given, tag, weight }, weights, squares, random) {
  const used = given.filter(() => random() >= dropped)
  const scores = new Float64Array(width)
  for (const row of used) for (let k = 0; k < width; k++) scores[k] += weights[row * width + k]
  const most = Math.max(...scores)
  const shares = scores.map((score) => Math.exp(score - most))
  const sum = shares.reduce((a, b) => a + b)
  for (let k = 0; k < width; k++) {
    const error = ((k === tag ? 1 : 0) - shares[k] / sum) * weight
    if (Math.abs(error) < 2e-3) continue
    for (const row of used) {
      const i = row * width + k
      const slope = error - pull * weights[i]
      squares[i] += slope * slope
      weights[i] += (rate * slope) / Math.sqrt(squares[i] + 0.1)
    }
  }
  return -Math.log(shares[tag] / sum)
}

function write(weights) {
  const moved = (i) => weights.subarray(i * width, (i + 1) * width).reduce((sum, weight) => sum + weight * weight, 0)
  const kept = keys
    .map(({ key, count }, i) => ({ key, i, worth: moved(i) * count ** power }))
    .sort((a, b) => b.worth - a.worth || a.key - b.key)
    .slice(0, rows)
    .sort((a, b) => a.key - b.key)
  const most = kept.reduce((most, { i }) => Math.max(most, ...weights.subarray(i * width, (i + 1) * width).map(Math.abs)), 0)
  const scale = Math.min(most, bound) / 127
  const small = Int8Array.from(
    kept.flatMap(({ i }) => [...weights.subarray(i * width, (i + 1) * width)]),
    (weight) => Math.max(-127, Math.min(127, Math.round(weight / scale))),
  )
  const head = { format: 1, model: 'onrecord-tags-1', scales: {}, below, upos: header.upos, xposOf: companions() }
  const bytes = container(head, {
    keys: { type: 'u32', shape: [kept.length], data: Uint32Array.from(kept, ({ key }) => key) },
    tags: { type: 'i8', shape: [kept.length, width], data: small },
    'tags.k': { type: 'f32', shape: [1], data: Float32Array.of(scale) },
  })
  writeFileSync(out, bytes)
  console.error(`${out}: ${bytes.length} bytes, largest weight ${most.toFixed(2)}`)
}

// XPOS that stand with a UPOS at least five times.
function companions() {
  const counts = new Map()
  for (const { sentences } of documents)
    for (const { upos, xpos } of sentences)
      upos.forEach((tag, i) => {
        const key = `${tag} ${xpos[i]}`
        counts.set(key, (counts.get(key) ?? 0) + 1)
      })
  return Object.fromEntries(
    header.upos.map((tag) => [tag, header.xpos.filter((xpos) => (counts.get(`${tag} ${xpos}`) ?? 0) >= 5)]),
  )
}

function generator(seed) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

function shuffle(list, random) {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[list[i], list[j]] = [list[j], list[i]]
  }
}
