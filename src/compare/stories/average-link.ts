/** A thing to be grouped: how many articles it stands for, and whether it is the part of a story that must keep its id. */
export type Unit = {
  readonly size: number
  readonly isAnchor: boolean
  /** First and last day of its articles. */
  readonly days: readonly [number, number]
}

/**
 * Groups units by average link: the two groups whose articles are nearest on average become one, while that is above the
 * threshold, less what the days between them count. `link` holds the sum over pairs of articles for each pair of units, row by
 * row, and is used up. Two anchors never meet. Answers the group of each unit, groups numbered by their first unit.
 */
export function averageLink(
  units: readonly Unit[],
  link: Float64Array,
  options: { readonly threshold: number; readonly perGap: number },
): number[] {
  const { threshold, perGap } = options
  const count = units.length
  const size = units.map((unit) => unit.size)
  const isAnchor = units.map((unit) => unit.isAnchor)
  const group = units.map((_, i) => i)
  const from = units.map((unit) => unit.days[0])
  const to = units.map((unit) => unit.days[1])
  const isAlive = units.map(() => true)
  const nearest = units.map((_, i) => nearestTo(i))
  for (;;) {
    const a = nearest.reduce(
      (best, near, i) => (isAlive[i] && near.mean > (nearest[best]?.mean ?? threshold) ? i : best),
      -1,
    )
    const found = nearest[a]
    if (found === undefined || found.mean <= threshold) break
    merge(a, found.other)
  }
  return group

  function merge(x: number, y: number): void {
    const [into, gone] = x < y ? [x, y] : [y, x]
    for (let other = 0; other < count; other++) {
      const sum = (link[into * count + other] ?? 0) + (link[gone * count + other] ?? 0)
      link[into * count + other] = sum
      link[other * count + into] = sum
    }
    size[into] = (size[into] ?? 0) + (size[gone] ?? 0)
    isAnchor[into] = isAnchor[into] === true || isAnchor[gone] === true
    from[into] = Math.min(from[into] ?? 0, from[gone] ?? 0)
    to[into] = Math.max(to[into] ?? 0, to[gone] ?? 0)
    isAlive[gone] = false
    nearest[gone] = { other: -1, mean: Number.NEGATIVE_INFINITY }
    group.forEach((held, i) => {
      if (held === gone) group[i] = into
    })
    nearest.forEach((near, i) => {
      if (!isAlive[i]) return
      if (i === into || near.other === into || near.other === gone) nearest[i] = nearestTo(i)
      else if (mayMeet(i, into) && meanOf(i, into) > near.mean)
        nearest[i] = { other: into, mean: meanOf(i, into) }
    })
  }

  function nearestTo(i: number): { other: number; mean: number } {
    let best = { other: -1, mean: Number.NEGATIVE_INFINITY }
    for (let other = 0; other < count; other++) {
      if (other === i || !isAlive[other] || !mayMeet(i, other)) continue
      const mean = meanOf(i, other)
      if (mean > best.mean) best = { other, mean }
    }
    return best
  }

  function meanOf(a: number, b: number): number {
    const pairs = (size[a] ?? 1) * (size[b] ?? 1)
    const gap = Math.max(0, (from[b] ?? 0) - (to[a] ?? 0), (from[a] ?? 0) - (to[b] ?? 0))
    return (link[a * count + b] ?? 0) / pairs - perGap * Math.log2(1 + gap)
  }

  function mayMeet(a: number, b: number): boolean {
    return !(isAnchor[a] && isAnchor[b])
  }
}
