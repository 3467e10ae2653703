import { constants, createInflateRaw, inflateRawSync, type ZlibOptions } from 'node:zlib'

/** What came of packed bytes: all of them unpacked, or why not. */
export type Inflated =
  /** `bytes` are lent: they hold until the next is begun. `length` is how many packed bytes they were. */
  | { readonly kind: 'whole'; readonly bytes: Uint8Array; readonly length: number }
  /** More packed bytes are needed. */
  | { readonly kind: 'short' }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'endless' }

/** Unpacks deflated data, one piece after another. */
export type Inflater = {
  /** Begins a new piece. */
  readonly begin: () => void
  /** Unpacks the piece that begins where `packed` does; where that is too short, it is given again, with more behind it. */
  readonly unpack: (packed: Uint8Array) => Inflated
  readonly close: () => void
}

const leastRoom = 256 * 1024
/** Room that is kept from one piece to the next. */
const mostKept = 4 * 1024 * 1024

/** An inflater for pieces of at most `most` bytes unpacked. */
export function openInflater(most: number): Inflater {
  return openKept(most) ?? openFresh(most)
}

/**
 * An inflater that keeps its engine and its room from one piece to the next: making them anew for each record of an
 * archive costs a third of the time. Node's documented functions cannot do so; undefined where its engine is not the known one.
 */
export function openKept(most: number): Inflater | undefined {
  const stream = createInflateRaw()
  const handle: unknown = Reflect.get(stream, '_handle')
  /** Room left in the output, then bytes left of the input, after each call. */
  const left: unknown = Reflect.get(stream, '_writeState')
  const write = functionOf(handle, 'writeSync')
  const reset = functionOf(handle, 'reset')
  if (!(left instanceof Uint32Array) || write === undefined || reset === undefined) return undefined
  let isDamaged = false
  Reflect.set(Object(handle), 'onerror', () => {
    isDamaged = true
  })
  let room = Buffer.allocUnsafeSlow(leastRoom)
  let [taken, filled] = [0, 0]

  return {
    begin() {
      if (room.length > mostKept) room = Buffer.allocUnsafeSlow(leastRoom)
      isDamaged = false
      taken = 0
      filled = 0
      Reflect.apply(reset, handle, [])
    },
    unpack(packed) {
      while (taken < packed.length) {
        const [input, output] = [packed.length - taken, room.length - filled]
        Reflect.apply(write, handle, [constants.Z_SYNC_FLUSH, packed, taken, input, room, filled, output])
        if (isDamaged) return { kind: 'damaged' }
        const [outputLeft = 0, inputLeft = 0] = left
        taken = packed.length - inputLeft
        filled = room.length - outputLeft
        if (inputLeft > 0 && outputLeft > 0)
          return { kind: 'whole', bytes: room.subarray(0, filled), length: taken }
        if (outputLeft > 0) continue
        if (room.length >= most) return { kind: 'endless' }
        const more = Buffer.allocUnsafeSlow(Math.min(most, 2 * room.length))
        room.copy(more)
        room = more
      }
      return { kind: 'short' }
    },
    close: () => stream.close(),
  }
}

function functionOf(of: unknown, name: string): ((...given: unknown[]) => unknown) | undefined {
  const found: unknown = typeof of === 'object' && of !== null ? Reflect.get(of, name) : undefined
  return isFunction(found) ? found : undefined
}

function isFunction(value: unknown): value is (...given: unknown[]) => unknown {
  return typeof value === 'function'
}

/** With `info` the engine is handed back, too, and knows how much of the input it took. */
type WithEngine = { readonly buffer: Uint8Array; readonly engine: { readonly bytesWritten: number } }
const inflate: (bytes: Uint8Array, options: ZlibOptions) => Uint8Array | WithEngine = inflateRawSync

/** An inflater of documented functions alone. */
export function openFresh(most: number): Inflater {
  return {
    begin() {},
    unpack(packed) {
      try {
        const result = inflate(packed, { info: true, maxOutputLength: most, chunkSize: leastRoom })
        if (!('engine' in result)) throw new Error('zlib did not hand back its engine')
        return { kind: 'whole', bytes: result.buffer, length: result.engine.bytesWritten }
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? error.code : undefined
        if (code === 'Z_BUF_ERROR') return { kind: 'short' }
        if (code === 'ERR_BUFFER_TOO_LARGE') return { kind: 'endless' }
        if (typeof code === 'string' && code.startsWith('Z_')) return { kind: 'damaged' }
        throw error
      }
    },
    close() {},
  }
}
