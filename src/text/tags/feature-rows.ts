/** FNV-1a over the UTF-16 units of the parts in a row, as 32 bits: the key of a feature. */
export function hash(a: string, b = '', c = '', d = '', e = '', f = ''): number {
  let h = hashedOn(2166136261, a)
  if (b !== '') h = hashedOn(h, b)
  if (c !== '') h = hashedOn(h, c)
  if (d !== '') h = hashedOn(h, d)
  if (e !== '') h = hashedOn(h, e)
  if (f !== '') h = hashedOn(h, f)
  return (h ^ (h >>> 15)) >>> 0
}

function hashedOn(start: number, part: string): number {
  let h = start
  for (let i = 0; i < part.length; i++) h = Math.imul(h ^ part.charCodeAt(i), 16777619)
  return h
}

/** The row of a key, -1 for none; keys are 32 bits, each once. */
export function rowsByKey(keys: Uint32Array): (key: number) => number {
  const size = 1 << (33 - Math.clz32(keys.length))
  const rows = new Int32Array(size).fill(-1)
  const next = (at: number) => (at + 1) & (size - 1)
  for (let row = 0; row < keys.length; row++) {
    let at = (keys[row] ?? 0) & (size - 1)
    while ((rows[at] ?? -1) >= 0) at = next(at)
    rows[at] = row
  }
  return (key) => {
    for (let at = key & (size - 1); ; at = next(at)) {
      const row = rows[at] ?? -1
      if (row < 0 || keys[row] === key) return row
    }
  }
}
