// Writes training sequences for crf.cpp from articles with gold attributions.
// usage: node dump.mjs cues|parts DIST GOLD.jsonl[.gz] OUT.bin [FOLD-MODEL-0.bin FOLD-MODEL-1.bin]
// DIST is a build of src/. `parts` takes the cue models of two folds, so that no article is read by a model that knows it.
import { createWriteStream, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import { gunzipSync } from 'node:zlib'

const [task, dist, gold, out, ...models] = process.argv.slice(2)
const load = (name) => import(resolve(dist, name))
const { articleFromText } = await load('gather/article-from-text.js')
const { readLanguage } = await load('text/language.js')
const { findQuotations } = await load('read/quotations/quotations.js')
const { paragraphsIn } = await load('read/attributions/words.js')
const { cluesOf } = await load('read/attributions/clues.js')
const { cueSequence } = await load('read/attributions/cue-features.js')
const { partSequence } = await load('read/attributions/part-features.js')
const { readChain } = await load('read/attributions/chain-file.js')
const { ruleTriples } = await load('read/attributions/rule-triples.js')
const { cuesOf, partInput } = await load('read/attributions/learned-triples.js')

const bytes = readFileSync(gold)
const records = (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString('utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line))
const cache = `${out.replace(/[^/]*$/, '')}${basename(gold)}.language`
const languages = existsSync(cache) ? deserialize(readFileSync(cache)) : undefined
const kept = []
const chains = models.map((file) => readChain(new Uint8Array(readFileSync(file))))
const stream = createWriteStream(out)
let sequences = 0

for (const [n, record] of records.entries()) {
  const article = articleFromText({ text: record.text, ...(record.title ? { title: record.title } : {}) })
  const language = languages?.[n] ?? readLanguage(article.text, article.blocks)
  kept.push(language)
  const context = { article, language }
  const fold = n % 2
  for (const paragraph of paragraphsIn(context, findQuotations(context))) {
    if (task === 'cues') await writeCues(record, paragraph, fold)
    else await writeParts(record, paragraph, fold)
  }
}
stream.end()
if (languages === undefined) writeFileSync(cache, serialize(kept))
console.error(`${sequences} sequences of ${records.length} articles`)

async function writeCues(record, paragraph, fold) {
  const { words } = paragraph
  const labels = new Uint8Array(words.length)
  const free = new Uint8Array(words.length)
  for (const one of record.attributions) for (const range of one.content) mark(words, range, (i) => (free[i] = 1))
  for (const range of record.ignore ?? []) mark(words, range, (i) => (free[i] = 1))
  for (const one of record.attributions) {
    let first = true
    for (const range of one.cue) mark(words, range, (i) => { labels[i] = first ? 1 : 2; first = false; free[i] = 0 })
  }
  const clues = cluesOf(paragraph, ruleTriples(paragraph))
  for (let from = 0; from < words.length; from = words[from].last) {
    const to = words[from].last
    const sequence = cueSequence(clues, { from, to }, paragraph.isHeadline ? 1 : 0)
    if (free.subarray(from, to).every((x) => x === 1)) continue
    await write(sequence, fold, labels.subarray(from, to), free.subarray(from, to))
  }
}

async function writeParts(record, paragraph, fold) {
  const { words } = paragraph
  const byRule = ruleTriples(paragraph)
  const clues = cluesOf(paragraph, byRule)
  const found = chains.length > 0 ? cuesOf(paragraph, clues, chains[1 - fold] ?? chains[0]) : []
  const inContent = new Uint8Array(words.length)
  for (const one of record.attributions) for (const range of one.content) mark(words, range, (i) => (inContent[i] = 1))
  for (const range of record.ignore ?? []) mark(words, range, (i) => (inContent[i] = 1))
  const taken = new Set()
  for (const one of record.attributions) {
    const at = []
    for (const range of one.cue) mark(words, range, (i) => at.push(i))
    if (at.length === 0) continue
    const span = { from: Math.min(...at), to: Math.max(...at) + 1, score: 0.3 }
    const match = found.find((cue) => !taken.has(cue) && cue.from < span.to && span.from < cue.to)
    if (match !== undefined) taken.add(match)
    const cue = match ?? span
    const cues = [...found.filter((other) => other !== match), cue]
    const labels = new Uint8Array(words.length)
    for (const range of one.content) mark(words, range, (i) => (labels[i] = 2))
    for (const range of one.source ?? []) mark(words, range, (i) => (labels[i] = 1))
    for (let i = cue.from; i < cue.to; i++) labels[i] = 0
    await writePart(paragraph, clues, { cue, cues, byRule, labels, fold })
  }
  for (const cue of found) {
    if (taken.has(cue)) continue
    let inside = 0
    for (let i = cue.from; i < cue.to; i++) inside += inContent[i]
    if (inside > 0) continue
    await writePart(paragraph, clues, { cue, cues: found, byRule, labels: new Uint8Array(words.length), fold })
  }
}

async function writePart(paragraph, clues, { cue, cues, byRule, labels, fold }) {
  const sequence = partSequence(partInput(paragraph, { clues, cues, byRule }), cue)
  await write(sequence, fold, labels.subarray(sequence.from, sequence.from + sequence.length), new Uint8Array(sequence.length))
}

function mark(words, [start, end], set) {
  for (const word of words) if (word.start < end && start < word.end) set(word.at)
}

async function write({ length, nodes, edges }, fold, labels, free) {
  let size = 8
  for (let t = 0; t < length; t++) size += 6 + 4 * (nodes[t].length + edges[t].length)
  const buffer = Buffer.alloc(size)
  let at = buffer.writeUInt32LE(fold, 0)
  at = buffer.writeUInt32LE(length, at)
  for (let t = 0; t < length; t++) {
    at = buffer.writeUInt8(labels[t], at)
    at = buffer.writeUInt8(free[t], at)
    at = buffer.writeUInt16LE(nodes[t].length, at)
    at = buffer.writeUInt16LE(edges[t].length, at)
    for (const feature of nodes[t]) at = buffer.writeUInt32LE(feature, at)
    for (const feature of edges[t]) at = buffer.writeUInt32LE(feature, at)
  }
  sequences++
  if (!stream.write(buffer)) await new Promise((done) => stream.once('drain', done))
}
