import { childId, hash64 } from '../../model/id.ts'
import type { Polarity, Source } from '../../model/reading.ts'
import type { Carrier, Copy, Origin, Plan, RelayEdge } from '../../model/record.ts'
import { overlaps, type Range, type Span } from '../../model/span.ts'
import type { ClaimMatter } from '../disputes/find-disputes.ts'
import type { Member } from '../member.ts'
import { copiedFrom } from '../origins/copied-from.ts'
import { countOrigins } from '../origins/count.ts'
import { type PublisherOf, publishersOf } from '../origins/publishers.ts'
import { isOneSide } from '../origins/sides.ts'
import type { Speakers } from '../origins/speakers.ts'
import { suppliersOf } from '../origins/supplied.ts'
import { type Around, type Traced, traceCarriers, type Voiced } from '../origins/trace.ts'
import type { MentionsByArticle } from '../relays/find-relays.ts'
import { type OutletNames, outletKey } from '../relays/outlet-names.ts'
import { type Aligned, type Alignment, alignStatements, weighingOf } from './align.ts'
import { withAnswers } from './answered.ts'
import { isAhead, surelyOne, type Around as Weighing } from './fit.ts'
import { matterOf } from './matter.ts'
import type { ClaimModel } from './model.ts'
import { partsByPlan, planPoints } from './plan-points.ts'
import { standingOf } from './polarity.ts'
import { retractionRule, retractionsOf } from './retractions.ts'
import { type Statement, statementsOf } from './statements.ts'
import { withTurns } from './turned.ts'

/** What the story's other parts found before its claims. */
export type FoundBefore = {
  readonly speakers: Speakers
  readonly copies: readonly Copy[]
  readonly relays: readonly RelayEdge[]
  readonly plans: readonly Plan[]
  readonly mentions: MentionsByArticle
  readonly names: OutletNames
  /** Another model of claims than the bundled one. */
  readonly model?: ClaimModel | undefined
}

/** The claims of a story with their carriers and origins, most carried first, and what they were weighed against; `members` in report order. */
export function buildClaims(
  members: readonly Member[],
  found: FoundBefore,
): {
  readonly matters: readonly ClaimMatter[]
  readonly weighing: Weighing
  readonly voiced: readonly Voiced[]
} {
  const voiced = withTurns(voicedStatements(members, found), found.copies)
  const voices = new Map(voiced.map((one) => [one.aligned, one]))
  const statements = voiced.map(({ aligned }) => aligned)
  const weighing = weighingOf(statements, found.relays, found.model)
  const alignments = alignStatements(statements, weighing)
  const around = aroundOf(members, found)
  const publisherOf = publishersOf(members)
  const toClaim = (alignment: Alignment) => claimOf(alignment, voices, { around, weighing, publisherOf })
  const first = alignments.map((alignment) => ({ alignment, matter: toClaim(alignment) }))
  const known = new Map(first.map(({ alignment, matter }) => [alignment, matter]))
  const place = new Map(statements.map((statement, i) => [statement, i]))
  const matters = withAnswers(first, { weighing, order: (statement) => place.get(statement) ?? 0 })
    .map((alignment) => known.get(alignment) ?? toClaim(alignment))
    .sort((a, b) => b.claim.carriers.length - a.claim.carriers.length || (a.claim.id < b.claim.id ? -1 : 1))
  return { matters, weighing, voiced }
}

/** The statements of a story that say something, with who says each, in report order. */
export function voicedStatements(
  members: readonly Member[],
  { speakers, plans }: Pick<FoundBefore, 'speakers' | 'plans'>,
): Voiced[] {
  const planAt = planPoints(plans)
  const parts = partsByPlan(plans)
  return members
    .flatMap((member) =>
      toldAndTakenBack(member, parts).map((statement): Voiced => {
        const speaker = speakers(firstHeard(member, statement))
        const plan = planAt(statement.span)
        const aligned: Aligned = {
          statement,
          matter: matterOf(member.article.text, statement, member.reading),
          outlet: outletKey(member.article.outlet ?? member.article.id),
          ...(speaker.key === undefined ? {} : { speaker: speaker.key }),
          ...(plan === undefined ? {} : { plan }),
        }
        return { aligned, speaker }
      }),
    )
    .filter(({ aligned }) => saysSomething(aligned))
}

