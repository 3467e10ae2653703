import type { Holder, Position } from '../../model/record.ts'
import { type Evidence, entityHref, evidenceOf, outletInWords, type StoryContext } from './evidence.ts'
import { sourceName, sourceView } from './source-view.ts'
import { orderOf, plainText } from './wording.ts'

/** One time that a holder took a side. */
export type StanceView = {
  readonly stance: Position['stance']
  readonly reversal: boolean
  readonly reported?: string
  /** The words of the matter. */
  readonly evidence: Evidence
  /** Who says so, where it is neither the holder nor the outlet. */
  readonly accordingTo?: string
  /** Where the same side of it is told again, before another is taken. */
  readonly again: readonly Evidence[]
  readonly rules: readonly string[]
}

/** What one person, office or country is on record for or against, by matter, in order of report. */
export type HolderView = {
  readonly level: Holder['level']
  readonly name: string
  readonly href?: string
  readonly matters: readonly { readonly stances: readonly StanceView[] }[]
  readonly reversals: number
}

/** The positions of a story, or of one entity of it: who changed sides comes first, then who took most. Levels are never mixed. */
export function positionViews(context: StoryContext, entity?: string): HolderView[] {
  const holders = new Map<string, Position[]>()
  for (const position of context.story.positions) {
    if (entity !== undefined && position.holder.entity !== entity) continue
    const { key } = position.holder
    holders.set(key, [...(holders.get(key) ?? []), position])
  }
  return [...holders.values()]
    .flatMap((positions) => holderView(context, positions) ?? [])
    .sort((a, b) => b.reversals - a.reversals || countOf(b) - countOf(a) || (a.name < b.name ? -1 : 1))
}

function holderView(context: StoryContext, positions: readonly Position[]): HolderView | undefined {
  const holder = positions[0]?.holder
  const matters = new Map<string, StanceView[]>()
  for (const { matter, span, stance, reversal, reported, vouchedBy, rules } of positions) {
    const evidence = evidenceOf(context, span)
    if (evidence === undefined) continue
    const stances = matters.get(matter) ?? []
    // A headline and its article take the side once, as the article has it.
    const told = stances.find((one) => one.stance === stance && one.evidence.span.article === span.article)
    if (told !== undefined && told.evidence.place !== 'headline') continue
    const accordingTo = vouchedBy && voucherIn(context, span.article, vouchedBy)
    stances.splice(told === undefined ? stances.length : stances.indexOf(told), told === undefined ? 0 : 1, {
      stance,
      reversal: reversal || told?.reversal === true,
      reported,
      evidence,
      ...(accordingTo ? { accordingTo } : {}),
      again: [],
      rules,
    })
    matters.set(matter, stances)
  }
  if (holder === undefined || matters.size === 0) return undefined
  return {
    level: holder.level,
    name: plainText(holder.name),
    ...(holder.entity === undefined ? {} : { href: entityHref(context.story.id, holder.entity) }),
    matters: [...matters.values()].map((stances) => ({
      stances: toldOnce(
        stances.sort((a, b) => (orderOf(a.reported) ?? Infinity) - (orderOf(b.reported) ?? Infinity) || 0),
      ),
    })),
    reversals: positions.filter(({ reversal }) => reversal).length,
  }
}

// A side is one line until another is taken; what others say of the holder stays apart from what it or an outlet says.
function toldOnce(stances: readonly StanceView[]): StanceView[] {
  const lines: StanceView[] = []
  for (const one of stances) {
    const at = lines.findLastIndex(
      (line) => (line.accordingTo === undefined) === (one.accordingTo === undefined),
    )
    const line = lines[at]
    const isSteady =
      line?.stance === one.stance && lines.slice(at).every(({ stance }) => stance === one.stance)
    if (line === undefined || !isSteady) lines.push(one)
    else lines[at] = { ...line, again: [...line.again, one.evidence] }
  }
  return lines
}

function voucherIn(context: StoryContext, article: string, id: string): string | undefined {
  const kept = context.articles.get(article)
  const source = kept?.reading.attributions.find((each) => each.id === id)?.source
  if (source === undefined) return undefined
  return sourceName(sourceView(context, article, source), outletInWords(kept?.article.outlet))
}

function countOf({ matters }: HolderView): number {
  return matters.reduce((sum, { stances }) => sum + stances.length, 0)
}

/** A holder's level in words. */
export const levelWords: Readonly<Record<Holder['level'], string>> = {
  person: 'person',
  office: 'office or body',
  country: 'country',
  unnamed: 'unnamed',
}
