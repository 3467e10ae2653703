// Writes what train.py learns from: the words of articles with gold attributions as the product sees them.
// usage: node dump.mjs DIST GOLD.jsonl[.gz] OUT.bin [SILVER.jsonl]
// DIST is a build of src/. SILVER (the output of `predict attribution` on GOLD) adds attributions inside others, which
// the gold leaves out, and spurious ones, which are to be rejected. README.md has the layout of OUT.bin.
import { createWriteStream, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'

const [dist, gold, out, silver] = process.argv.slice(2)
const load = (name) => import(resolve(dist, name))
const { articleFromText } = await load('gather/article-from-text.js')
const { readLanguage } = await load('text/language.js')
const { findQuotations } = await load('read/quotations/quotations.js')
const { paragraphsIn } = await load('read/attributions/words.js')
const { wordFeatures, ruleParts } = await load('read/attributions/word-features.js')
const { cueView } = await load('read/attributions/cue-view.js')
const { ruleTriples } = await load('read/attributions/rule-triples.js')

const GOLD = 100, SILVER = 50, NESTED_OUTSIDE = 25
const records = linesOf(gold)
const guesses = new Map(silver ? linesOf(silver).map((one) => [one.id, one.attributions]) : [])
const stream = createWriteStream(out)
let seed = 7
let views = 0
for (const [n, record] of records.entries()) {
  const article = articleFromText({ text: record.text, ...(record.title ? { title: record.title } : {}) })
  const context = { article, language: readLanguage(article.text, article.blocks) }
  for (const paragraph of paragraphsIn(context, findQuotations(context))) if (paragraph.words[0].token.state !== undefined) await write(n, record, paragraph)
}
stream.end()
console.error(`${views} cues of ${records.length} articles`)

async function write(article, record, paragraph) {
  const { words } = paragraph
  const n = words.length
  const byRule = ruleTriples(paragraph)
  const features = wordFeatures(paragraph, byRule)
  const [cue, source, content, ignored] = [0, 0, 0, 0].map(() => new Uint8Array(n))
  const weight = new Uint8Array(n).fill(GOLD)
  const here = (one) => one.cue.some(([start, end]) => words[0].start < end && start < words.at(-1).end)
  const inside = record.attributions.filter((one) => one.content.length > 0 && here(one))
  for (const one of record.attributions) for (const range of one.content) mark(range, (i) => (content[i] = 1))
  for (const one of record.attributions) for (const range of one.source ?? []) mark(range, (i) => (source[i] = 1))
  for (const range of record.ignore ?? []) mark(range, (i) => (ignored[i] = 1))
  for (let i = 0; i < n; i++) if (content[i] || ignored[i]) weight[i] = ignored[i] || !silver ? 0 : NESTED_OUTSIDE
  const seen = []
  for (const one of inside) {
    const at = wordsOf(one.cue)
    if (at.length === 0) continue
    at.forEach((i, k) => { cue[i] = k === 0 ? 1 : 2; weight[i] = GOLD })
    seen.push({ at, one, weight: GOLD })
  }
  const taken = (at) => seen.some((other) => at.some((i) => other.at.includes(i)))
  const isIn = (at) => at.some((i) => content[i] || ignored[i])
  for (const one of (guesses.get(record.id) ?? []).filter(here)) {
    const at = wordsOf(one.cue)
    if (at.length === 0 || taken(at)) continue
    if (isIn(at)) {
      // One attribution inside another's content that the last model found.
      if (!at.every((i) => content[i] && !ignored[i])) continue
      at.forEach((i, k) => { cue[i] = k === 0 ? 1 : 2; weight[i] = SILVER })
      seen.push({ at, one, weight: SILVER })
    } else seen.push({ at, weight: GOLD })
  }
  if (silver) {
    for (const triple of byRule) {
      const at = wordsOf([[triple.cue.start, triple.cue.end]])
      if (at.length > 0 && !taken(at) && !isIn(at)) seen.push({ at, weight: GOLD })
    }
    for (let i = 0; i < n; i++)
      if (features.rows[i] > 0 && random() < 0.15 && !taken([i]) && !isIn([i])) seen.push({ at: [i], weight: GOLD })
  }
  const parts = [Int32Array.of(article, n, seen.length), statesOf(words), features.heads, features.slots, cue, weight, source, content]
  for (const { at, one, weight } of seen) {
    const span = jittered({ from: Math.min(...at), to: Math.max(...at) + 1, score: 1 }, n)
    const range = { start: words[span.from].start, end: words[span.to - 1].end }
    const own = byRule.find((triple) => triple.cue.start < range.end && range.start < triple.cue.end)
    const view = cueView(features, span, ruleParts(words, own === undefined ? [] : [own]))
    const labels = new Uint8Array(n)
    if (one !== undefined) {
      for (const piece of one.content) mark(piece, (i) => (labels[i] = 2))
      for (const piece of one.source ?? []) mark(piece, (i) => (labels[i] = 1))
      for (const i of at) labels[i] = 3
    }
    parts.push(Int32Array.of(view.from, view.to, view.head, span.from, span.to, weight), view.slots, labels.subarray(view.from, view.to))
    views++
  }
  const buffer = Buffer.concat(parts.map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength)))
  if (!stream.write(buffer)) await new Promise((done) => stream.once('drain', done))

  function mark([start, end], set) {
    for (const word of words) if (word.start < end && start < word.end) set(word.at)
  }
  function wordsOf(ranges) {
    return words.filter((word) => ranges.some(([start, end]) => word.start < end && start < word.end)).map((word) => word.at)
  }
}

// Cues are found with other edges than people give them, so a third of them are moved by a word.
function jittered(span, n) {
  if (!silver || random() > 0.33) return span
  let { from, to } = span
  const way = Math.floor(random() * 4)
  if (way === 0 && to - from > 1) from++
  if (way === 1 && to - from > 1) to--
  if (way === 2 && from > 0) from--
  if (way === 3 && to < n) to++
  return { ...span, from, to }
}

function statesOf(words) {
  const width = words[0].token.state.length
  const states = new Int16Array(words.length * width)
  words.forEach((word, i) => states.set(word.token.state, i * width))
  return states
}

function random() {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
  return seed / 4294967296
}

function linesOf(path) {
  const bytes = readFileSync(path)
  return (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString('utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line))
}
