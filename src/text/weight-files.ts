const read = new Map<string, Uint8Array | undefined>()

/** Bytes of `weights/NAME`, read once, in memory that worker threads can share; undefined where there is no such file. */
export function weightFile(name: string): Uint8Array | undefined {
  if (!read.has(name)) read.set(name, readWeights(name))
  return read.get(name)
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
  const file = new URL(`../../weights/${name}`, import.meta.url)
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
