/**
 * The text of a feed without what most often breaks one: junk before the first tag, control characters, bare ampersands and
 * angles, a document type, and an end that is missing, as of an answer that was cut short.
 */
export function mendFeed(text: string): string {
  const clean = text
    .replace(/^[^<{]+/, '')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/<!DOCTYPE[^[>]*(?:\[[\s\S]{0,100000}?\]\s*)?>/i, '')
  const parts = clean.split(/(<!\[CDATA\[[\s\S]*?\]\]>)/)
  return closed(parts.map((part, i) => (i % 2 === 1 ? part : escaped(part))).join(''))
}

// "Fish & chips", "1 < 2"
function escaped(text: string): string {
  return text.replace(/&(?!#?\w{1,31};)/g, '&amp;').replace(/<(?![a-z_/!?])/gi, '&lt;')
}

const endings = [
  ['rss', ['item', 'channel', 'rss']],
  ['feed', ['entry', 'feed']],
  ['rdf:RDF', ['item', 'rdf:RDF']],
] as const

// Of a feed that is cut short the whole entries are read, and what came before the first where there is none.
function closed(text: string): string {
  for (const [root, [entry, ...outer]] of endings) {
    const hasEnd = new RegExp(`</${root}\\s*>\\s*(?:<!--[\\s\\S]*-->\\s*)?$`, 'i').test(text.slice(-2000))
    if (hasEnd || !new RegExp(`<${root}[\\s>]`, 'i').test(text.slice(0, 4000))) continue
    const last = text.toLowerCase().lastIndexOf(`</${entry}>`)
    if (last === -1) return text
    return `${text.slice(0, last)}</${entry}>${outer.map((name) => `</${name}>`).join('')}`
  }
  return text
}
