// How well two passes of annotation over texts.txt agree: F1 of triples, and how often each detail is the same.
// usage: node bench/attribution/agreement.mjs [--differences]
//   second-pass.jsonl holds the second pass, made from the bare texts in another order without sight of the first;
//   first-pass.jsonl the first one of those texts that were changed when the two were compared. texts.txt has what was settled.
import { existsSync, readFileSync } from 'node:fs'
import { isSameSource, pairedUp } from './match.mjs'
import { readTexts } from './texts.mjs'

const file = (name) => new URL(name, import.meta.url)
const settled = readTexts(file('texts.txt'))
const before = passOf('first-pass.jsonl')
const second = passOf('second-pass.jsonl')

const details = new Map()
const figures = { first: 0, second: 0, paired: 0, alike: 0 }
for (const { id, text, attributions } of settled) {
  const one = before.get(id) ?? attributions
  const two = second.get(id)
  if (two === undefined) continue
  compare(id, text, one, two)
}
report()

function compare(id, text, one, two) {
  figures.first += one.length
  figures.second += two.length
  const wide = two.map((each) => ({ ...each, source: { spans: each.source ?? [] } }))
  const pairs = pairedUp(text, one, wide)
  for (const [first, other] of pairs) {
    if (other === undefined) {
      differs(`${id}: only the first pass has ${shown(text, first)}`)
      continue
    }
    figures.paired++
    if (isSameSource(text, first, other)) figures.alike++
    else
      differs(
        `${id}: source of ${shown(text, first)} is ${words(text, other.source.spans)} in the second pass`,
      )
    for (const key of ['kind', 'cue', 'polarity', 'modality', 'count', 'via', 'relay']) {
      const [a, b] = [first.want[key], other.want[key]]
      if (a === undefined || (b === undefined && key === 'kind')) continue
      const [same, all] = details.get(key) ?? [0, 0]
      details.set(key, [same + (a === b ? 1 : 0), all + 1])
      if (a !== b)
        differs(
          `${id}: ${key} of ${words(text, first.cue)} is ${a} in the first pass, ${b ?? 'none'} in the second`,
        )
    }
  }
  const used = new Set(pairs.map(([, other]) => other))
  for (const each of wide)
    if (!used.has(each))
      differs(`${id}: only the second pass has ${shown(text, { ...each, source: each.source.spans })}`)
}

function differs(line) {
  if (process.argv.includes('--differences')) console.log(line)
}

function passOf(name) {
  if (!existsSync(file(name))) return new Map()
  const lines = readFileSync(file(name), 'utf8').trim().split('\n')
  return new Map(lines.map((line) => JSON.parse(line)).map(({ id, attributions }) => [id, attributions]))
}

function shown(text, { source, cue, content }) {
  return `[${words(text, source ?? [])}] [${words(text, cue)}] [${words(text, content)}]`
}

function words(text, spans) {
  return spans.map(([start, end]) => text.slice(start, end)).join(' … ')
}

function report() {
  const { first, second: other, paired, alike } = figures
  const f1 = (right) => `${((200 * right) / (first + other)).toFixed(1)} %`
  console.log(`${second.size} texts, ${first} attributions in the first pass, ${other} in the second`)
  console.log(`  triples F1   ${f1(alike)}  (contents and cues alone ${f1(paired)})`)
  for (const [key, [same, all]] of details)
    console.log(`  ${key.padEnd(12)} ${((100 * same) / all).toFixed(1).padStart(5)} %  (${same} of ${all})`)
}
