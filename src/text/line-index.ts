/** The lines of a text by their keys: `find` gives the number of a key's line from 0, -1 where there is none. */
export type LineIndex = {
  readonly count: number
  readonly find: (key: string) => number
  /** The same for a key in parts, which need not be joined. */
  readonly findParts: (parts: readonly string[]) => number
  /** What follows the key on its line, without the sign that ends the key. */
  readonly rest: (line: number) => string
}

/**
 * Indexes the lines of a text where they stand, so that tens of thousands of them are ready in a few milliseconds: a key is what stands
 * before the first `stop` of its line, or the whole line. Where two lines have one key, the first counts.
 */
export function lineIndex(text: string, stop = '\n'): LineIndex {
  const count = linesIn(text)
  const starts = new Int32Array(count + 1)
  const ends = new Int32Array(count)
  const next = new Int32Array(count)
  const first = new Int32Array(1 << (32 - Math.clz32(count))).fill(-1)
  const mask = first.length - 1
  const stopUnit = stop.charCodeAt(0)

  for (let line = 0, at = 0; line < count; line++) {
    let hash = seed
    let unit = text.charCodeAt(at)
    starts[line] = at
    for (; unit !== stopUnit && unit !== newline && at < text.length; unit = text.charCodeAt(++at)) {
      hash = Math.imul(hash ^ unit, prime)
    }
    ends[line] = at
    while (at < text.length && text.charCodeAt(at) !== newline) at++
    at++
    chain(line, slotOf(hash))
    starts[line + 1] = at
  }

  function slotOf(hash: number): number {
    return (hash ^ (hash >>> 15)) & mask
  }

  // Put last, so that the first of equal keys is found first.
  function chain(line: number, slot: number): void {
    next[line] = -1
    let at = first[slot] ?? -1
    if (at < 0) {
      first[slot] = line
      return
    }
    for (let after = next[at] ?? -1; after >= 0; after = next[at] ?? -1) at = after
    next[at] = line
  }

  function findParts(parts: readonly string[]): number {
    let hash = seed
    let length = 0
    for (const part of parts) {
      for (let i = 0; i < part.length; i++) hash = Math.imul(hash ^ part.charCodeAt(i), prime)
      length += part.length
    }
    for (let line = first[slotOf(hash)] ?? -1; line >= 0; line = next[line] ?? -1) {
      const start = starts[line] ?? 0
      if ((ends[line] ?? 0) - start === length && startsWithParts(text, parts, start)) return line
    }
    return -1
  }

  function rest(line: number): string {
    return text.slice((ends[line] ?? 0) + 1, (starts[line + 1] ?? 0) - 1)
  }

  return { count, find: (key) => findParts([key]), findParts, rest }
}

function startsWithParts(text: string, parts: readonly string[], start: number): boolean {
  let at = start
  for (const part of parts) {
    if (!text.startsWith(part, at)) return false
    at += part.length
  }
  return true
}

const newline = 10

// FNV-1a over UTF-16 units.
const seed = 2166136261 | 0
const prime = 16777619

function linesIn(text: string): number {
  let count = text === '' || text.endsWith('\n') ? 0 : 1
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) === newline) count++
  return count
}
