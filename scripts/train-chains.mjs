// node scripts/train-chains.mjs CONLL-FOLDER: fits weights/chains/ranker.bin on train.jsonl.gz of OntoGUM as converted by score-names.
// Seeded, one core, a few minutes. Only documents whose text carries no non-commercial clause are used.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { root } from './install.mjs'

const dist = process.env.CHAINS_DIST ?? `${root}dist`
const { readLanguage } = await import(`${dist}/text/language.js`)
const { paragraphsOf } = await import(`${dist}/text/paragraphs.js`)
const { candidatesOf } = await import(`${dist}/read/chains/candidates.js`)
const { looksAt } = await import(`${dist}/read/chains/look.js`)
const { resolution } = await import(`${dist}/read/chains/ranker.js`)
const { rankerSize } = await import(`${dist}/read/chains/pair-features.js`)

const freeGenres = /^GUM_(?:news|interview|academic|court|textbook|vlog|conversation|speech|bio|voyage)_/
const epochs = Number(process.env.EPOCHS ?? 6)
const costs = {
  missed: Number(process.env.MISSED ?? 2.5),
  invented: Number(process.env.INVENTED ?? 0.2),
  wrong: 1,
}
const documents = recordsOf(`${process.argv[2]}/train.jsonl.gz`)
  .filter(({ id }) => freeGenres.test(id))
  .map(prepared)
const weights = new Float64Array(rankerSize)
const squares = new Float64Array(rankerSize).fill(1)
const total = new Float64Array(rankerSize)
const random = generator(11)
for (let epoch = 0; epoch < epochs; epoch++) {
  shuffle(documents, random)
  let right = 0
  let all = 0
  for (const document of documents) {
    const got = learn(document)
    right += got.right
    all += got.all
  }
  for (let k = 0; k < rankerSize; k++) total[k] += weights[k]
  console.error(`epoch ${epoch + 1}: ${((100 * right) / all).toFixed(2)} % of ${all} decisions right`)
}
save()

function recordsOf(file) {
  return gunzipSync(readFileSync(file))
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
}

function prepared({ text, mentions, chains }) {
  const language = readLanguage(text, paragraphsOf(text))
  const candidates = candidatesOf(text, language.sentences, language.names)
  const chainOf = new Map()
  chains.forEach((chain, c) => {
    for (const m of chain) chainOf.set(`${mentions[m].start} ${mentions[m].end}`, c)
  })
  const gold = candidates.map(({ start, end }) => chainOf.get(`${start} ${end}`) ?? -1)
  return { looks: looksAt(text, language.sentences, candidates), gold }
}

function learn({ looks, gold }) {
  const running = resolution(looks, weights)
  let right = 0
  for (let i = 0; i < looks.length; i++) {
    const sure = running.sure(i)
    if (sure >= 0) {
      running.join(i, sure)
      continue
    }
    const options = running.options(i)
    const scores = running.scores(i, options)
    const good = options.map((option) => gold[i] >= 0 && gold[option] === gold[i])
    const isAnaphor = good.includes(true)
    const fine = [!isAnaphor, ...good]
    let best = 0
    for (let k = 1; k < scores.length; k++) if (scores[k] > scores[best]) best = k
    if (fine[best]) right++
    const costly = scores.map((score, k) => score + (fine[k] ? 0 : costOf(k, isAnaphor)))
    const top = Math.max(...costly)
    const weightOf = costly.map((score) => Math.exp(score - top))
    const sum = weightOf.reduce((a, b) => a + b, 0)
    const goodSum = weightOf.reduce((a, b, k) => a + (fine[k] ? b : 0), 0)
    const slopes = weightOf.map((w, k) => (fine[k] ? w / goodSum : 0) - w / sum)
    slopes.forEach((slope, k) => {
      if (Math.abs(slope) > 1e-4) step(running.features(i, k === 0 ? -1 : options[k - 1]), slope)
    })
    running.join(i, best === 0 ? -1 : options[best - 1])
  }
  return { right, all: looks.length }
}

function costOf(k, isAnaphor) {
  if (k === 0) return costs.missed
  return isAnaphor ? costs.wrong : costs.invented
}

function step(features, slope) {
  for (const k of features) {
    const g = slope - 1e-4 * weights[k]
    squares[k] += g * g
    weights[k] += (0.2 * g) / Math.sqrt(squares[k])
  }
}

function save() {
  const bytes = new Uint8Array(rankerSize * 2)
  const view = new DataView(bytes.buffer)
  for (let k = 0; k < rankerSize; k++) {
    view.setInt16(2 * k, Math.max(-32767, Math.min(32767, Math.round((total[k] / epochs) * 1024))), true)
  }
  const folder = process.env.CHAINS_OUT ?? `${root}weights/chains`
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${folder}/ranker.bin`, bytes)
  console.error(`${folder}/ranker.bin: ${bytes.length} bytes`)
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
