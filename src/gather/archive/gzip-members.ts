import { crc32 } from 'node:zlib'
import type { ByteQueue } from './byte-queue.ts'
import { type Inflated, type Inflater, openInflater } from './inflater.ts'

/** A member of a gzip stream, unpacked, or what was wrong with it. Its bytes are lent until the next is asked for. */
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
  const inflater = openInflater(mostUnpacked)
  const first = queue.offset
  let isWhole = true
  try {
    // Most members are held already: to wait for each would cost more than to find its header.
    while (queue.view.length >= leastHeld || (await queue.hold(leastHeld)) || queue.view.length >= 18) {
      const { offset } = queue
      inflater.begin()
      let read = memberIn(queue.view, inflater)
      while (read.kind === 'short') read = await longer(queue, inflater)
      if (read.kind === 'endless' && offset === first) return yield undefined
      isWhole = read.kind === 'whole'
      if (read.kind === 'whole') {
        queue.use(read.length)
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
  } finally {
    inflater.close()
  }
  if (isWhole && queue.view.length > 0 && queue.view.some((byte) => byte !== 0)) {
    yield { ok: false, offset: queue.offset, found: 'the file ends in the middle of a record' }
  }
}

const leastHeld = 64 * 1024

type Read =
  | { readonly kind: 'whole'; readonly bytes: Uint8Array; readonly length: number }
  | { readonly kind: 'broken'; readonly found: string }
  | { readonly kind: 'endless' }

/** The member that bytes begin with, as far as they go; the inflater goes on where it was. */
function memberIn(view: Uint8Array, inflater: Inflater): Read | { readonly kind: 'short' } {
  const head = headerLength(view)
  if (head === undefined) return { kind: 'broken', found: 'this is no gzip data' }
  const unpacked = inflater.unpack(view.subarray(head))
  switch (unpacked.kind) {
    case 'damaged':
      return { kind: 'broken', found: 'its compressed data is damaged' }
    case 'whole':
      return checked(unpacked, view, head)
    case 'short':
    case 'endless':
      return unpacked
  }
}

async function longer(queue: ByteQueue, inflater: Inflater): Promise<Read | { readonly kind: 'short' }> {
  if (queue.view.length > mostPacked) return { kind: 'endless' }
  if (await queue.hold(queue.view.length + 1)) return memberIn(queue.view, inflater)
  return { kind: 'broken', found: 'its compressed data is cut short' }
}

function checked(
  { bytes, length }: Inflated & { kind: 'whole' },
  view: Uint8Array,
  head: number,
): Read | { readonly kind: 'short' } {
  const end = head + length
  if (view.length < end + 8) return { kind: 'short' }
  const sum = new DataView(view.buffer, view.byteOffset + end, 8).getUint32(0, true)
  if (sum !== crc32(bytes)) return { kind: 'broken', found: 'its check sum is wrong' }
  return { kind: 'whole', bytes, length: end + 8 }
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
