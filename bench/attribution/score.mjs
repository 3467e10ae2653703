// Scores the product on texts.txt.
// usage: node bench/attribution/score.mjs [--errors] [--tags] [--rules-only] [--jsonl] [--built DIR]
//   --tags prints for each phenomenon how many texts have it, and how many of those come out without a fault
//   --jsonl prints the texts in record form; --built DIR takes a build of src/ from there (default dist/)
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { isSameSource, pairedUp } from './match.mjs'
import { inputOf, readTexts } from './texts.mjs'

const options = process.argv.slice(2)
const records = readTexts(new URL('texts.txt', import.meta.url))
if (options.includes('--jsonl')) {
  for (const record of records) console.log(JSON.stringify(record))
  process.exit(0)
}
const at = options.indexOf('--built')
const built = at >= 0 ? options[at + 1] : new URL('../../dist', import.meta.url).pathname
const load = (name) => import(pathToFileURL(resolve(built, name)).href)
const { read } = await load('read/read.js')
const { articleFromText } = await load('gather/article-from-text.js')

const figures = new Map()
const errors = []
const tags = new Map()
let negatives = 0
let falseInNegatives = 0
let spurious = 0

for (const record of records) {
  const before = errors.length
  readOne(record)
  for (const tag of record.tags) {
    const [right, all] = tags.get(tag) ?? [0, 0]
    tags.set(tag, [right + (errors.length === before ? 1 : 0), all + 1])
  }
}
report()

function readOne(record) {
  const article = articleFromText(inputOf(record))
  const { attributions } = read(article, options.includes('--rules-only') ? { attributions: 'rules' } : {})
  if (record.attributions.length === 0) {
    negatives++
    falseInNegatives += attributions.length
    for (const one of attributions)
      errors.push(`${record.id}: nothing wanted, found ${shown(record.text, one)}`)
    return
  }
  const pairs = pairedUp(record.text, record.attributions, attributions)
  for (const [wanted, found] of pairs) judge(record, wanted, found, pairs)
  const used = new Set(pairs.map((pair) => pair[1]))
  for (const one of attributions) {
    if (used.has(one)) continue
    spurious++
    errors.push(`${record.id}: spurious ${shown(record.text, one)}`)
  }
}

function judge({ id, text }, wanted, found, pairs) {
  const { want } = wanted
  const isRight = isSameSource(text, wanted, found)
  count('triple', isRight)
  if (!isRight)
    errors.push(
      `${id} ${wanted.number}: wanted ${spansOf(text, wanted)}, found ${found === undefined ? 'nothing' : shown(text, found)}`,
    )
  if (found === undefined) return
  const check = (key, got, value) => {
    if (value === undefined) return
    count(key, String(got) === value)
    if (String(got) !== value) errors.push(`${id} ${wanted.number}: ${key} ${got}, wanted ${value}`)
  }
  check('kind', found.source.kind, want.kind)
  check('class', found.source.class, want.class)
  check('count', countOf(found.source.count), want.count)
  check('affiliation', wordsOf(text, found.source.affiliation), want.affiliation)
  check('reason', wordsOf(text, found.source.anonymityReason), want.reason)
  check('referent', wordsOf(text, found.source.refersTo), want.refers)
  if (want.group !== undefined) check('group', groupOf(found, pairs), want.group)
  check('cue class', found.cueClass, want.cue)
  check('polarity', found.polarity, want.polarity)
  check('modality', found.modality, want.modality)
  check('via', found.via?.kind, want.via)
  check('relay', found.relay?.outlet, want.relay)
  if (want.via === undefined && want.relay === undefined)
    check('no relay', found.relay === undefined ? 'none' : found.relay.outlet, 'none')
  if (want.repeats !== undefined) {
    const full = pairs.find(([, other]) => other !== undefined && other.id === found.repeats)?.[0]
    check('repeats', full?.number ?? 'none', want.repeats)
  }
  if (want.within !== undefined) {
    const outer = pairs.find(([other]) => other.number === want.within)?.[1]
    check('within', outer !== undefined && found.within === outer.id, 'true')
  }
}

// The letter of the group that the same people have in what was wanted, "none" for those of no group.
function groupOf(found, pairs) {
  const { group } = found.source
  if (group === undefined) return 'none'
  const first = pairs.find(([, other]) => other?.source.group === group)
  return first?.[0].want.group
}

function wordsOf(text, range) {
  return range === undefined ? undefined : text.slice(range.start, range.end)
}

function countOf(count) {
  if (count === undefined) return undefined
  return count.number === undefined ? `${count.atLeast}+` : String(count.number)
}

function count(key, isRight) {
  const [right, all] = figures.get(key) ?? [0, 0]
  figures.set(key, [right + (isRight ? 1 : 0), all + 1])
}

function shown(text, one) {
  const part = (ranges) => ranges.map((range) => text.slice(range.start, range.end)).join(' … ')
  return `[${part(one.source.spans)}] [${part(one.cue)}] [${part(one.content)}] ${one.rules.slice(0, 2).join(' ')}`
}

function spansOf(text, one) {
  const part = (spans) => (spans ?? []).map(([start, end]) => text.slice(start, end)).join(' … ')
  return `[${part(one.source)}] [${part(one.cue)}] [${part(one.content)}]`
}

function report() {
  if (options.includes('--errors')) for (const line of errors) console.log(line)
  console.log(`${records.length} texts, ${negatives} of them negative`)
  for (const [key, [right, all]] of figures)
    console.log(`  ${key.padEnd(10)} ${((100 * right) / all).toFixed(1).padStart(5)} %  (${right} of ${all})`)
  if (options.includes('--tags'))
    for (const [tag, [right, all]] of [...tags].sort((a, b) => b[1][1] - a[1][1]))
      console.log(`  ${tag.padEnd(14)} ${String(all).padStart(3)} texts, ${right} without a fault`)
  console.log(`  attributions in negative texts ${falseInNegatives}, spurious elsewhere ${spurious}`)
}
