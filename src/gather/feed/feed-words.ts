import { Parser } from 'htmlparser2'

/** How the words of a feed are written: as markup, as bare text, or as nobody says which. */
export type Writing = 'markup' | 'text' | 'unsaid'

/** The words of a title or name on one line, without the markup that some feeds put in it; undefined where there are none. */
export function plainWords(text: string | undefined, writing: Writing = 'unsaid'): string | undefined {
  if (text === undefined) return undefined
  const isMarkup = writing === 'markup' || (writing === 'unsaid' && looksLikeMarkup(text))
  const bare = (isMarkup ? textOf(text) : text).replace(/\s+/g, ' ').trim()
  return bare === '' ? undefined : bare
}

// "<b>Talks</b> move", "AT&amp;T": what no bare text holds by chance. "1 < 2" and "in <head>" are bare text.
function looksLikeMarkup(text: string): boolean {
  if (/&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,31});|<(?:br|hr|img|wbr)\b[^<>]{0,1000}>/i.test(text)) return true
  const close = /<\/([a-z][a-z0-9]{0,20})\s*>/i.exec(text)
  return close !== null && text.slice(0, close.index).toLowerCase().includes(`<${close[1]?.toLowerCase()}`)
}

/** Bare text as markup: paragraphs where it has empty lines, everything else escaped. */
export function asMarkup(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  return escaped
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${paragraph.trim()}</p>`)
    .join('\n')
}

const blocks: ReadonlySet<string> = new Set([
  'p',
  'div',
  'br',
  'li',
  'td',
  'h1',
  'h2',
  'h3',
  'hr',
  'blockquote',
])
const silent: ReadonlySet<string> = new Set(['script', 'style', 'template'])

function textOf(html: string): string {
  let text = ''
  let hidden = 0
  const parser = new Parser(
    {
      onopentagname(name) {
        if (silent.has(name)) hidden += 1
        if (blocks.has(name)) text += ' '
      },
      ontext(words) {
        if (hidden === 0) text += words
      },
      onclosetag(name) {
        if (silent.has(name)) hidden -= 1
        if (blocks.has(name)) text += ' '
      },
    },
    { decodeEntities: true },
  )
  parser.end(html)
  return text
}
