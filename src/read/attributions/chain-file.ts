import type { ChainWeights, FeatureTable } from './crf.ts'

/**
 * Reads the weights of one linear chain (training/attribution/README.md, "File"): u32 labels, f32 scale, then for single
 * labels and for pairs a u32 count, the sorted features as variable-length differences, and one signed byte a weight.
 */
export function readChain(bytes: Uint8Array): ChainWeights {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const labels = view.getUint32(0, true)
  const scale = view.getFloat32(4, true)
  const node = readRows(bytes, 8, labels)
  const edge = readRows(bytes, node.end, labels * labels)
  return { labels, scale, node: node.table, edge: edge.table }
}

type Rows = { readonly table: FeatureTable; readonly end: number }

function readRows(bytes: Uint8Array, from: number, width: number): Rows {
  const count = new DataView(bytes.buffer, bytes.byteOffset + from, 4).getUint32(0, true)
  const keys = new Uint32Array(count)
  let at = from + 4
  let key = 0
  for (let i = 0; i < count; i++) {
    let shift = 0
    let byte = 0
    do {
      byte = bytes[at++] ?? 0
      key += (byte & 127) * 2 ** shift
      shift += 7
    } while (byte >= 128)
    keys[i] = key
  }
  const rows = new Int8Array(bytes.slice(at, at + count * width).buffer)
  return { table: { ...slotsOf(keys), rows, width }, end: at + count * width }
}

// The features are hashes already, so their low bits place them.
function slotsOf(keys: Uint32Array): { slots: Int32Array; mask: number } {
  let size = 4
  while (size < keys.length * 2) size *= 2
  const mask = size - 1
  const slots = new Int32Array(size * 2).fill(-1)
  keys.forEach((key, row) => {
    let slot = key & mask
    while (slots[slot * 2 + 1] !== -1) slot = (slot + 1) & mask
    slots[slot * 2] = key
    slots[slot * 2 + 1] = row
  })
  return { slots, mask }
}
