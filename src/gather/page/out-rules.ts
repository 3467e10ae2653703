import type { BlockKind } from '../../model/article.ts'
import { table } from '../../text/table.ts'
import type { PageScan } from './page-scan.ts'

/** A row of `data/page-out.tsv`: what keeps a block out of the body, and what the block is then. */
export type OutRule = {
  readonly id: string
  readonly where: string
  readonly kind: BlockKind | undefined
  readonly pattern: RegExp
}

let rows: readonly OutRule[] | undefined

function outRules(): readonly OutRule[] {
  rows ??= table('page-out').map(({ id = '', where = '', kind, pattern = '' }) => ({
    id,
    where,
    kind: kind === '' ? undefined : (kind as BlockKind),
    pattern: new RegExp(pattern),
  }))
  return rows
}

/** For each block the rule that keeps it out of the body, undefined for most. */
export function ruledOut(scan: PageScan): readonly (OutRule | undefined)[] {
  const holders = outElements(scan)
  const out = scan.blocks.map(({ element }) => holders[element])
  for (const { first, last, rule } of otherParts(scan)) out.fill(rule, first, last + 1)
  return out
}

/** For each element the rule by which it, or one that it stands in, is out. */
function outElements({ elements }: PageScan): readonly (OutRule | undefined)[] {
  const found: (OutRule | undefined)[] = []
  // A parent comes before its children.
  for (const element of elements) found.push(found[element.parent] ?? element.look.out)
  return found
}

type Part = { readonly first: number; readonly last: number; readonly rule: OutRule }

/** Parts of the page, as ranges of blocks, that are opened by a heading named for other articles. */
function otherParts(scan: PageScan): readonly Part[] {
  const { blocks, elements } = scan
  const parts: Part[] = []
  for (const [first, { element, text }] of blocks.entries()) {
    const { tag = '', names = '' } = elements[element] ?? {}
    if (!/^h[2-6]$/.test(tag) || text.length > longestLabel) continue
    const rule = outRule('heading', names)
    if (rule === undefined || blocks[first - 1]?.element === element) continue
    parts.push({ first, last: lastOpenedBy(scan, first), rule })
  }
  return parts
}

const longestLabel = 70

/** The last block of the outermost element that a block opens; elements that hold an h1 are the article's own. */
function lastOpenedBy({ blocks, elements }: PageScan, first: number): number {
  let holder = blocks[first]?.element ?? -1
  let last = first
  const before = ancestors(elements, blocks[first - 1]?.element ?? -1)
  while (holder >= 0 && !before.has(holder) && !/^(?:main|body|html)$/.test(elements[holder]?.tag ?? '')) {
    let end = last
    while (end + 1 < blocks.length && isWithin(elements, blocks[end + 1]?.element ?? -1, holder)) end += 1
    if (blocks.slice(last + 1, end + 1).some(({ element }) => elements[element]?.tag === 'h1')) break
    last = end
    holder = elements[holder]?.parent ?? -1
  }
  return last
}

function ancestors(elements: PageScan['elements'], start: number): ReadonlySet<number> {
  const found = new Set<number>()
  for (let index = start; index >= 0; index = elements[index]?.parent ?? -1) found.add(index)
  return found
}

function isWithin(elements: PageScan['elements'], start: number, holder: number): boolean {
  // A parent comes before its children.
  let index = start
  while (index > holder) index = elements[index]?.parent ?? -1
  return index === holder
}

const known = new Map<string, Map<string, OutRule | undefined>>()

/** The row that tells a tag (`tag`), or the names of an element, an aside, a heading or an inline element (`names`, `aside`, `heading`, `inline`). */
export function outRule(where: string, text: string): OutRule | undefined {
  if (text === '') return undefined
  const texts = known.get(where) ?? new Map<string, OutRule | undefined>()
  const before = texts.get(text)
  if (before !== undefined || texts.has(text)) return before
  const rule = outRules().find((row) => row.where === where && row.pattern.test(text.slice(0, 300)))
  if (texts.size > 50_000) texts.clear()
  texts.set(text, rule)
  known.set(where, texts)
  return rule
}
