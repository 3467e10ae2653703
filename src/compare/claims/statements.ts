import { proseKinds } from '../../model/article.ts'
import type { Attribution, Modality, Polarity, Source } from '../../model/reading.ts'
import { contains, overlaps, type Range, type Span } from '../../model/span.ts'
import { creditIn } from '../../read/sources/credit.ts'
import { isOutletName } from '../../read/sources/outlet-name.ts'
import type { Member } from '../member.ts'
import { once } from '../once.ts'
import { clausesIn, hasVerb, trimmed } from './clauses.ts'
import { creditedInBody } from './headline-credit.ts'
import { clauseModality, ownModality, ownPolarity } from './own-words.ts'
import { isRefusal } from './refusals.ts'
import { type Judged, judged } from './verdicts.ts'
import { witnessed } from './witness.ts'

/** One clause of an article that may carry a claim, with who vouches for it. */
export type Statement = {
  readonly span: Span
  readonly attribution?: Attribution
  readonly source: Source
  readonly polarity: Polarity
  readonly modality: Modality
  /** Where the body says whose word a headline's bare "report" or "sources" is. */
  readonly creditedAt?: Span
  /** The place of its sentence in the article, from 0. */
  readonly sentence: number
  readonly rule: string
}

type Found = Omit<Statement, 'sentence'>

/** Statements of an article in text order: the clauses of attributed contents, then what the outlet says in its own words. */
export const statementsOf: (member: Member) => readonly Statement[] = once(findStatements)

function findStatements(member: Member): Statement[] {
  const { reading } = member
  const reports = reading.attributions.filter(
    (attribution) =>
      isReport(attribution) &&
      isProposition(member, attribution) &&
      !isOwnSight(member, attribution) &&
      !isRefusal(member.article.text, attribution),
  )
  // What a headline or bullet repeats of the body is said once.
  const attributed = reports
    .filter(({ repeats }) => repeats === undefined)
    .flatMap((attribution) => fromAttribution(member, attribution))
  const statements = [...attributed, ...inOwnWords(member, reports)]
  return withoutRepeats(statements)
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
    .map((statement) => ({
      ...statement,
      sentence: Math.max(
        0,
        reading.sentences.findIndex((sentence) => overlaps(sentence, statement.span)),
      ),
    }))
}

function fromAttribution(member: Member, found: Attribution): Found[] {
  const { article, reading } = member
  const { attribution, creditedAt } = creditedInBody(member, found)
  const { polarity } = attribution
  // Who declines to comment says nothing.
  if (polarity === 'withheld') return []
  // What holds another report says only that somebody said something.
  const reports = reading.attributions.filter(
    (other) =>
      other.within === attribution.id &&
      isReport(other) &&
      other.id !== attribution.id &&
      !isOwnSight(member, other) &&
      !isRefusal(article.text, other),
  )
  const clauses = attribution.content.flatMap((range) => clausesIn(article.text, range, reading.sentences))
  return clauses
    .filter((clause) => !reports.some((other) => other.cue.some((cue) => contains(clause, cue))))
    .map((range) => saidIn(article.text, range, attribution))
    .map(({ range, ...held }) => ({
      span: { article: article.id, ...range },
      attribution,
      source: attribution.source,
      ...held,
      ...(creditedAt && { creditedAt: { article: article.id, ...creditedAt } }),
      rule: 'CLM-SAID',
    }))
}

// The clause as its source holds to it, without words of judgement at its head.
function saidIn(text: string, range: Range, attribution: Attribution): Judged {
  const words = text.slice(range.start, range.end)
  const modality = isLeftOpen(attribution) ? 'conditional' : clauseModality(attribution.modality, words)
  const polarity = attribution.polarity === 'withheld' ? 'doubted' : attribution.polarity
  return judged(text, { range, polarity, modality })
}

// "did not rule out closing the pier": neither denied nor affirmed.
function isLeftOpen({ cueClass, polarity }: Attribution): boolean {
  return (cueClass === 'denies' || cueClass === 'doubts') && polarity === 'affirmed'
}

// "Tolmark had warned that …", "would vote against the pact": within what somebody else says, a wish is what the claim tells.
function isReport({ cueClass, within, source }: Attribution): boolean {
  if (within === undefined) return true
  return (
    cueClass !== 'intends' && cueClass !== 'orders' && cueClass !== 'believes' && source.kind !== 'unstated'
  )
}

// "Nele Harrt said she heard shooting": what she heard is what she says.
function isOwnSight({ article: { text }, reading }: Member, { within, source, cue }: Attribution): boolean {
  const outer = reading.attributions.find(({ id }) => id === within)
  const { refersTo } = source
  return (
    cue.some(({ start, end }) => senses.test(text.slice(start, end))) &&
    refersTo !== undefined &&
    outer?.source.spans.some((span) => contains(span, refersTo)) === true
  )
}

