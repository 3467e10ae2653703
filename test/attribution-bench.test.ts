import { expect, test } from 'vitest'
import { coverage } from '../bench/attribution/coverage.mjs'
import { hasSeeds, shareFound } from '../bench/attribution/seeds.mjs'
import { inputOf, readTexts } from '../bench/attribution/texts.mjs'
import { articleFromText } from '../src/gather/article-from-text.ts'
import { read } from '../src/read/read.ts'

test.skipIf(!hasSeeds)(
  'of what a careful reader lists in three real articles, 80 in 100 are found with source and content (skipped where ../shared/seeds is missing)',
  () => {
    const { all, found, missed } = shareFound((text: string) => read(articleFromText({ text })).attributions)
    expect(all).toBeGreaterThan(50)
    expect(
      found / all,
      `${missed.length} missed; node bench/attribution/seeds.mjs --errors shows them`,
    ).toBeGreaterThanOrEqual(0.8)
  },
)

const own = readTexts(new URL('../bench/attribution/texts.txt', import.meta.url))

test('each phenomenon stands in at least eight texts of the own set', () => {
  expect(coverage().filter(({ texts }) => texts < 8)).toEqual([])
})

test('nothing is attributed in the texts of the own set that hold no attribution', () => {
  const without = own.filter(({ attributions }) => attributions.length === 0)
  expect(without.length).toBeGreaterThan(80)
  const wrong = without.filter((record) => read(articleFromText(inputOf(record))).attributions.length > 0)
  expect(wrong.map(({ id }) => id)).toEqual([])
})
