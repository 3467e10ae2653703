import type { BlockKind } from '../../model/article.ts'
import { lineKind } from '../blocks/line-kinds.ts'
import { groupBit, namesTell } from './features/name-groups.ts'
import type { PageFeatures } from './features/page-features.ts'
import type { PageMetadata } from './metadata/metadata.ts'
import type { OutRule } from './out-rules.ts'
import type { PageScan } from './page-scan.ts'

/** A page whose blocks are to be told. */
export type PageToTell = {
  readonly scan: PageScan
  readonly features: PageFeatures
  readonly metadata: PageMetadata
  readonly isBody: readonly boolean[]
  readonly extent: BodyExtent
  /** For each block the rule that keeps it out of the body, whatever its likelihood. */
  readonly out: readonly (OutRule | undefined)[]
}

/** Where the body begins and ends among the blocks of a page (-1 where there is none), and its second block. */
export type BodyExtent = { readonly first: number; readonly second: number; readonly last: number }

/** Finds where the body of a page begins and ends. */
export function bodyExtent(isBody: readonly boolean[]): BodyExtent {
  const first = isBody.indexOf(true)
  return {
    first,
    second: first === -1 ? -1 : isBody.indexOf(true, first + 1),
    last: isBody.lastIndexOf(true),
  }
}

type Told = { readonly kind: BlockKind | undefined; readonly rule: string }

/** What a block of a page is, and by which rule (rows PG-… of `data/rules-gather.tsv` and rows of `data/block-lines.tsv`). */
export function blockKindOf(page: PageToTell, index: number): Told {
  return headline(page, index) ?? (page.isBody[index] ? bodyKind(page, index) : noiseKind(page, index))
}

function headline({ scan, metadata }: PageToTell, index: number): Told | undefined {
  const block = scan.blocks[index]
  if (block === undefined || block.text.length > 300) return undefined
  const tag = scan.elements[block.element]?.tag
  if (tag !== 'h1' && tag !== 'h2' && !within(scan, index, 'PN-headline', 2)) return undefined
  const own = bare(block.text)
  const isTitle = own.length > 8 && metadata.titles.some((title) => likeTitle(own, bare(title)))
  return isTitle ? { kind: 'headline', rule: 'PG-HEAD-01' } : undefined
}

function likeTitle(own: string, title: string): boolean {
  return own === title || (title.startsWith(own) && own.length > 0.6 * title.length)
}

function bodyKind(page: PageToTell, index: number): Told {
  const { scan, features } = page
  const block = scan.blocks[index]
  const fact = features.facts[index]
  if (block === undefined || fact === undefined) return { kind: 'prose', rule: 'PG-PROSE-01' }
  const line = fact.lineKind === undefined ? undefined : lineKind(block.text)
  if (line !== undefined) return line
  const tag = scan.elements[block.element]?.tag ?? ''
  if (/^h[1-6]$/.test(tag)) return { kind: 'heading', rule: 'PG-HDNG-01' }
  if (isStandfirst(page, index)) return { kind: 'standfirst', rule: 'PG-LEAD-01' }
  if (tag === 'figcaption' || within(scan, index, 'PN-caption', 1))
    return { kind: 'caption', rule: 'PG-CAP-01' }
  if (
    fact.words <= 14 &&
    !fact.endsSentence &&
    block.strong > 0.9 * block.text.length &&
    !/[,:;]$/.test(block.text)
  ) {
    return { kind: 'heading', rule: 'PG-HDNG-02' }
  }
  if (above(scan, index, 3, (name) => name === 'blockquote')) return { kind: 'quotation', rule: 'PG-QUOT-01' }
  if (tag === 'li' || above(scan, index, 2, (name) => name === 'li'))
    return { kind: 'list', rule: 'PG-LIST-01' }
  if (within(scan, index, 'PN-live', 3)) return { kind: 'liveblog', rule: 'PG-LIVE-01' }
  return { kind: 'prose', rule: 'PG-PROSE-01' }
}

/** The first text of the body where it is marked as a lead or is the description that the page gives of itself. */
function isStandfirst({ scan, metadata, extent }: PageToTell, index: number): boolean {
  if (index !== extent.first && index !== extent.second) return false
  if (within(scan, index, 'PN-lead', 2)) return true
  const own = bare(scan.blocks[index]?.text ?? '')
  return (
    index === extent.first &&
    metadata.descriptions.some((text) => bare(text) === own) &&
    /^(?:h\d|div|header|strong)$/.test(scan.elements[scan.blocks[index]?.element ?? -1]?.tag ?? '')
  )
}

