/**
 * The text of a feed without what most often breaks one: junk before the first tag, control characters, bare ampersands and
 * angles, a document type, and an end that is missing, as of an answer that was cut short.
 */
export function mendFeed(text: string): string {
  const clean = text
    .replace(/^[^<{]+/, '')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
  return closed(outsideCdata(withoutDoctype(clean), escaped))
}

// Every step goes over the text once: a regular expression would begin anew at each of a million beginnings.
function withoutDoctype(text: string): string {
  const start = text.slice(0, 10_000).search(/<!DOCTYPE/i)
  if (start === -1) return text
  const subset = text.indexOf('[', start)
  const plainEnd = text.indexOf('>', start)
  const end = subset !== -1 && subset < plainEnd ? text.indexOf('>', text.indexOf(']', subset)) : plainEnd
  return end === -1 ? text : text.slice(0, start) + text.slice(end + 1)
}

function outsideCdata(text: string, mend: (part: string) => string): string {
  const parts: string[] = []
  let from = 0
  for (let open = text.indexOf('<![CDATA['); open !== -1; open = text.indexOf('<![CDATA[', from)) {
    const close = text.indexOf(']]>', open)
    const end = close === -1 ? text.length : close + 3
    parts.push(mend(text.slice(from, open)), text.slice(open, end))
    from = end
  }
  return parts.join('') + mend(text.slice(from))
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
