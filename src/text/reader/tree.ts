/**
 * The maximum spanning tree with exactly one word under the root: `scores[i * wide + j]` is word i (1…n) under head j (0 = root);
 * gives each word's head as a position (0 = root). Exact (Chu-Liu, Edmonds, Tarjan), in n² steps; ties go to the lower head.
 */
export function bestTree(scores: Float32Array, n: number, wide: number): Int32Array {
  const heads = greedyHeads(scores, n, wide)
  return isTree(heads, n) ? heads : contract(scores, n, wide)
}

function greedyHeads(scores: Float32Array, n: number, wide: number): Int32Array {
  const heads = new Int32Array(n + 1)
  for (let i = 1; i <= n; i++) {
    let best = Number.NEGATIVE_INFINITY
    for (let j = 0; j <= n; j++) {
      const score = scores[i * wide + j] ?? 0
      if (j !== i && score > best) {
        best = score
        heads[i] = j
      }
    }
  }
  return heads
}

/** True when every word leads to the root and exactly one is right under it. */
export function isTree(heads: Int32Array, n: number): boolean {
  let roots = 0
  const seen = new Int32Array(n + 1)
  for (let i = 1; i <= n; i++) {
    if (heads[i] === 0) roots++
    let at = i
    while (at !== 0 && (seen[at] ?? 0) === 0) {
      seen[at] = i
      at = heads[at] ?? 0
    }
    if (at !== 0 && seen[at] === i) return false
  }
  return roots === 1
}

// A second root costs more than any sum of scores can win back, so the best tree has one.
const rootCost = 2 ** 20

// Tarjan's algorithm for dense graphs: a path grows from head to head until it meets the root or itself; a cycle becomes one node.
function contract(scores: Float32Array, n: number, wide: number): Int32Array {
  const most = 2 * n + 1
  const weight = new Float64Array(most * most).fill(Number.NEGATIVE_INFINITY)
  const from = new Int32Array(most * most)
  const to = new Int32Array(most * most)
  for (let i = 1; i <= n; i++) {
    for (let j = 0; j <= n; j++) {
      if (i === j) continue
      weight[i * most + j] = (scores[i * wide + j] ?? 0) - (j === 0 ? rootCost : 0)
      from[i * most + j] = j
      to[i * most + j] = i
    }
  }
  const graph: Graph = { most, weight, from, to }
  const active = new Set<number>(Array.from({ length: n + 1 }, (_, i) => i))
  const parent = new Int32Array(most).fill(-1)
  const members: (readonly number[])[] = []
  const enter = new Int32Array(most)
  const done = new Uint8Array(most)
  done[0] = 1
  let count = n + 1
  for (let start = 1; start <= n; start++) {
    let top = start
    while ((parent[top] ?? -1) >= 0) top = parent[top] ?? top
    if (done[top] === 1) continue
    const path: number[] = [top]
    const onPath = new Set(path)
    while (path.length > 0) {
      const node = path.at(-1) ?? 0
      const head = bestHead(graph, node, active)
      enter[node] = head
      if (done[head] === 1) {
        for (const step of path) done[step] = 1
        break
      }
      if (!onPath.has(head)) {
        path.push(head)
        onPath.add(head)
        continue
      }
      const cycle = path.splice(path.indexOf(head))
      const merged = count++
      merge(graph, cycle, enter, merged, active)
      for (const member of cycle) {
        parent[member] = merged
        onPath.delete(member)
      }
      members[merged] = cycle
      path.push(merged)
      onPath.add(merged)
    }
  }
  return expand({ graph, active, members, parent, enter, n })
}

type Graph = {
  readonly most: number
  readonly weight: Float64Array
  readonly from: Int32Array
  readonly to: Int32Array
}

function bestHead({ most, weight }: Graph, node: number, active: ReadonlySet<number>): number {
  let best = -1
  let score = Number.NEGATIVE_INFINITY
  for (const head of active) {
    const found = weight[node * most + head] ?? Number.NEGATIVE_INFINITY
    if (head !== node && (best < 0 || found > score)) {
      best = head
      score = found
    }
  }
  return best
}

function merge(
  graph: Graph,
  cycle: readonly number[],
  enter: Int32Array,
  merged: number,
  active: Set<number>,
): void {
  const { most, weight, from, to } = graph
  for (const member of cycle) active.delete(member)
  for (const other of active) {
    let incoming = Number.NEGATIVE_INFINITY
    let outgoing = Number.NEGATIVE_INFINITY
    for (const member of cycle) {
      const kept = weight[member * most + (enter[member] ?? 0)] ?? 0
      const into = (weight[member * most + other] ?? 0) - kept
      if (into > incoming) {
        incoming = into
        weight[merged * most + other] = into
        from[merged * most + other] = from[member * most + other] ?? 0
        to[merged * most + other] = to[member * most + other] ?? 0
      }
      const out = weight[other * most + member] ?? 0
      if (out > outgoing) {
        outgoing = out
        weight[other * most + merged] = out
        from[other * most + merged] = from[other * most + member] ?? 0
        to[other * most + merged] = to[other * most + member] ?? 0
      }
    }
  }
  active.add(merged)
}

function expand(found: {
  readonly graph: Graph
  readonly active: ReadonlySet<number>
  readonly members: readonly (readonly number[] | undefined)[]
  readonly parent: Int32Array
  readonly enter: Int32Array
  readonly n: number
}): Int32Array {
  const { graph, active, members, parent, enter, n } = found
  const heads = new Int32Array(n + 1)
  const open = [...active]
    .filter((node) => node !== 0)
    .map((node) => ({ node, edge: edgeOf(graph, node, enter) }))
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, edge } = next
    const cycle = members[node]
    if (cycle === undefined) {
      heads[edge.to] = edge.from
      continue
    }
    let entered = edge.to
    while (parent[entered] !== node) entered = parent[entered] ?? node
    for (const member of cycle) {
      open.push({ node: member, edge: member === entered ? edge : edgeOf(graph, member, enter) })
    }
  }
  return heads
}

function edgeOf({ most, from, to }: Graph, node: number, enter: Int32Array): { from: number; to: number } {
  const at = node * most + (enter[node] ?? 0)
  return { from: from[at] ?? 0, to: to[at] ?? 0 }
}
