/** True when two names share a word, or words of five letters and more that differ by spelling only. */
export function sharesWord(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const word of a) {
    if (b.has(word)) return true
    if (word.length < 5) continue
    for (const other of b) if (other.length >= 5 && isSpelling(word, other)) return true
  }
  return false
}

// "Temirgan" and "Temirghan": one letter more, less or other.
function isSpelling(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a[0] !== b[0]) return false
  let i = 0
  while (i < a.length && a[i] === b[i]) i++
  const rest = (text: string, by: number) => text.slice(i + by)
  return rest(a, 1) === rest(b, 1) || rest(a, 0) === rest(b, 1) || rest(a, 1) === rest(b, 0)
}
