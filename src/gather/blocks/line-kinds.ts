import type { BlockKind } from '../../model/article.ts'
import { table } from '../../text/table.ts'

/** A kind of block, with the rule that told it. */
export type KindByRule = { readonly kind: BlockKind; readonly rule: string }

type LineRule = KindByRule & {
  readonly pattern: RegExp
  /** Words or marks of which a line needs one, in this case, to be tried at all. */
  readonly needs: readonly string[]
}

let rules: readonly LineRule[] | undefined
/** Those of them that need a word. */
let needing: readonly LineRule[] | undefined
let anyRule: readonly RegExp[] | undefined

/** The kind of a line that gives itself away (rows of `data/block-lines.tsv`); undefined for running text. */
export function lineKind(line: string): KindByRule | undefined {
  if (line.length > 1000) return undefined
  rules ??= readRules()
  needing ??= rules.filter(({ needs }) => needs.length > 0)
  anyRule ??= ['u', 'iu'].map((flags) => eitherOf(rules, flags))
  const isPlain = !anyRule.some((pattern) => pattern.test(line))
  const rule = (isPlain ? needing : rules).find(
    ({ pattern, needs }) =>
      (needs.length === 0 || needs.some((words) => line.includes(words))) && pattern.test(line),
  )
  return rule && { kind: rule.kind, rule: rule.rule }
}

/** One pattern for all rules that need no word and have these flags: most lines match none of them. */
function eitherOf(all: readonly LineRule[] | undefined, flags: string): RegExp {
  const own = (all ?? []).filter(({ pattern, needs }) => needs.length === 0 && pattern.flags === flags)
  return new RegExp(own.map(({ pattern }) => `(?:${pattern.source})`).join('|'), flags)
}

function readRules(): readonly LineRule[] {
  return table('block-lines').map((row) => ({
    kind: blockKind(row.kind ?? ''),
    rule: row.id ?? '',
    needs: (row.needs ?? '').split('|').filter((words) => words !== ''),
    pattern: new RegExp(row.pattern ?? '', row.case === 'exact' ? 'u' : 'iu'),
  }))
}

const kinds = {
  headline: 'headline',
  standfirst: 'standfirst',
  prose: 'prose',
  quotation: 'quotation',
  list: 'list',
  heading: 'heading',
  caption: 'caption',
  byline: 'byline',
  dateline: 'dateline',
  related: 'related',
  promotion: 'promotion',
  newsletter: 'newsletter',
  audio: 'audio',
  correction: 'correction',
  liveblog: 'liveblog',
  credit: 'credit',
} as const satisfies { readonly [K in BlockKind]: K }

/** The block kind of that name. Throws for a name that is none, which is an error in a data table. */
export function blockKind(name: string): BlockKind {
  const kind = Object.values(kinds).find((known) => known === name)
  if (kind === undefined) throw new Error(`"${name}" is not a kind of block`)
  return kind
}
