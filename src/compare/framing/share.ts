/** The part that is so among those that could be. */
export type Count = { readonly count: number; readonly of: number }

/** The 95 % interval of a share, each end between 0 and 1, by Wilson's score (Wilson 1927); with nothing counted it is all that is possible. */
export function intervalOf({ count, of }: Count): { readonly low: number; readonly high: number } {
  if (of === 0) return { low: 0, high: 1 }
  const share = count / of
  const z = 1.96
  const middle = share + (z * z) / (2 * of)
  const reach = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of))
  const scale = 1 + (z * z) / of
  return { low: thousandth((middle - reach) / scale), high: thousandth((middle + reach) / scale) }
}

function thousandth(value: number): number {
  return Math.round(Math.min(1, Math.max(0, value)) * 1000) / 1000
}