const senses = /^(?:(?:had|have) )?(?:heard|hear|seen|saw|see|felt|watched|noticed)$/

// A thing alone, without a verb or a figure, is no proposition; denied ("any negotiations") it is, unless it is a person ("contradicts Ms Hale").
function isProposition({ article: { text }, reading }: Member, attribution: Attribution): boolean {
  const words = attribution.content.map((range) => text.slice(range.start, range.end)).join(' ')
  if (namelessness.test(words)) return false
  if (attribution.polarity !== 'affirmed' || isLeftOpen(attribution)) {
    const end = attribution.content.at(-1)?.end
    return hasVerb(words) || !reading.mentions.some((one) => one.type === 'PER' && one.end === end)
  }
  return hasVerb(words) || /\d/.test(words) || words.split(/\s+/).length > 6
}

// "asked not to be named": why a source is anonymous.
const namelessness = /^(?:not to|that (?:he|she|they) not) be (?:named|identified|quoted)\b/i

function inOwnWords({ article, reading }: Member, reports: readonly Attribution[]): Found[] {
  const taken = reports.flatMap((attribution) => [
    ...attribution.content,
    ...attribution.cue,
    ...attribution.source.spans,
  ])
  const prose = article.blocks.filter((block) => proseKinds.has(block.kind) && block.kind !== 'headline')
  const credits = prose.flatMap(
    (block) => creditIn(article.text, block, { near: [], isOutlet: isOutletName }) ?? [],
  )
  // "(Meridian News Agency)" says who supplied the text, and nothing.
  const isCredit = (range: Range) =>
    credits.some((credit) => overlaps(credit, range)) && !hasVerb(article.text.slice(range.start, range.end))
  const clauses = reading.sentences
    .filter((sentence) => prose.some((block) => overlaps(block, sentence)))
    .flatMap((sentence) => {
      const seen = witnessed(article.text, trimmed(article.text, sentence))
      const source = ownSource(seen?.person)
      const before = reports.filter(
        ({ content, within }) => within === undefined && content.some((range) => contains(sentence, range)),
      )
      return clausesIn(article.text, seen?.clause ?? sentence, reading.sentences).map((range) => ({
        range,
        source,
        reporter: givenBy(article.text, range, before),
      }))
    })
  return clauses
    .filter(({ range }) => !taken.some((other) => overlaps(other, range)) && !isCredit(range))
    .map(({ range, source, reporter }) => {
      if (reporter !== undefined)
        return {
          ...saidIn(article.text, range, reporter),
          attribution: reporter,
          source: reporter.source,
          rule: 'CLM-SAID',
        }
      const text = article.text.slice(range.start, range.end)
      return {
        ...judged(article.text, { range, polarity: ownPolarity(text), modality: ownModality(text) }),
        source,
        rule: source.kind === 'outlet' ? 'CLM-SEEN' : 'CLM-OWN',
      }
    })
    .map(({ range, ...found }) => ({ span: { article: article.id, ...range }, ...found }))
}

// "The launch has slipped to Friday, Mr Brill said, because a valve was leaking": the reason is his, not the outlet's.
function givenBy(text: string, range: Range, reports: readonly Attribution[]): Attribution | undefined {
  const [report, ...others] = reports
  if (report === undefined || others.length > 0 || report.polarity !== 'affirmed') return undefined
  const said = Math.max(...[...report.content, ...report.cue].map(({ end }) => end))
  const isAfter = report.cue.every(({ start }) => report.content.every(({ end }) => end <= start))
  return isAfter && range.start >= said && /\bbecause\s+$/.test(text.slice(said, range.start))
    ? report
    : undefined
}

function ownSource(person: Range | undefined): Source {
  return person === undefined
    ? { kind: 'unstated', spans: [], reason: 'not-stated' }
    : { kind: 'outlet', spans: [person] }
}

// Two attributions may share words ("said", then "told reporters"): the innermost keeps the clause.
function withoutRepeats(statements: readonly Found[]): Found[] {
  const kept: Found[] = []
  const bySize = [...statements].sort((a, b) => size(a.span) - size(b.span) || a.span.start - b.span.start)
  for (const statement of bySize) {
    const repeated = kept.some(
      (other) => contains(statement.span, other.span) && size(other.span) * 2 > size(statement.span),
    )
    if (!repeated) kept.push(statement)
  }
  return kept
}

function size(range: Range): number {
  return range.end - range.start
}
