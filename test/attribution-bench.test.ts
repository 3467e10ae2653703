import { expect, test } from 'vitest'
import { hasSeeds, shareFound } from '../bench/attribution/seeds.mjs'
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
