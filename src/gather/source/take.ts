/** Most bytes of one file, answer or line of input that is read whole. */
export const mostBytes = 32 * 1024 * 1024

/** All bytes of a stream; `tooLarge` where there are more than `limit`. The stream is let go either way. */
export async function takeAll(
  stream: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<{ readonly bytes: Uint8Array; readonly tooLarge: boolean }> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream) {
    size += chunk.length
    if (size > limit) return { bytes: new Uint8Array(), tooLarge: true }
    parts.push(chunk)
  }
  return { bytes: new Uint8Array(Buffer.concat(parts)), tooLarge: false }
}

/** The first bytes of a stream, at least `count` where it has them, and the whole stream again. */
export async function peek(
  stream: AsyncIterable<Uint8Array>,
  count: number,
): Promise<{ readonly head: Uint8Array; readonly stream: AsyncIterable<Uint8Array> }> {
  const iterator = stream[Symbol.asyncIterator]()
  const parts: Uint8Array[] = []
  let size = 0
  while (size < count) {
    const next = await iterator.next()
    if (next.done === true) break
    parts.push(next.value)
    size += next.value.length
  }
  async function* again(): AsyncIterable<Uint8Array> {
    yield* parts
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value
  }
  return { head: new Uint8Array(Buffer.concat(parts)), stream: again() }
}
