/** What every file of weights says of itself; training/FORMAT.md is its specification. */
export type Container = {
  readonly format: number
  readonly model: string
  readonly scales: Readonly<Record<string, number>>
  readonly blobs: Readonly<Record<string, Blob>>
}

/** What the reader's file of weights says of itself. */
export type Header = Container & {
  readonly d: number
  readonly layers: string
  readonly heads: number
  readonly dh: number
  readonly arc: number
  readonly lab: number
  readonly labm: number
  readonly affixRows: number
  readonly gramRows: number
  readonly both: number
  readonly onlyVector: number
  readonly onlyOwn: number
  readonly upos: readonly string[]
  readonly xpos: readonly string[]
  readonly deprel: readonly string[]
  readonly names: readonly string[]
  readonly roles: readonly string[]
}

type Blob = {
  readonly type: 'i8' | 'u8' | 'u32' | 'f32' | 'utf8'
  readonly shape: readonly number[]
  readonly offset: number
  readonly stride?: number
}

/** A linear map as stored: `rows` × `columns` in 8 bits, rows `stride` apart, with a scale and a bias for each row. */
export type Linear = {
  readonly rows: number
  readonly columns: number
  readonly stride: number
  readonly w: Int8Array
  readonly scale: Float32Array
  readonly bias: Float32Array
}

/** The weights' file in memory; every array is a view of its bytes, which threads may share. */
export type Weights<H extends Container = Header> = {
  readonly header: H
  readonly bytes: Uint8Array
  readonly floats: (name: string) => Float32Array
  readonly small: (name: string) => Int8Array
  readonly whole: (name: string) => Uint32Array
  readonly text: (name: string) => string
  readonly linear: (name: string) => Linear
}

/** Opens the bytes of a file of weights. Throws when they are not of that format. */
export function openWeights<H extends Container = Header>(bytes: Uint8Array): Weights<H> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (textOf(bytes.subarray(0, 4)) !== 'ORR1') throw new Error('these weights do not begin with ORR1')
  const length = view.getUint32(4, true)
  const header = JSON.parse(textOf(bytes.subarray(8, 8 + length))) as H
  if (header.format !== 1) throw new Error(`weights of format ${header.format}; this reader knows format 1`)
  const base = bytes.byteOffset + Math.ceil((8 + length) / 16) * 16

  function blob(name: string): Blob {
    const found = header.blobs[name]
    if (found === undefined) throw new Error(`the weights have no ${name}`)
    return found
  }

  function size({ shape, stride }: Blob): number {
    return (shape[0] ?? 0) * (stride ?? shape[1] ?? 1)
  }

  function floats(name: string): Float32Array {
    const found = blob(name)
    return new Float32Array(bytes.buffer, base + found.offset, size(found))
  }

  function small(name: string): Int8Array {
    const found = blob(name)
    return new Int8Array(bytes.buffer, base + found.offset, size(found))
  }

  function whole(name: string): Uint32Array {
    const found = blob(name)
    return new Uint32Array(bytes.buffer, base + found.offset, size(found))
  }

  function text(name: string): string {
    const found = blob(name)
    return textOf(new Uint8Array(bytes.buffer, base + found.offset, size(found)))
  }

  function linear(name: string): Linear {
    const { shape, stride } = blob(`${name}.w`)
    const [rows = 0, columns = 0] = shape
    return {
      rows,
      columns,
      stride: stride ?? columns,
      w: small(`${name}.w`),
      scale: floats(`${name}.k`),
      bias: floats(`${name}.b`),
    }
  }

  return { header, bytes, floats, small, whole, text, linear }
}

// A copy, since some decoders refuse memory that threads share.
function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes.slice())
}
