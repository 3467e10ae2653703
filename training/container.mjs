/** The bytes of a file of weights (FORMAT.md, "File"): a header, and blobs `{type, shape, data}` by name. */
export function container(header, blobs) {
  const parts = []
  const places = {}
  let offset = 0
  for (const [name, { type, shape, data }] of Object.entries(blobs)) {
    const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    places[name] = { type, shape, offset }
    parts.push([offset, bytes])
    offset = Math.ceil((offset + bytes.length) / 16) * 16
  }
  const head = new TextEncoder().encode(JSON.stringify({ ...header, blobs: places }))
  const base = Math.ceil((8 + head.length) / 16) * 16
  const file = new Uint8Array(base + offset)
  file.set(new TextEncoder().encode('ORR1'))
  new DataView(file.buffer).setUint32(4, head.length, true)
  file.set(head, 8)
  for (const [at, bytes] of parts) file.set(bytes, base + at)
  return file
}