// "Ms Hollis said Tolmark had warned that …": the public hears it from Ms Hollis.
function firstHeard({ reading }: Member, { attribution, source }: Statement): Source {
  const outer = reading.attributions.find((one) => one.id === attribution?.within)
  const isPerson = outer?.source.kind === 'named' && outer.polarity === 'affirmed'
  return isPerson && attribution?.via === undefined ? outer.source : source
}

// "the records", "to act": a word is no proposition; with a denial or a figure it is.
function saysSomething({ matter, statement }: Aligned): boolean {
  return (
    matter.keys.size >= 2 || matter.numbers.length > 0 || statement.polarity !== 'affirmed' || matter.negated
  )
}

function claimOf(
  alignment: Alignment,
  voices: ReadonlyMap<Aligned, Voiced>,
  {
    around,
    weighing,
    publisherOf,
  }: { readonly around: Around; readonly weighing: Weighing; readonly publisherOf: PublisherOf },
): ClaimMatter {
  const voiced = alignment.statements.flatMap((aligned) => voices.get(aligned) ?? [])
  const traced = traceCarriers(voiced, around)
  const { polarity, says } = standingOf(traced.map((one) => one.voiced.aligned))
  const retractions = voiced.filter(({ aligned }) => aligned.statement.rule === retractionRule)
  const affirming = traced.filter(
    (one) => polarity(one.voiced.aligned) === 'affirmed' && !restsOn(one, retractions),
  )
  const deniers = new Set(
    traced.flatMap(({ root, voiced: { aligned } }) =>
      polarity(aligned) === 'denied' ? (root?.key ?? []) : [],
    ),
  )
  const counted = countOrigins(
    affirming.map(({ origin, root, voiced: { aligned } }) => ({
      ...origin,
      ahead: isAhead(aligned),
      ...(root === undefined ? {} : { root, turned: deniers.has(root.key ?? '') }),
    })),
    sayingTheSame(traced, { weighing, polarity }),
  )
  const carriers = traced.map((one) => carrierOf(one, polarity(one.voiced.aligned)))
  const first = carriers[0]
  const saying = carriers.filter((_, i) => traced[i] !== undefined && says(traced[i].voiced.aligned))
  const gist = gistOf(saying.length > 0 ? saying : carriers) ?? { article: '', start: 0, end: 0 }
  const outlets = new Set(voiced.map(({ aligned }) => aligned.outlet))
  const publishers = new Set(voiced.map(({ aligned }) => publisherOf(aligned.statement.span.article)))
  const texts = new Set(
    traced.filter(({ part }) => part !== 'copies').map(({ voiced: v }) => v.aligned.statement.span.article),
  )
  return {
    statements: traced.map((one) => one.voiced.aligned),
    claim: {
      id: `c:${first === undefined ? hash64('') : hash64(childId('c', first.span.article, first.span))}`,
      gist,
      carriers,
      origins: originsOf(traced, counted.independent),
      certain: counted.certain,
      possible: Math.max(counted.possible, counted.certain),
      levels: { outlets: outlets.size, publishers: publishers.size, texts: texts.size },
      ...(retractions.length === 0
        ? {}
        : { retracted: retractions.map(({ aligned }) => aligned.statement.span) }),
      rules: [...alignment.rules, ...(retractions.length === 0 ? [] : [retractionRule])],
    },
  }
}

// What a note takes back, its own words do not tell.
function toldAndTakenBack(
  member: Member,
  parts: (statement: Statement) => readonly Statement[],
): Statement[] {
  const taken = retractionsOf(member)
  const told = statementsOf(member).filter(({ span }) => !taken.some((note) => overlaps(note.span, span)))
  return [...told.flatMap(parts), ...taken]
}

// What an outlet took back neither it stands behind any longer nor those who had it from there.
function restsOn({ part, origin, voiced }: Traced, retractions: readonly Voiced[]): boolean {
  return retractions.some(({ aligned }) => {
    const isFromThere = origin.outlet !== undefined && outletKey(origin.outlet) === aligned.outlet
    return voiced.aligned.outlet === aligned.outlet || (part !== 'originates' && isFromThere)
  })
}

/** So many carriers of a claim are weighed against each other. */
const mostWeighed = 120

