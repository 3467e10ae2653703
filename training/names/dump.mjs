// node training/names/dump.mjs HELD.jsonl OUT NETWORK…: what the second look at names learns from.
// HELD has a sequence a line ({set, doc, fold, forms, names, …}, training/names/folds.py); NETWORK k was trained without fold k and reads it; folds
// without a network are left out. Writes OUT.features (u32), OUT.ends (f64), OUT.near (f32) and OUT.jsonl. `npm run build` first.
import { readFileSync, writeFileSync } from 'node:fs'

const root = new URL('../../', import.meta.url)
const [held, out, ...networks] = process.argv.slice(2)
const load = (path) => import(new URL(`dist/text/${path}`, root))
const { openNetwork } = await load('reader/network.js')
const { openSecondTagger } = await load('tags/second-tagger.js')
const { hash } = await load('tags/feature-rows.js')
const { candidatesOf } = await load('names/candidates.js')
const { nameFeatures } = await load('names/name-features.js')
const { nearScores } = await load('names/second-namer.js')
const { viewer } = await load('names/name-view.js')

const nets = networks.map((file) => openNetwork(new Uint8Array(readFileSync(file))))
const { header } = nets[0]
const width = header.names.length
const retag = openSecondTagger(header) // Its 23,600 rows know the treebanks' training text; the names of the other sets are new to it.
const views = viewer(header)
const any = 2 ** width - 1
const starts = header.names.reduce((bits, tag, i) => (tag.startsWith('I-') ? bits : bits | (1 << i)), 0)
const insides = header.names.reduce((bits, tag, i) => (tag.startsWith('I-') ? bits | (1 << i) : bits), 0)
const random = generator(11)
const documents = documentsOf()
documents.push(...documents.flatMap(otherWays))

const features = []
const near = []
const ends = [0]
const lines = []
let total = 0
for (const { set, fold, sentences } of documents) {
  const forms = sentences.map((sentence) => sentence.forms)
  const decoded = nets[fold].decode(forms)
  const view = views(forms, decoded, retag(forms, decoded))
  sentences.forEach((sentence, s) => {
    const candidates = candidatesOf(forms[s], view.upos(s), view.first(s))
    const seen = view.view(s)
    candidates.forEach((is, i) => {
      const keys = is ? nameFeatures(seen, i).map((feature) => hash(feature)) : []
      total += keys.length
      features.push(Uint32Array.from(keys))
      ends.push(total)
      near.push(is ? Float32Array.from(nearScores(decoded[s].nameScores, i, width)) : new Float32Array(3 * width))
    })
    lines.push(JSON.stringify({ set, candidates: candidates.map(Number), names: sentence.names, forms: forms[s], upos: sentence.upos }))
  })
}
writeFileSync(`${out}.features`, joined(Uint32Array, features))
writeFileSync(`${out}.near`, joined(Float32Array, near))
writeFileSync(`${out}.ends`, Float64Array.from(ends))
writeFileSync(`${out}.jsonl`, lines.join('\n'))
console.error(`${documents.length} texts, ${lines.length} sentences, ${near.length} words, ${total} features`)

function joined(kind, parts) {
  const all = new kind(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

function documentsOf() {
  const found = []
  let last
  for (const line of readFileSync(held, 'utf8').trim().split('\n')) {
    const one = JSON.parse(line)
    if (nets[one.fold] === undefined) continue
    const key = `${one.set} ${one.doc ?? (one.set === 'wikigold' ? Math.floor(one.i / 12) : one.i)}`
    if (key !== last) found.push({ set: one.set, fold: one.fold, sentences: [] })
    last = key
    found.at(-1).sentences.push({ ...one, names: masks(one) })
  }
  return found
}

// Addresses are no names, what is said of @users is not learned, and the gold tree of EWT says where one name may end and the next begin.
function masks({ set, forms, names, upos, xpos, head, deprel }) {
  const found = names.map((mask, i) => {
    if (/^(?:https?:|www\.)|[^@]@|\.(?:com|org|net|gov|edu|html?)\b/i.test(forms[i]) || (xpos?.[i] === 'ADD' && !forms[i].startsWith('@'))) return 1
    return forms[i].startsWith('@') ? any : mask
  })
  if (set !== 'ewt') return found
  const tops = forms.map((_, i) => {
    let top = i
    for (let step = 0; step < 12 && /^(?:compound|flat|goeswith)/.test(deprel[top]) && head[top] > 0; step++) top = head[top] - 1
    return top
  })
  return found.map((mask, i) => {
    if (i === 0 || upos[i] !== 'PROPN' || upos[i - 1] !== 'PROPN' || mask !== any) return mask
    if (tops[i] !== tops[i - 1] && deprel[i] !== 'nmod:poss') return mask & starts
    return deprel[i].startsWith('flat') && found[i - 1] === any ? mask & insides : mask
  })
}

// Sentences in other dress: without the comma or bracket between two names, run together with the next, and in small letters.
function otherWays({ set, fold, sentences }) {
  const isName = (mask) => (mask & 1) === 0
  const certain = ({ names, upos }, i) => (set === 'ewt' ? upos[i] === 'PROPN' : isName(names[i]))
  const made = []
  sentences.forEach((one, s) => {
    const { forms, names, upos } = one
    const dropped = forms.map((form, i) => [',', '(', '-'].includes(form) && isName(names[i - 1] ?? 1) && isName(names[i + 1] ?? 1))
    if (set !== 'ewt' && set !== 'btc' && dropped.includes(true)) {
      const kept = (_, i) => !dropped[i]
      made.push({ forms: forms.filter(kept), names: names.filter(kept) })
    }
    const next = sentences[s + 1]
    const end = /^[.!?,:;-]+$/.test(forms.at(-1)) ? forms.length - 1 : forms.length
    if (next !== undefined && end > 0 && end + next.forms.length < 60 && (certain(one, end - 1) || (certain(next, 0) && random() < 0.3))) {
      const second = next.names.map((mask, i) => (i === 0 && mask === any ? mask & starts : mask))
      made.push({ forms: [...forms.slice(0, end), ...next.forms], names: [...names.slice(0, end), ...second], upos: upos && [...upos.slice(0, end), ...next.upos] })
    }
    if (set !== 'btc' && random() < 0.06 && forms.some((_, i) => isName(names[i]) || upos?.[i] === 'PROPN'))
      made.push({ forms: forms.map((form) => form.toLowerCase()), names, upos })
  })
  return made.map((sentence) => ({ set, fold, sentences: [sentence] }))
}

function generator(seed) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}
