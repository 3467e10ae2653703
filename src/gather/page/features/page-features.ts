import type { PageScan } from '../page-scan.ts'
import { companyFeatureNames, companyFeatures } from './company-features.ts'
import { type Cues, cueFeatureNames, cueFeatures } from './cue-features.ts'
import { type Echoes, echoFeatureNames, echoFeatures } from './echo-features.ts'
import type { Columns, PageTable } from './page-table.ts'
import { placeFeatureNames, placeFeatures } from './place-features.ts'
import { secondLookNames } from './second-look.ts'
import { type TextFacts, textFacts, textFeatureNames } from './text-features.ts'

/** A row of numbers for each block of a page, its measures with room for what a second look adds, and the facts about its words. */
export type PageFeatures = {
  readonly table: PageTable
  readonly measures: number
  readonly facts: readonly TextFacts[]
}

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
  const [placesAt, companyAt, echoesAt, cuesAt, nearAt, measures] = starts()
  const width = measures + secondLookNames.length
  const values = new Float64Array(scan.blocks.length * width)
  const columns = (at: number): Columns => ({ values, width, at })
  const facts = scan.blocks.map((block, i) => textFacts(block, values, i * width))
  placeFeatures(scan, columns(placesAt))
  companyFeatures(scan, facts, columns(companyAt))
  echoFeatures(scan, echoes, columns(echoesAt))
  cueFeatures(scan, cues, columns(cuesAt))
  nearFeatures(scan, facts, columns(nearAt))
  return { table: { values, width }, measures, facts }
}

type Starts = readonly [number, number, number, number, number, number]

let known: Starts | undefined

/** Where the columns of places, company, echoes, cues and neighbours begin, and where all end. */
function starts(): Starts {
  if (known !== undefined) return known
  const places = textFeatureNames.length
  const company = places + placeFeatureNames().length
  const echoes = company + companyFeatureNames.length
  const cues = echoes + echoFeatureNames.length
  const near = cues + cueFeatureNames.length
  known = [places, company, echoes, cues, near, near + neighbours.length * neighbourNames.length]
  return known
}

/** Writes what the blocks before and after each block are like; -1 where there is none. */
function nearFeatures(scan: PageScan, facts: readonly TextFacts[], { values, width, at }: Columns): void {
  for (const [i, fact] of facts.entries()) {
    const length = Math.min(fact.length, 1000)
    const kind = tagKind(scan.elements[scan.blocks[i]?.element ?? -1]?.tag ?? '')
    for (const [place, step] of neighbours.entries()) {
      const block = i - step
      if (block < 0 || block >= facts.length) continue
      const to = block * width + at + place * neighbourNames.length
      values[to] = length
      values[to + 1] = fact.linked
      values[to + 2] = fact.endsSentence ? 1 : 0
      values[to + 3] = kind
      values[to + 4] = fact.lineKind === undefined ? 0 : 1
    }
  }
  for (const [place, step] of neighbours.entries()) {
    for (let block = 0; block < facts.length; block++) {
      if (block + step >= 0 && block + step < facts.length) continue
      const to = block * width + at + place * neighbourNames.length
      values.fill(-1, to, to + neighbourNames.length)
    }
  }
}

function tagKind(tag: string): number {
  if (tag === 'p') return 1
  if (tag.length === 2 && tag >= 'h0' && tag <= 'h9') return 2
  return tag === 'li' ? 3 : 0
}

const neighbours: readonly number[] = [-2, -1, 1, 2]
const neighbourNames: readonly string[] = ['length', 'linked share', 'sentence end', 'tag', 'line kind']
