import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { ByteQueue } from './byte-queue.ts'
import { gzipMembers } from './gzip-members.ts'

/** A record of a WARC archive, or what was wrong with a stretch of it. Its content is lent: it holds until the next record is asked for. */
export type WarcRecord =
  | {
      readonly ok: true
      /** Header fields, names in lower case. */
      readonly fields: ReadonlyMap<string, string>
      readonly content: Uint8Array
      /** Where it begins in the file, in bytes: reading can be taken up again there. */
      readonly offset: number
    }
  | { readonly ok: false; readonly offset: number; readonly found: string }

/** Largest record that is read, in bytes; a bigger one is passed over. */
const mostContent = 64 * 1024 * 1024

/**
 * Records of a WARC archive, packed or plain, streamed in constant memory. What is damaged is reported and passed over.
 * `start` is the offset in the file at which the stream begins.
 */
export async function* warcRecords(stream: AsyncIterable<Uint8Array>, start = 0): AsyncIterable<WarcRecord> {
  const queue = new ByteQueue(stream, start)
  await queue.hold(2)
  if (queue.view[0] !== 0x1f || queue.view[1] !== 0x8b) {
    yield* plainRecords(queue)
    return
  }
  for await (const member of gzipMembers(queue)) {
    if (member === undefined) yield* plainRecords(new ByteQueue(unpacked(queue.rest())))
    else if (!member.ok) yield member
    // A sync generator that is handed on by `yield*` costs several turns of the event loop for each record.
    else for (const record of recordsIn(member.bytes, member.offset)) yield record
  }
}

function unpacked(stream: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  return Readable.from(stream).pipe(createGunzip())
}

/** Records of one member; nearly always there is one. */
function* recordsIn(bytes: Uint8Array, offset: number): Iterable<WarcRecord> {
  let at = 0
  while (at < bytes.length) {
    const head = headOf(bytes, at)
    if (head === undefined) {
      if (at === 0) yield { ok: false, offset, found: 'this is no WARC record' }
      return
    }
    const end = head.end + head.length
    if (end > bytes.length) {
      yield {
        ok: false,
        offset,
        found: `its length is given as ${head.length} bytes, but there are ${bytes.length - head.end}`,
      }
      return
    }
    if (!isEnd(bytes.subarray(end))) {
      yield { ok: false, offset, found: notItsEnd(head.length) }
      return
    }
    yield { ok: true, fields: head.fields, content: bytes.subarray(head.end, end), offset }
    at = end
    while (bytes[at] === 13 || bytes[at] === 10) at += 1
  }
}

async function* plainRecords(queue: ByteQueue): AsyncIterable<WarcRecord> {
  while (await findStart(queue)) {
    const offset = queue.offset
    await queue.hold(64 * 1024)
    const head = headOf(queue.view, 0)
    if (head === undefined) {
      yield { ok: false, offset, found: 'its header is damaged' }
      queue.use(5)
      continue
    }
    if (head.length > mostContent) {
      yield { ok: false, offset, found: `it has ${head.length.toLocaleString('en')} bytes` }
      await queue.skip(head.end + head.length)
      continue
    }
    await queue.hold(head.end + head.length + 8)
    const after = queue.view.subarray(head.end + head.length)
    if (queue.view.length < head.end + head.length || !isEnd(after)) {
      yield { ok: false, offset, found: notItsEnd(head.length) }
      queue.use(head.end)
      continue
    }
    yield {
      ok: true,
      fields: head.fields,
      content: queue.view.subarray(head.end, head.end + head.length),
      offset,
    }
    queue.use(head.end + head.length)
  }
}

function notItsEnd(length: number): string {
  return `its length is given as ${length} bytes, which is not where it ends`
}

// A record ends with two line ends, then comes the next or nothing.
function isEnd(after: Uint8Array): boolean {
  let start = 0
  while (after[start] === 13 || after[start] === 10) start += 1
  if (start === after.length) return true
  const next = Buffer.from(after.buffer, after.byteOffset + start, Math.min(4, after.length - start))
  return 'WARC'.startsWith(next.toString('latin1'))
}

/** Lets go of what comes before the next "WARC/"; false at the end of the stream. */
async function findStart(queue: ByteQueue): Promise<boolean> {
  while (await queue.hold(8)) {
    const view = Buffer.from(queue.view.buffer, queue.view.byteOffset, queue.view.length)
    const at = view.indexOf('WARC/')
    if (at !== -1) {
      queue.use(at)
      return true
    }
    queue.use(queue.view.length - 5)
    if (queue.ended) return false
  }
  return false
}

type Head = { readonly fields: ReadonlyMap<string, string>; readonly length: number; readonly end: number }

const blankLine = Buffer.from('\r\n\r\n')

function headOf(bytes: Uint8Array, start: number): Head | undefined {
  const view = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const strict = view.indexOf(blankLine, start)
  const end = strict === -1 ? view.indexOf('\n\n', start) : strict
  if (end === -1 || end - start > 64 * 1024) return undefined
  const [version, ...lines] = view.toString('utf8', start, end).split('\n')
  if (!/^WARC\/\d/.test(version ?? '')) return undefined
  const fields = fieldsOf(lines)
  const length = Number(fields.get('content-length'))
  if (!Number.isSafeInteger(length) || length < 0) return undefined
  return { fields, length, end: end + (strict === -1 ? 2 : 4) }
}

/** Header lines as fields, names in lower case; a line that begins with a space goes on with the one before. */
export function fieldsOf(lines: readonly string[]): ReadonlyMap<string, string> {
  const fields = new Map<string, string>()
  let last = ''
  for (const line of lines) {
    const colon = line.indexOf(':')
    if (line[0] === ' ' || line[0] === '\t') fields.set(last, `${fields.get(last) ?? ''} ${line.trim()}`)
    else if (colon > 0) {
      last = line.slice(0, colon).trim().toLowerCase()
      fields.set(last, line.slice(colon + 1).trim())
    }
  }
  return fields
}
