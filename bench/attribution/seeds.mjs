// The share of the attributions in seeds.tsv, which a careful reader found in three published articles, that the product
// finds with their source and content.
// usage: node bench/attribution/seeds.mjs [--errors] [--rules-only]
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { isSameSource, pairedUp } from './match.mjs'

const folder = new URL('../../../shared/seeds/', import.meta.url)

/** True where the three articles lie beside the project. */
export const hasSeeds = existsSync(folder)

/** The share found, and what was not: `attributionsOf` answers the attributions of a text. */
export function shareFound(attributionsOf) {
  const missed = []
  let all = 0
  for (const { text, attributions } of listed()) {
    for (const [wanted, found] of pairedUp(text, attributions, attributionsOf(text))) {
      all++
      if (!isSameSource(text, wanted, found)) missed.push({ text, wanted, found })
    }
  }
  return { all, found: all - missed.length, missed }
}

function listed() {
  const rows = readFileSync(new URL('seeds.tsv', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .slice(1)
    .map((line) => line.split('\t'))
  return readdirSync(folder)
    .filter((name) => rows.some(([file]) => name.startsWith(file)))
    .map((name) => ({
      text: readFileSync(new URL(name, folder), 'utf8'),
      attributions: rows
        .filter(([file]) => name.startsWith(file))
        .map(([, source, content]) => ({
          source: source === '' ? null : spansOf(source),
          content: spansOf(content),
        })),
    }))
}

function spansOf(cell) {
  return cell.split(',').map((span) => span.split('-').map(Number))
}

async function main(options) {
  if (!hasSeeds) return console.log(`skipped: ${fileURLToPath(folder)} is not there`)
  const { read } = await import('../../dist/read/read.js')
  const { articleFromText } = await import('../../dist/gather/article-from-text.js')
  const how = options.includes('--rules-only') ? { attributions: 'rules' } : {}
  const { all, found, missed } = shareFound((text) => read(articleFromText({ text }), how).attributions)
  if (options.includes('--errors')) for (const one of missed) console.log(shown(one))
  console.log(
    `${found} of ${all} listed attributions found with source and content: ${percent(found, all)} %`,
  )
}

function shown({ text, wanted, found }) {
  const part = (spans) => (spans ?? []).map((span) => text.slice(...limits(span))).join(' … ')
  const got = found === undefined ? 'nothing' : `[${part(found.source.spans)}] ${part(found.content)}`
  return `wanted [${part(wanted.source)}] ${part(wanted.content)}\n  found ${got}`
}

function limits(span) {
  return Array.isArray(span) ? span : [span.start, span.end]
}

function percent(part, all) {
  return ((100 * part) / all).toFixed(1)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.slice(2))
