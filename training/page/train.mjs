// Trains the page model on the development halves of the extraction data and writes data/page-model.json.
//   node training/page/train.mjs DATA [--out FILE] [--predict FOLDER] [--folds 8] [--python python3]
// DATA is a folder with NAME.pages.jsonl.gz and NAME.truth.jsonl.gz. With --predict, texts predicted out of fold (no site is in
// two folds) are written to FOLDER/NAME.jsonl, for the scorer. Needs a built dist/ or a Node that reads TypeScript, and
// LightGBM and scikit-learn (see boost.py and linear.py).
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { labelsOf } from './labels.mjs'

const base = process.features.typescript ? ['../../src', 'ts'] : ['../../dist', 'js']
const load = (path) => import(`${base[0]}/gather/page/${path}.${base[1]}`)
const { scanPage } = await load('scan')
const { pageMetadata } = await load('metadata/metadata')
const { pageFeatures, pageFeatureNames } = await load('features/page-features')
const { rowOf } = await load('features/page-table')
const { blockNamePlaces } = await load('features/cue-features')
const { wordPlaces } = await load('features/word-places')
const { hashPlaces } = await load('features/hashes')
const { isAskedAgain, secondLook, secondLookNames } = await load('features/second-look')
const { judgeBlocks } = await load('judge-blocks')
const { bodyText } = await load('body-text')
const { embeddedBody } = await load('embedded-body')

const data = process.argv[2]
const option = (name, fallback) => {
  const at = process.argv.indexOf(`--${name}`)
  return at === -1 ? fallback : process.argv[at + 1]
}
const folds = Number(option('folds', 8))
const sets = ['zyte', 'fundus', 'wcxb']
// More trees that each add less: what the seed alone decides is averaged out.
const rounds = 240
const rate = 0.05
// Pages of news outlets count for more than the how-to pages and product lists that fill WCXB.
const shares = { zyte: 1.5, fundus: 1.2, wcxb: 0.8 }

const pages = sets.flatMap((set) => pagesOf(set))
console.error(`${pages.length} pages, ${pages.reduce((n, page) => n + page.labels.length, 0)} blocks`)

// Cues and two looks, all out of fold: each is trained on what models that have not seen the page say of it.
const names = [...pageFeatureNames(), ...secondLookNames]
const words = linear((page) => page.blocks.map(wordPlaces))
const nameCues = linear((page) => blockNamePlaces(page.scan))
for (const page of pages) {
  page.features = pageFeatures(page.scan, page.metadata, { words: words.oof.get(page), names: nameCues.oof.get(page) })
}
const first = boosted((page) => rowsOf(page, page.features.measures))
for (const page of pages) secondLook(page.scan, page.features, first.oof.get(page))
const second = boosted((page) => rowsOf(page))

const folder = option('predict')
if (folder !== undefined) {
  for (const set of sets) {
    const lines = pages
      .filter((page) => page.set === set)
      .map((page) => {
        const looks = first.oof.get(page)
        const p = second.oof.get(page).map((again, i) => (isAskedAgain(looks[i]) ? again : looks[i]))
        const text = textOf(page, p)
        const blocks = page.blocks.map((block, i) => [page.labels[i], Math.round(p[i] * 100), block.slice(0, 100)])
        return JSON.stringify({ id: page.id, text, blocks })
      })
    writeFileSync(`${folder}/${set}.jsonl`, `${lines.join('\n')}\n`)
  }
}

const out = option('out')
if (out !== undefined) {
  const stored = { features: pageFeatureNames(), second: secondLookNames, words: words.model, names: nameCues.model, first: first.model, look: second.model }
  writeFileSync(out, JSON.stringify(stored))
}

function pagesOf(set) {
  const read = (kind) => gunzipSync(readFileSync(`${data}/${set}.${kind}.jsonl.gz`)).toString().trim().split('\n').map((line) => JSON.parse(line))
  const truth = new Map(read('truth').map((row) => [row.id, row.articleBody]))
  return read('pages').map(({ id, html, url }) => {
    const scan = scanPage(html)
    const metadata = pageMetadata(scan, url)
    const blocks = scan.blocks.map((block) => block.text)
    return { set, id, html, scan, metadata, blocks, labels: labelsOf(blocks, truth.get(id) ?? ''), site: siteOf(set, id, url, metadata) }
  })
}

