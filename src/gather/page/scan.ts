import { Parser } from 'htmlparser2'
import { BlockBuilder } from './block-builder.ts'
import type { Attributes, PageScan } from './page-scan.ts'
import { Skipper } from './skipped.ts'

/** Longest page that is scanned, in UTF-16 units; what follows is left out. */
export const longestPage = 20_000_000

/** Reads a page once, from start to end, into blocks of text with their place in the source and raw metadata. */
export function scanPage(html: string): PageScan {
  const builder = new BlockBuilder()
  const skipper = new Skipper()
  const parser: Parser = new Parser(
    {
      onopentag(name: string, attributes: Attributes) {
        if (skipper.open(name, attributes)) return builder.meta(name, attributes)
        builder.open(name, attributes)
      },
      onclosetag(name: string) {
        const inside = skipper.close(name)
        if (inside === undefined) builder.close(name)
        else if (inside.done !== undefined) builder.raw(inside.done.kind, inside.done.text)
      },
      ontext(data: string) {
        if (!skipper.text(data)) builder.text(data, parser.startIndex, parser.endIndex + 1)
      },
    },
    { decodeEntities: true },
  )
  parser.end(html.length > longestPage ? html.slice(0, longestPage) : html)
  return builder.finish()
}
