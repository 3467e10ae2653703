/** A line of a byte stream; `tooLong` instead of its bytes where it is longer than was allowed. */
export type Line =
  | { readonly number: number; readonly bytes: Uint8Array }
  | { readonly number: number; readonly tooLong: number }

/** Lines of a byte stream, numbered from 1, without their ends. A line over `limit` bytes is counted, not kept. */
export async function* linesOf(stream: AsyncIterable<Uint8Array>, limit: number): AsyncIterable<Line> {
  let parts: Uint8Array[] = []
  let size = 0
  let number = 1
  for await (const chunk of stream) {
    let start = 0
    for (let end = chunk.indexOf(10, start); end !== -1; end = chunk.indexOf(10, start)) {
      add(chunk.subarray(start, end))
      yield taken()
      start = end + 1
    }
    add(chunk.subarray(start))
  }
  if (size > 0) yield taken()

  function add(part: Uint8Array): void {
    size += part.length
    if (size > limit) parts = []
    else if (part.length > 0) parts.push(part)
  }

  function taken(): Line {
    const line = size > limit ? { number, tooLong: size } : { number, bytes: joined(parts) }
    parts = []
    size = 0
    number += 1
    return line
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts
  return parts.length === 1 && only !== undefined ? only : new Uint8Array(Buffer.concat(parts))
}
