import { proseKinds } from '../../model/article.ts'
import type { Attribution, Modality, Polarity, Source } from '../../model/reading.ts'
import { contains, hull, overlaps, type Range, type Span } from '../../model/span.ts'
import type { Member } from '../member.ts'
import { clausesIn } from './clauses.ts'
import { clauseModality, ownModality, ownPolarity } from './own-words.ts'

/** One clause of an article that may carry a claim, with who vouches for it. */
export type Statement = {
  readonly span: Span
  readonly attribution?: Attribution
  readonly source: Source
  readonly polarity: Polarity
  readonly modality: Modality
  readonly rule: string
}

/** Statements of an article in text order: the clauses of attributed contents, then what the outlet says in its own words. */
export function statementsOf(member: Member): Statement[] {
  const attributed = member.reading.attributions.flatMap((attribution) =>
    fromAttribution(member, attribution),
  )
  const statements = [...attributed, ...inOwnWords(member)]
  return withoutRepeats(statements).sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
}

function fromAttribution(member: Member, attribution: Attribution): Statement[] {
  const { article, reading } = member
  // What holds another attribution says only that somebody said something.
  const inner = reading.attributions.filter((other) => other.within === attribution.id)
  const clauses = attribution.content.flatMap((range) => clausesIn(article.text, range, reading.sentences))
  return clauses
    .filter((clause) => !inner.some((other) => other.cue.some((cue) => contains(clause, cue))))
    .map((clause) => ({
      span: { article: article.id, ...clause },
      attribution,
      source: attribution.source,
      polarity: attribution.polarity,
      modality: clauseModality(attribution.modality, article.text.slice(clause.start, clause.end)),
      rule: 'CLM-SAID',
    }))
}

function inOwnWords(member: Member): Statement[] {
  const { article, reading } = member
  const taken = reading.attributions.flatMap((attribution) => [
    ...attribution.content,
    ...attribution.cue,
    ...attribution.source.spans,
  ])
  const prose = article.blocks.filter((block) => proseKinds.has(block.kind) && block.kind !== 'headline')
  const clauses = reading.sentences
    .filter((sentence) => prose.some((block) => overlaps(block, sentence)))
    .flatMap((sentence) => clausesIn(article.text, sentence, reading.sentences))
  return clauses
    .filter((clause) => !taken.some((range) => overlaps(range, clause)))
    .map((clause) => {
      const text = article.text.slice(clause.start, clause.end)
      return {
        span: { article: article.id, ...clause },
        source: { kind: 'unstated', spans: [], reason: 'not-stated' },
        polarity: ownPolarity(text),
        modality: ownModality(text),
        rule: 'CLM-OWN',
      }
    })
}

// Two attributions may share words ("said", then "told reporters"): the innermost keeps the clause.
function withoutRepeats(statements: readonly Statement[]): Statement[] {
  const kept: Statement[] = []
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

/** The stretch of an attribution's content, cue and source together; absent for the outlet's own words. */
export function attributionRange(statement: Statement): Range | undefined {
  const { attribution } = statement
  return attribution && hull([...attribution.content, ...attribution.cue, ...attribution.source.spans])
}
