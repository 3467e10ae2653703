const place = (name: string) => new URL(`../../weights/${name}`, import.meta.url)
const read = new Map<string, Uint8Array | undefined>()

/** Bytes of `weights/NAME`, read once, in memory that worker threads can share; undefined where there is no such file. */
export function weightFile(name: string): Uint8Array | undefined {
  if (!read.has(name)) read.set(name, readWeights(name))
  return read.get(name)
}

/** All files of weights by name, read once, for another thread to take with `provideWeights`; they are shared, not copied. */
export function allWeightFiles(): ReadonlyMap<string, Uint8Array> {
  const fs = globalThis.process?.getBuiltinModule?.('node:fs')
  const names = fs?.readdirSync(place(''), { recursive: true, encoding: 'utf8' }) ?? []
  for (const name of names) if (/\.(?:bin|tsv)$/.test(name)) weightFile(name.replaceAll('\\', '/'))
  return new Map([...read].flatMap(([name, bytes]) => (bytes === undefined ? [] : [[name, bytes] as const])))
}

/** Gives the bytes of a file of weights where there is no file system, or where another thread has read it. */
export function provideWeights(name: string, bytes: Uint8Array): void {
  read.set(name, bytes)
}

/** A file of weights that is a table of text; undefined where there is no such file. */
export function weightTable(name: string): string | undefined {
  const bytes = weightFile(name)
  // A copy, since some decoders refuse memory that threads share.
  return bytes === undefined ? undefined : new TextDecoder().decode(bytes.slice())
}

function readWeights(name: string): Uint8Array | undefined {
  const fs = globalThis.process?.getBuiltinModule?.('node:fs')
  if (fs === undefined) return undefined
  const file = place(name)
  if (!fs.existsSync(file)) return undefined
  const size = fs.statSync(file).size
  const bytes = new Uint8Array(new SharedArrayBuffer(size))
  const handle = fs.openSync(file, 'r')
  try {
    for (let at = 0; at < size; ) {
      const got = fs.readSync(handle, bytes, at, size - at, at)
      if (got === 0) throw new Error(`${file.pathname} ended after ${at} of ${size} bytes`)
      at += got
    }
  } finally {
    fs.closeSync(handle)
  }
  return bytes
}