// Two origins stand behind one claim for certain only where what they say is surely one claim, or surely what a third says.
function sayingTheSame(
  carriers: readonly Traced[],
  {
    weighing,
    polarity,
  }: { readonly weighing: Weighing; readonly polarity: (statement: Aligned) => Polarity },
): (one: string, other: string) => boolean {
  const traced = carriers.slice(0, mostWeighed)
  const denials = traced.map(({ voiced }) => polarity(voiced.aligned) === 'denied')
  // Whose own side denies it afterwards meant something else.
  const isTakenBack = traced.map(({ root }, i) =>
    traced.some(
      (later, j) =>
        j > i && denials[j] === true && later.part === 'originates' && isOneSide(root, later.root),
    ),
  )
  const unsure = new Set(
    traced.flatMap(({ origin }, i) => (!denials[i] && isTakenBack[i] ? [origin.id] : [])),
  )
  let groupOf: readonly number[] | undefined
  const groups = (id: string) => groupOf?.filter((_, i) => traced[i]?.origin.id === id) ?? []
  return (one, other) => {
    if (unsure.has(one) || unsure.has(other)) return false
    // Most claims have one origin, and nobody asks.
    groupOf ??= surelyOneBy(traced, weighing)
    return groups(one).some((group) => groups(other).includes(group))
  }
}

// The group of each carrier: those that surely say the same, or what a third says.
function surelyOneBy(traced: readonly Traced[], weighing: Weighing): number[] {
  const groupOf = traced.map((_, i) => i)
  traced.forEach((a, i) => {
    traced.slice(0, i).forEach((b, j) => {
      const [one, other] = [groupOf[i], groupOf[j]]
      if (one !== other && surelyOne(a.voiced.aligned, b.voiced.aligned, weighing))
        groupOf.forEach((group, k) => {
          if (group === one) groupOf[k] = other ?? group
        })
    })
  })
  return groupOf
}

function carrierOf({ voiced, origin, part }: Traced, polarity: Polarity): Carrier {
  const { statement } = voiced.aligned
  return {
    span: statement.span,
    ...(statement.attribution === undefined ? {} : { attribution: statement.attribution.id }),
    source: statement.source,
    polarity,
    modality: statement.modality,
    origin: origin.id,
    part,
  }
}

// The fullest words, up to a sentence's length.
function gistOf(carriers: readonly Carrier[]): Span | undefined {
  const length = (span: Span) => Math.min(160, span.end - span.start)
  return [...carriers].sort((a, b) => length(b.span) - length(a.span))[0]?.span
}

function originsOf(traced: readonly Traced[], independent: ReadonlySet<string>): Origin[] {
  const origins = new Map<string, Origin & { evidence: Traced['evidence'][] }>()
  for (const { origin, evidence } of traced) {
    const known = origins.get(origin.id)
    if (known === undefined)
      origins.set(origin.id, { ...origin, evidence: [evidence], certain: independent.has(origin.id) })
    else known.evidence.push(evidence)
  }
  return [...origins.values()]
}

function aroundOf(members: readonly Member[], found: FoundBefore): Around {
  const relays = new Map<string, string[]>()
  for (const { article, outlet } of found.relays)
    relays.set(article, [...(relays.get(article) ?? []), outletKey(outlet)])
  const sentences = new Map(members.map(({ article, reading }) => [article.id, reading.sentences]))
  const outlets = new Map(
    members.map(({ article }) => [outletKey(article.outlet ?? article.id), article.outlet ?? article.id]),
  )
  for (const { outlet } of found.relays)
    if (!outlets.has(outletKey(outlet))) outlets.set(outletKey(outlet), outlet)
  return {
    names: (named) => outlets.get(named) ?? found.names(named),
    relays,
    relayedAt: (span) => relayedAt(span, sentences, found.mentions),
    suppliedBy: suppliersOf(members, found),
    copiedFrom: copiedFrom(members, found.copies),
  }
}

/** The outlet key that a statement's sentence names as where it comes from, where it names one alone. */
function relayedAt(
  span: Span,
  sentences: ReadonlyMap<string, readonly Range[]>,
  mentions: MentionsByArticle,
): string | undefined {
  const sentence = sentences.get(span.article)?.find((one) => overlaps(one, span))
  if (sentence === undefined) return undefined
  // A dateline that opens a sentence credits all of the text.
  const named = (mentions.get(span.article) ?? []).filter(
    ({ range, rule }) => overlaps(range, sentence) && rule !== 'RLY-CREDIT',
  )
  const keys = new Set(named.map((mention) => mention.key))
  return keys.size === 1 ? named[0]?.key : undefined
}
