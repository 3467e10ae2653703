import { groupBit, namesTell } from './features/name-groups.ts'
import { ruledOut } from './out-rules.ts'
import type { PageScan } from './page-scan.ts'
import { scanPage } from './scan.ts'

// "content":"<p>The ferry crews …": a member of the data from which a script builds the page; within a string, its quotes are escaped.
const opening = /(\\?)"(?:article_?)?(?:body|contents?|text|html|(?:body|content)_?html)\\?"\s*:\s*\\?"/gi

/** The longest text that a page carries as data for its scripts, paragraphs parted by line ends; undefined where there is none. */
export function embeddedBody(html: string): string | undefined {
  const page = html.slice(0, 4_000_000)
  let best = ''
  let read = 0
  for (const match of page.matchAll(opening)) {
    const start = match.index + match[0].length
    if (start < read) continue
    read = endOf(page, start, match[1]?.length ?? 0)
    if (read - start < 300 || read - start < best.length) continue
    const text = textOf(unescaped(unescaped(page.slice(start, read))))
    if (text.length > best.length && /[.!?。]/.test(text)) best = text
  }
  return best.length < 200 ? undefined : best
}

/** Where a string ends: at the first quotation mark behind as many backslashes as the one that opened it. */
function endOf(page: string, start: number, escapes: number): number {
  for (let at = page.indexOf('"', start); at !== -1; at = page.indexOf('"', at + 1)) {
    let run = 0
    while (page[at - 1 - run] === '\\' && run < 16) run += 1
    if (run === escapes) return at - run
  }
  return page.length
}

// Where a program puts an advertisement or a box: $$AD$$, {{ad}}, [[box 2]].
const placeholder = /^(?:\$\$.*\$\$|\{\{.*\}\}|\[\[.*\]\]|%%.*%%)$/

function textOf(value: string): string {
  const scan = scanPage(value.replace(/\n+/g, '<p>'))
  const out = ruledOut(scan)
  return scan.blocks
    .filter(
      ({ text, element }, i) => out[i] === undefined && !isCaption(scan, element) && !placeholder.test(text),
    )
    .map(({ text }) => text)
    .join('\n')
}

function isCaption({ elements }: PageScan, index: number): boolean {
  const own = elements[index]
  const names = `${own?.names ?? ''} ${elements[own?.parent ?? -1]?.names ?? ''}`
  return (namesTell(names) & groupBit('PN-caption')) !== 0
}

function unescaped(raw: string): string {
  return raw.replace(/\\(?:u([0-9a-f]{4})|(.))/gi, (_, hex, letter) => {
    if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16))
    return letter === 'n' ? '\n' : letter === 't' || letter === 'r' ? ' ' : letter
  })
}
