/**
 * What a name's spellings have in common: "Witkoff" and "Whitkov", "Temirgan" and "Temirghan", "Javar" and "Dzhavar",
 * "Rostamov" and "Rostamow" share one. Letters that transliterations confuse fall together, doubled ones count once,
 * vowels keep only their place.
 */
export function skeletonOf(word: string): string {
  let skeleton = word
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '')
  for (const [pattern, replacement] of confusions) skeleton = skeleton.replace(pattern, replacement)
  return skeleton.replace(/(.)\1+/gu, '$1')
}

const confusions: readonly (readonly [RegExp, string])[] = [
  [/dzh|dj|zh/g, 'j'],
  [/tch|tsch/g, 'ch'],
  [/sch/g, 'sh'],
  [/tz|ts/g, 'z'],
  [/(?<=[kgwtr])h/g, ''],
  [/ph/g, 'f'],
  [/ck|q|c(?!h)/g, 'k'],
  [/ff?$/g, 'v'],
  [/w/g, 'v'],
  [/ou|oo|o/g, 'u'],
  [/ie|ee|iy|y|e/g, 'i'],
  [/(?<=.)h(?![aeiou])/g, ''],
]

/** How many letters must be changed, added or left out to turn one word into another; stops above `limit`. */
export function editDistance(a: string, b: string, limit = 2): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? limit + 1
}
