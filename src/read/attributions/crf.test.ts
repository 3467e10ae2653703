import { expect, test } from 'vitest'
import { bestPath, type ChainWeights, marginals, type Sequence, scoresOf } from './crf.ts'

// Two labels. Feature 0 speaks for label 1; the step feature 0 holds a label on.
const weights: ChainWeights = {
  labels: 2,
  scale: 1,
  node: {
    slots: Int32Array.from([0, 0, 1, 1, -1, -1, -1, -1]),
    mask: 3,
    rows: Int8Array.from([0, 3, 2, 0]),
    width: 2,
  },
  edge: { slots: Int32Array.from([0, 0, -1, -1]), mask: 1, rows: Int8Array.from([2, 0, 0, 2]), width: 4 },
}
const sequence: Sequence = { length: 3, nodes: [[0], [], [1]], edges: [[], [0], [0]] }

test('the best path is the one with the highest sum', () => {
  expect([...bestPath(scoresOf(sequence, weights))]).toEqual(bruteForce())
})

test('probabilities of a position add up to one', () => {
  const chance = marginals(scoresOf(sequence, weights))
  for (let t = 0; t < 3; t++) expect((chance[t * 2] ?? 0) + (chance[t * 2 + 1] ?? 0)).toBeCloseTo(1, 9)
})

test('probabilities are those of all paths', () => {
  const paths = allPaths().map((path) => ({ path, weight: Math.exp(sumOf(path)) }))
  const all = paths.reduce((sum, one) => sum + one.weight, 0)
  const first = paths.filter((one) => one.path[0] === 1).reduce((sum, one) => sum + one.weight, 0)
  expect(marginals(scoresOf(sequence, weights))[1]).toBeCloseTo(first / all, 9)
})

test('a feature that is not in the table weighs nothing', () => {
  const known = scoresOf({ length: 1, nodes: [[0]], edges: [[]] }, weights)
  const more = scoresOf({ length: 1, nodes: [[0, 77]], edges: [[]] }, weights)
  expect(more.node).toEqual(known.node)
})

function allPaths(): number[][] {
  return [0, 1].flatMap((a) => [0, 1].flatMap((b) => [0, 1].map((c) => [a, b, c])))
}

function sumOf(path: readonly number[]): number {
  const [a, b, c] = path
  return (a === 1 ? 3 : 0) + (c === 0 ? 2 : 0) + (a === b ? 2 : 0) + (b === c ? 2 : 0)
}

function bruteForce(): number[] | undefined {
  return allPaths().sort((a, b) => sumOf(b) - sumOf(a))[0]
}
