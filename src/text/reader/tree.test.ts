import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bestTree, isTree } from './tree.ts'

test('the tree is the best of all trees with one root', () => {
  const integers = fc
    .integer({ min: 1, max: 5 })
    .chain((n) =>
      fc.tuple(fc.constant(n), fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 36, maxLength: 36 })),
    )
  fc.assert(
    fc.property(integers, ([n, numbers]) => {
      const scores = Float32Array.from(numbers)
      const heads = bestTree(scores, n, 6)
      expect(isTree(heads, n)).toBe(true)
      expect(total(scores, heads, n)).toBe(bestTotal(scores, n))
    }),
    { numRuns: 400 },
  )
})

test('a long sentence whose words all prefer one another still gets a tree', () => {
  const n = 140
  const scores = new Float32Array(144 * 144)
  for (let i = 1; i <= n; i++) scores[i * 144 + (i % n) + 1] = 5
  expect(isTree(bestTree(scores, n, 144), n)).toBe(true)
})

function total(scores: Float32Array, heads: Int32Array, n: number): number {
  let sum = 0
  for (let i = 1; i <= n; i++) sum += scores[i * 6 + (heads[i] ?? 0)] ?? 0
  return sum
}

function bestTotal(scores: Float32Array, n: number): number {
  let best = Number.NEGATIVE_INFINITY
  const heads = new Int32Array(n + 1)
  function fill(i: number): void {
    if (i > n) {
      if (isTree(heads, n)) best = Math.max(best, total(scores, heads, n))
      return
    }
    for (let j = 0; j <= n; j++) {
      if (j === i) continue
      heads[i] = j
      fill(i + 1)
    }
  }
  fill(1)
  return best
}
