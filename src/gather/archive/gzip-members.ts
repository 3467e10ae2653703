import { crc32, inflateRawSync, type ZlibOptions } from 'node:zlib'
import type { ByteQueue } from './byte-queue.ts'

/** A member of a gzip stream, unpacked, or what was wrong with it. */
export type Member =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly offset: number }
  | { readonly ok: false; readonly offset: number; readonly found: string }

/** Largest member, packed and unpacked, in bytes; a bigger one is passed over. */
const mostPacked = 64 * 1024 * 1024
const mostUnpacked = 128 * 1024 * 1024

/**
 * Members of a gzip stream one by one, as archives of web pages are packed. A damaged member is reported and the next
 * one looked for. `undefined` says that the stream is one endless member, to be unpacked as a stream from there.
 */
export async function* gzipMembers(queue: ByteQueue): AsyncIterable<Member | undefined> {
  const first = queue.offset
  const room = openRoom()
  let isWhole = true
  while (await queue.hold(18)) {
    const offset = queue.offset
    const read = await member(queue, room.size())
    if (read.kind === 'endless' && offset === first) return yield undefined
    isWhole = read.kind === 'whole'
    if (read.kind === 'whole') {
      queue.use(read.length)
      room.saw(read.bytes.length)
      yield { ok: true, bytes: read.bytes, offset }
      continue
    }
    yield {
      ok: false,
      offset,
      found: read.kind === 'broken' ? read.found : `it unpacks to more than ${mostUnpacked >> 20} MB`,
    }
    queue.use(1)
    await nextMember(queue)
  }
  if (isWhole && queue.view.length > 0 && queue.view.some((byte) => byte !== 0)) {
    yield { ok: false, offset: queue.offset, found: 'the file ends in the middle of a record' }
  }
}

/** How much room to give a member at first: about what the largest of the latest took. Too little costs a copy, too much fresh memory. */
type Room = { readonly size: () => number; readonly saw: (bytes: number) => void }

const leastRoom = 16 * 1024
const mostRoom = 1024 * 1024

function openRoom(): Room {
  let largest = leastRoom
  return {
    size: () => Math.min(mostRoom, Math.ceil(largest / leastRoom + 0.5) * leastRoom),
    saw: (bytes) => {
      largest = Math.max(bytes, largest * 0.98)
    },
  }
}

type Read =
  | { readonly kind: 'whole'; readonly bytes: Uint8Array; readonly length: number }
  | { readonly kind: 'broken'; readonly found: string }
  | { readonly kind: 'endless' }

async function member(queue: ByteQueue, room: number): Promise<Read> {
  for (let want = 64 * 1024; ; want *= 2) {
    await queue.hold(want)
    const { view } = queue
    const head = headerLength(view)
    if (head === undefined) return { kind: 'broken', found: 'this is no gzip data' }
    const unpacked = unpack(view.subarray(head), room)
    if (unpacked.kind === 'whole') return checked(unpacked, view, head)
    if (unpacked.kind !== 'short') return unpacked
    if (queue.ended && queue.view.length <= want)
      return { kind: 'broken', found: 'its compressed data is cut short' }
    if (view.length > mostPacked) return { kind: 'endless' }
  }
}

function checked(unpacked: Read & { kind: 'whole' }, view: Uint8Array, head: number): Read {
  const end = head + unpacked.length
  if (view.length < end + 8) return { kind: 'broken', found: 'its compressed data is cut short' }
  const trailer = new DataView(view.buffer, view.byteOffset + end, 8)
  if (trailer.getUint32(0, true) !== crc32(unpacked.bytes))
    return { kind: 'broken', found: 'its check sum is wrong' }
  return { kind: 'whole', bytes: unpacked.bytes, length: end + 8 }
}

/** With `info` the engine is handed back, too, and knows how much of the input it took. */
type Inflated = { readonly buffer: Uint8Array; readonly engine: { readonly bytesWritten: number } }
const inflate: (bytes: Uint8Array, options: ZlibOptions) => Uint8Array | Inflated = inflateRawSync

function unpack(bytes: Uint8Array, chunkSize: number): Read | { readonly kind: 'short' } {
  try {
    const result = inflate(bytes, { info: true, maxOutputLength: mostUnpacked, chunkSize })
    if (!('engine' in result)) throw new Error('zlib did not hand back its engine')
    return { kind: 'whole', bytes: result.buffer, length: result.engine.bytesWritten }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'Z_BUF_ERROR') return { kind: 'short' }
    if (code === 'ERR_BUFFER_TOO_LARGE') return { kind: 'endless' }
    if (typeof code === 'string' && code.startsWith('Z_'))
      return { kind: 'broken', found: 'its compressed data is damaged' }
    throw error
  }
}

/** Length of a gzip header; undefined where the bytes are none. */
function headerLength(view: Uint8Array): number | undefined {
  const [first, second, method, flags = 0] = view
  if (first !== 0x1f || second !== 0x8b || method !== 8 || (flags & 0xe0) !== 0) return undefined
  let at = 10
  if (flags & 4) at += 2 + (view[at] ?? 0) + 256 * (view[at + 1] ?? 0)
  if (flags & 8) at = view.indexOf(0, at) + 1
  if (flags & 16) at = view.indexOf(0, at) + 1
  if (flags & 2) at += 2
  return at
}

/** Lets go of what comes before the next bytes that look like the beginning of a member. */
async function nextMember(queue: ByteQueue): Promise<void> {
  while (await queue.hold(4)) {
    const { view } = queue
    for (let at = view.indexOf(0x1f); at !== -1; at = view.indexOf(0x1f, at + 1)) {
      if (at + 3 >= view.length) break
      if (view[at + 1] === 0x8b && view[at + 2] === 8 && ((view[at + 3] ?? 0) & 0xe0) === 0)
        return queue.use(at)
    }
    queue.use(Math.max(1, view.length - 3))
  }
}