// The text that the product would give for a page, had its model these likelihoods.
function textOf({ html, scan, metadata, features }, likelihoods) {
  const blocks = judgeBlocks({ scan, metadata, features }, likelihoods)
  const isFound = metadata.body !== undefined || blocks.some((block) => block.isBody)
  const stated = isFound ? metadata : { ...metadata, body: embeddedBody(html) }
  return bodyText({ blocks, metadata: stated })?.text ?? ''
}

function siteOf(set, id, url, metadata) {
  if (set === 'fundus') return id.split('/')[1].split('_')[0]
  const host = url === undefined || url === 'https://example.com/' ? undefined : new URL(url).host.replace(/^www\./, '')
  return host ?? metadata.site ?? id
}

// A page's blocks weigh together about the same whatever their number, and a long block more than a short one.
function weightsOf(page) {
  const lengths = page.blocks.map((text) => 1 + Math.log2(1 + text.length / 40))
  const body = lengths.reduce((sum, length, i) => sum + (page.labels[i] ? length : 0), 0)
  const scale = (shares[page.set] * 40) / Math.max(20, Math.min(body, 160))
  return lengths.map((length) => length * scale)
}

function rowsOf({ features }, length) {
  return features.facts.map((_, i) => rowOf(features.table, i, length))
}

function boosted(rowsOf) {
  return trained('boost.py', [rounds, rate].map(String), (work) => {
    const rows = pages.flatMap(rowsOf)
    const width = rows[0].length
    const all = new Float64Array(rows.length * width)
    for (const [i, row] of rows.entries()) all.set(row, i * width)
    writeFileSync(join(work, 'rows.bin'), new Uint8Array(all.buffer))
    return { width }
  })
}

function linear(placesOf) {
  return trained('linear.py', [], (work) => {
    const lists = pages.flatMap(placesOf)
    let end = 0
    const ends = Uint32Array.from(lists, (list) => (end += list.length))
    writeFileSync(join(work, 'places.bin'), new Uint8Array(Uint32Array.from(lists.flat()).buffer))
    writeFileSync(join(work, 'ends.bin'), new Uint8Array(ends.buffer))
    return { places: hashPlaces }
  })
}

// Runs one of the Python programs on all blocks: its model, and what models that have not seen a page's site say of its blocks.
function trained(program, options, write) {
  const work = mkdtempSync(join(tmpdir(), 'page-'))
  writeFileSync(join(work, 'labels.bin'), Uint8Array.from(pages.flatMap((page) => [...page.labels])))
  writeFileSync(join(work, 'weights.bin'), new Uint8Array(Float64Array.from(pages.flatMap(weightsOf)).buffer))
  writeFileSync(join(work, 'folds.bin'), Uint8Array.from(pages.flatMap((page) => page.blocks.map(() => foldOf(page.site)))))
  writeFileSync(join(work, 'shape.json'), JSON.stringify({ folds, ...write(work) }))
  const script = new URL(program, import.meta.url).pathname
  const said = execFileSync(option('python', 'python3'), [script, work, ...options], { stdio: ['ignore', 'pipe', 'inherit'] }).toString()
  if (said !== '') console.error(JSON.parse(said).map(([feature, gain]) => `${names[feature]} ${gain}`).join(' · '))
  const bytes = readFileSync(join(work, 'oof.bin'))
  const values = new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length))
  const model = JSON.parse(readFileSync(join(work, 'model.json'), 'utf8'))
  rmSync(work, { recursive: true })
  const oof = new Map()
  let at = 0
  for (const page of pages) {
    oof.set(page, [...values.subarray(at, at + page.blocks.length)])
    at += page.blocks.length
  }
  return { oof, model }
}

// Sites are never split between folds.
function foldOf(site) {
  let hash = 2166136261
  for (const letter of site) hash = Math.imul(hash ^ letter.codePointAt(0), 16777619) >>> 0
  return (hash >>> 8) % folds
}
