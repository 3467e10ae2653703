import { quotationDifference, quotedIn } from '../../compare/claims/quotations.ts'
import { wordsOf } from '../../compare/words/words.ts'
import type { Carrier, Claim } from '../../model/record.ts'
import { hull, type Range } from '../../model/span.ts'
import { type Evidence, evidenceOf, type StoryContext } from './evidence.ts'

/** One telling of a quotation, beside the fullest one on record. */
export type TellingView = {
  readonly evidence: Evidence
  /** What it leaves out, in the fullest telling's own words. */
  readonly cut: readonly Evidence[]
  /** What it has in other words, with the fullest telling's; without those, what it has more. */
  readonly instead: readonly { readonly words: Evidence; readonly for?: Evidence }[]
}

/** A quotation that several outlets carry, shortened or worded otherwise by some. */
export type QuotationView = { readonly fullest: Evidence; readonly tellings: readonly TellingView[] }

/** The quotations among a claim's carriers that are told in several ways, each with what the shorter tellings cut. */
export function quotationViews(context: StoryContext, claim: Claim): QuotationView[] {
  const told = withoutRepeats(claim.carriers.flatMap((carrier) => toldBy(context, carrier) ?? []))
  const speakers = [...new Set(told.map(({ origin }) => origin))]
  return speakers.flatMap((speaker) => {
    const own = told.filter(({ origin }) => origin === speaker).sort((a, b) => b.length - a.length)
    const [fullest, ...others] = own
    if (fullest === undefined) return []
    const tellings = others.flatMap((other) => tellingOf(context, fullest, other) ?? [])
    const isToldOtherwise = tellings.some(({ cut, instead }) => cut.length + instead.length > 0)
    const evidence = evidenceAt(context, fullest.article, hull(fullest.ranges))
    return isToldOtherwise && evidence !== undefined ? [{ fullest: evidence, tellings }] : []
  })
}

/** What a telling cut and put otherwise, in words. */
export function tellingInWords({ cut, instead }: TellingView): string[] {
  return [
    ...cut.map(({ quote }) => `leaves out “${quote}”`),
    ...instead.map(({ words, for: lost }) =>
      lost === undefined ? `adds “${words.quote}”` : `“${words.quote}” for “${lost.quote}”`,
    ),
  ]
}

type Told = {
  readonly article: string
  readonly text: string
  readonly ranges: readonly Range[]
  readonly length: number
  /** What tells whose words they are. */
  readonly origin: string
}

function toldBy({ articles }: StoryContext, { span, attribution, origin }: Carrier): Told | undefined {
  const kept = articles.get(span.article)
  const said = kept?.reading.attributions.find(({ id }) => id === attribution)
  if (kept === undefined || said === undefined || said.quoteType === 'indirect') return undefined
  const ranges = quotedIn(kept.reading, said)
  const length = ranges.reduce((sum, range) => sum + wordsOf(kept.article.text, range).length, 0)
  return length === 0 ? undefined : { article: span.article, text: kept.article.text, ranges, length, origin }
}

function withoutRepeats(told: readonly Told[]): Told[] {
  const key = ({ article, ranges, origin }: Told) => `${article} ${ranges[0]?.start} ${origin}`
  return [...new Map(told.map((one) => [key(one), one])).values()]
}

function tellingOf(context: StoryContext, fullest: Told, other: Told): TellingView | undefined {
  const found = other.article === fullest.article ? undefined : quotationDifference(fullest, other)
  const evidence = evidenceAt(context, other.article, hull(other.ranges))
  if (found === undefined || evidence === undefined) return undefined
  return {
    evidence,
    cut: found.cut.flatMap((range) => evidenceAt(context, fullest.article, range) ?? []),
    instead: found.instead.flatMap(({ words, for: lost }) => {
      const put = evidenceAt(context, other.article, words)
      const was = evidenceAt(context, fullest.article, lost)
      return put === undefined ? [] : [{ words: put, ...(was && { for: was }) }]
    }),
  }
}

function evidenceAt(context: StoryContext, article: string, range: Range | undefined): Evidence | undefined {
  return range && evidenceOf(context, { article, start: range.start, end: range.end })
}