const none: Told = { kind: undefined, rule: 'PG-NONE-01' }

/** What a block outside the body is; blocks far from the body are none of the article's. */
function noiseKind(page: PageToTell, index: number): Told {
  const { scan, features } = page
  const { first, last } = page.extent
  const out = page.out[index]
  if (first === -1 || index < first - 12 || index > last + 8) return none
  if (out !== undefined && out.kind === undefined) return { kind: undefined, rule: out.id }
  const block = scan.blocks[index]
  const fact = features.facts[index]
  if (block === undefined || fact === undefined || scan.elements[block.element]?.isHidden) return none
  const line = fact.lineKind === undefined ? undefined : lineKind(block.text)
  if (
    above(scan, index, 8, (tag) => tag === 'footer' || tag === 'nav') ||
    within(scan, index, 'PN-footer', 3)
  )
    return none
  const isInside = index > first && index < last
  if (index < first + 2 && isLead(page, index)) return { kind: 'standfirst', rule: 'PG-LEAD-02' }
  if (line !== undefined && (isInside || aboutText.has(line.kind))) return line
  if (out !== undefined) return { kind: out.kind, rule: out.id }
  const named = namedKind(page, index)
  if (named !== undefined && (isInside || aboutText.has(named.kind ?? 'related'))) return named
  if (isInside && fact.linked > 0.6) return { kind: 'related', rule: 'PG-REL-02' }
  return none
}

/** A sentence between headline and body that is named a lead or is what the page says of itself. */
function isLead({ scan, metadata, features }: PageToTell, index: number): boolean {
  const fact = features.facts[index]
  if (fact === undefined || fact.words < 5 || fact.linked > 0.3 || fact.lineKind !== undefined) return false
  const own = bare(scan.blocks[index]?.text ?? '')
  const isDescription = metadata.descriptions.some((text) => bare(text) === own)
  return isDescription || (within(scan, index, 'PN-lead', 1) && fact.endsSentence)
}

/** Kinds that say something about the article, also above and below its body. */
const aboutText: ReadonlySet<BlockKind> = new Set<BlockKind>([
  'byline',
  'dateline',
  'correction',
  'credit',
  'caption',
])

const byNames: readonly (readonly [string, number, BlockKind, string])[] = [
  ['PN-correction', 2, 'correction', 'PG-COR-01'],
  ['PN-caption', 2, 'caption', 'PG-CAP-01'],
  ['PN-newsletter', 3, 'newsletter', 'PG-NWS-01'],
  ['PN-related', 3, 'related', 'PG-REL-01'],
  ['PN-ad', 3, 'promotion', 'PG-PRO-01'],
  ['PN-social', 3, 'promotion', 'PG-PRO-01'],
]

function namedKind({ scan }: PageToTell, index: number): Told | undefined {
  if (above(scan, index, 3, (name) => name === 'figcaption' || name === 'figure'))
    return { kind: 'caption', rule: 'PG-CAP-01' }
  for (const [group, steps, kind, rule] of byNames)
    if (within(scan, index, group, steps)) return { kind, rule }
  return undefined
}

/** True where the block's element or one of the elements up to `steps` above it bears a name of the group. */
function within({ blocks, elements }: PageScan, index: number, group: string, steps: number): boolean {
  const bit = groupBit(group)
  const block = blocks[index]
  if (block === undefined) return false
  if (block.inlineNames !== '' && namesTell(block.inlineNames) & bit) return true
  let element = elements[block.element]
  for (let step = 0; step <= steps && element !== undefined; step++) {
    if (element.look.tells & bit) return true
    element = elements[element.parent]
  }
  return false
}

function above(
  { blocks, elements }: PageScan,
  index: number,
  steps: number,
  holds: (tag: string) => boolean,
): boolean {
  let element = elements[blocks[index]?.element ?? -1]
  for (let step = 0; step <= steps && element !== undefined; step++) {
    if (holds(element.tag)) return true
    element = elements[element.parent]
  }
  return false
}

const bareTexts = new Map<string, string>()

/** Words alone, in lower case; the same few titles are asked for again and again. */
function bare(text: string): string {
  const known = bareTexts.get(text)
  if (known !== undefined) return known
  if (bareTexts.size >= 500) bareTexts.clear()
  const words = bareOf(text)
  bareTexts.set(text, words)
  return words
}

function bareOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
