import type { Mention } from '../../model/reading.ts'
import { contains, quoteOf, type Range } from '../../model/span.ts'
import { table } from '../../text/table.ts'

// "Harrow Post", "Radio Velm", "Corvane Wire", "Meridian News Agency": names of the usual form need no table.
const usualForm =
  /^(?:the )?(?:(?:radio|tele) [\p{L} ]+|.*\b(?:times|post|herald|tribune|gazette|chronicle|courier|beacon|observer|telegraph|journal|mail|globe|mirror|sentinel|dispatch|examiner|enquirer|inquirer|bulletin|wire|news|newspaper|broadcasting|press agency|news agency|press|radio|tv|television|review|register|standard|star|sun|independent|guardian|daily|weekly|ledger|argus|echo|today))$/iu

let listed: Set<string> | undefined

/** True for the name of a news outlet or agency, by `data/outlets.tsv` or by the form of the name. */
export function isOutletName(name: string): boolean {
  listed ??= new Set(table('outlets').map((row) => plain(row.name ?? '')))
  return listed.has(plain(name)) || (/\s/.test(name.trim()) && usualForm.test(name.trim()))
}

/** The outlet's name in a stretch of text: from its names, else from capitalised words that are one. */
export function outletIn(text: string, range: Range, mentions: readonly Mention[]): Range | undefined {
  for (const { head, type } of mentions) {
    if (type !== 'GPE' && contains(range, head) && isOutletName(quoteOf(text, head))) return head
  }
  return capitalsIn(text, range).find((capitals) => isOutletName(quoteOf(text, capitals)))
}

/** True when two names are one outlet's: no matter the case, a leading "the" and points. */
export function isSameOutlet(a: string, b: string): boolean {
  return plain(a) === plain(b)
}

// Runs of capitalised words, longest first from the left: "the [Wall Street Journal] that cited [Reuters]".
function capitalsIn(text: string, range: Range): Range[] {
  const run = /\p{Lu}[\p{L}\p{N}.'’&-]*(?:\s+(?:of\s+|and\s+)?\p{Lu}[\p{L}\p{N}.'’&-]*)*/gu
  return [...quoteOf(text, range).matchAll(run)].flatMap((match) => {
    const start = range.start + match.index
    const words = [...match[0].matchAll(/\S+/g)]
    // "Tuesday Axios" or "Sources Reuters": the name may be an end of the run.
    return words.map((word) => ({
      start: start + word.index,
      end: start + match[0].replace(/['’]s$|[.'’]$/u, '').length,
    }))
  })
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/^the\s+/, '')
    .replace(/['’]s?$/u, '')
    .replace(/\./g, '')
    .trim()
}
