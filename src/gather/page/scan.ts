import { Parser } from 'htmlparser2'
import { BlockBuilder } from './block-builder.ts'
import type { Attributes, PageScan } from './page-scan.ts'
import { Skipper } from './skipped.ts'

/** Longest page that is scanned, in UTF-16 units; what follows is left out. */
export const longestPage = 20_000_000

/** Elements nested deeper than this are not followed: their tags are read as space, their text is kept. */
const deepest = 2000

/** Reads a page once, from start to end, into blocks of text with their place in the source and raw metadata. */
export function scanPage(html: string): PageScan {
  const builder = new BlockBuilder()
  const skipper = new Skipper()
  let depth = 0
  const parser: Parser = new Parser(
    {
      onopentag(name: string, attributes: Attributes) {
        depth += 1
        if (skipper.open(name, attributes)) return builder.meta(name, attributes)
        builder.open(name, attributes)
      },
      onclosetag(name: string) {
        depth -= 1
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
  // The parser's own stack costs more for each element the deeper it is, so it is fed by pieces and watched.
  const end = Math.min(html.length, longestPage)
  for (let at = 0; at < end; at += pieceLength) {
    const piece = html.slice(at, Math.min(end, at + pieceLength))
    parser.write(depth > deepest ? withoutTags(piece) : piece)
  }
  parser.end()
  return builder.finish()
}

const pieceLength = 64 * 1024

/** The text with each tag replaced by as much space, so that places stay what they are. */
function withoutTags(piece: string): string {
  return piece.replace(/<[^<>]{0,2000}>?/g, (tag) => ' '.repeat(tag.length))
}
