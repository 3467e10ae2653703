/** FNV-1a of a text over UTF-16 units, 32 bits. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash ^ (hash >>> 15)
}

/** Mixes a template number and up to four values into one feature of 26 bits. */
export function mix(template: number, a: number, b = 0, c = 0, d = 0): number {
  let hash = Math.imul(template + 1, 0x9e3779b1)
  hash = Math.imul(hash ^ a, 0x85ebca6b)
  hash = Math.imul((hash ^ (hash >>> 13)) + b, 0xc2b2ae35)
  hash = Math.imul((hash ^ (hash >>> 15)) + c, 0x27d4eb2f)
  hash = Math.imul((hash ^ (hash >>> 13)) + d, 0x165667b1)
  return (hash ^ (hash >>> 16)) & 0x3ffffff
}
