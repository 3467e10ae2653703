import type { PageScan } from '../page-scan.ts'
import { companyFeatureNames, companyFeatures } from './company-features.ts'
import { type Cues, cueFeatureNames, cueFeatures } from './cue-features.ts'
import { type Echoes, echoFeatureNames, echoFeatures } from './echo-features.ts'
import { placeFeatureNames, placeFeatures } from './place-features.ts'
import { type TextFacts, textFacts, textFeatureNames } from './text-features.ts'

/** A row of numbers for each block of a page, with the facts about its words. */
export type PageFeatures = { readonly rows: readonly Float64Array[]; readonly facts: readonly TextFacts[] }

/** Names of the columns of a page's rows, in order. */
export function pageFeatureNames(): readonly string[] {
  const own = [
    ...textFeatureNames,
    ...placeFeatureNames(),
    ...companyFeatureNames,
    ...echoFeatureNames,
    ...cueFeatureNames,
  ]
  const near = neighbours.flatMap((step) =>
    neighbourNames.map((name) => `${name} of block ${step > 0 ? '+' : ''}${step}`),
  )
  return [...own, ...near]
}

/** Measures each block of a page by its words, its place, its company, the page's own statements about its article, and learned cues. */
export function pageFeatures(scan: PageScan, echoes: Echoes, cues: Cues): PageFeatures {
  const facts = scan.blocks.map(textFacts)
  const place = placeFeatures(scan)
  const company = companyFeatures(scan, facts)
  const echo = echoFeatures(scan, echoes)
  const cue = cueFeatures(scan, cues)
  const near = scan.blocks.map((block, i) => {
    const fact = facts[i]
    const tag = scan.elements[block.element]?.tag ?? ''
    const kind = tag === 'p' ? 1 : /^h\d$/.test(tag) ? 2 : tag === 'li' ? 3 : 0
    const length = Math.min(fact?.length ?? 0, 1000)
    const lineKind = fact?.lineKind === undefined ? 0 : 1
    return [length, fact?.linked ?? 0, fact?.endsSentence ? 1 : 0, kind, lineKind]
  })
  const width = pageFeatureNames().length
  // One buffer for all rows: buffers cost more than what is in them.
  const table = new Float64Array(width * scan.blocks.length)
  const rows = scan.blocks.map((_, i) => {
    const row = table.subarray(i * width, (i + 1) * width)
    let at = 0
    for (const part of [facts[i]?.values, place[i], company[i], echo[i], cue[i]]) {
      row.set(part ?? [], at)
      at += part?.length ?? 0
    }
    for (const step of neighbours) {
      row.set(near[i + step] ?? none, at)
      at += none.length
    }
    return row
  })
  return { rows, facts }
}

const none: readonly number[] = [-1, -1, -1, -1, -1]
const neighbours: readonly number[] = [-2, -1, 1, 2]
const neighbourNames: readonly string[] = ['length', 'linked share', 'sentence end', 'tag', 'line kind']
