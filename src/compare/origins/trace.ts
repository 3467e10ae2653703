import { hash64 } from '../../model/id.ts'
import type { Origin } from '../../model/record.ts'
import type { Span } from '../../model/span.ts'
import type { Aligned } from '../claims/align.ts'
import { isDenial } from '../claims/fit.ts'
import { isTurned } from '../claims/turned.ts'
import { type OutletNames, outletKey } from '../relays/outlet-names.ts'
import type { Speaker } from './speaker.ts'
import type { Supplier } from './supplied.ts'

/** A carrier of a claim with who is behind it. */
export type Voiced = { readonly aligned: Aligned; readonly speaker: Speaker }

/** What a carrier rests on. */
export type Traced = {
  readonly voiced: Voiced
  readonly part: 'originates' | 'relays' | 'copies'
  readonly origin: Omit<Origin, 'certain' | 'evidence'>
  readonly evidence: { readonly span: Span; readonly rule: string }
  /** The speaker at the origin; undefined where nothing is known of it. */
  readonly root?: Speaker
}

/** An article with its outlet's key. */
export type Place = { readonly article: string; readonly outlet: string }

/** What tracing needs to know of the story. */
export type Around = {
  readonly names: OutletNames
  /** The outlet keys that an article takes something from. */
  readonly relays: ReadonlyMap<string, readonly string[]>
  /** The outlet key that a statement's own sentence names as where it comes from. */
  readonly relayedAt: (span: Span) => string | undefined
  /** The outlet that supplied a statement's words, where a credit says so. */
  readonly suppliedBy: (span: Span) => Supplier | undefined
  /** The first article of a copied stretch, however many copies lie between, with its outlet's key. */
  readonly copiedFrom: (span: Span) => Place | undefined
}

/** Traces each carrier of one claim, in report order, to where the claim enters the public record. */
export function traceCarriers(voiced: readonly Voiced[], around: Around): Traced[] {
  const traced: Traced[] = []
  const known: Known = { ofArticle: new Map(), ofOutlet: new Map() }
  const take = (one: Traced) => {
    traced.push(one)
    remember(known, one)
  }
  // Credits go before clocks: who relays another carrier is traced after it, whatever came out first.
  const later: Passed[] = []
  for (const one of voiced) {
    const from = around.copiedFrom(one.aligned.statement.span)
    const key = relayOf(one, around)
    if (isTurned(one.aligned) && from === undefined) take(turnedTrace(one, around))
    else if (key === undefined && from === undefined) take(ownTrace(one, around))
    else later.push({ voiced: one, from, key })
  }
  for (const one of inTurn(later)) take(passedOn(one, known, around))
  const place = new Map(voiced.map((one, i) => [one, i]))
  return traced.sort((a, b) => (place.get(a.voiced) ?? 0) - (place.get(b.voiced) ?? 0))
}

/** A carrier that has what it says from elsewhere: the place that it is copied from, the outlet key that it is taken from. */
type Passed = {
  readonly voiced: Voiced
  readonly from: Place | undefined
  readonly key: string | undefined
}

/** What is traced of a claim by now: of who affirms and of who denies the first carrier of each article, and of each outlet with one whose origin is known before others. */
type Known = { readonly ofArticle: Map<string, Traced>; readonly ofOutlet: Map<string, Traced> }

function remember({ ofArticle, ofOutlet }: Known, one: Traced): void {
  const { aligned } = one.voiced
  const [article, outlet] = [bySide(aligned.statement.span.article, aligned), bySide(aligned.outlet, aligned)]
  if (!ofArticle.has(article)) ofArticle.set(article, one)
  const before = ofOutlet.get(outlet)
  if (before === undefined || (before.origin.kind === 'unknown' && one.origin.kind !== 'unknown'))
    ofOutlet.set(outlet, one)
}

// A denial is taken from who denies, not from whom the same article has affirming it.
function bySide(key: string, aligned: Aligned): string {
  return isDenial(aligned) ? `not ${key}` : key
}

// First who rests on nothing that is still open; in a circle the earliest breaks it, and the rest have its origin.
function inTurn(later: readonly Passed[]): Passed[] {
  const open = new Map<string, number>()
  for (const { voiced } of later) open.set(voiced.aligned.outlet, (open.get(voiced.aligned.outlet) ?? 0) + 1)
  const waiting = new Map<string, number[]>()
  const isReady = later.map(({ voiced, from, key }, i) => {
    const on = key ?? from?.outlet
    if (on === undefined || on === voiced.aligned.outlet || (open.get(on) ?? 0) === 0) return true
    const known = waiting.get(on)
    if (known === undefined) waiting.set(on, [i])
    else known.push(i)
    return false
  })
  const isTaken = later.map(() => false)
  const turns: Passed[] = []
  let lowest = 0
  for (let first = 0; first < later.length; ) {
    while (lowest < later.length && (isTaken[lowest] === true || isReady[lowest] === false)) lowest++
    const at = lowest < later.length ? lowest : first
    const one = later[at]
    if (one === undefined) break
    turns.push(one)
    isTaken[at] = true
    while (isTaken[first] === true) first++
    const { outlet } = one.voiced.aligned
    const left = (open.get(outlet) ?? 1) - 1
    open.set(outlet, left)
    for (const i of left === 0 ? (waiting.get(outlet) ?? []) : []) {
      isReady[i] = true
      if (isTaken[i] === false) lowest = Math.min(lowest, i)
    }
  }
  return turns
}

/** The outlet key that a carrier is explicitly taken from. */
function relayOf(voiced: Voiced, around: Around): string | undefined {
  const key = saidToBeFrom(voiced, around) ?? around.suppliedBy(voiced.aligned.statement.span)?.key
  return key === voiced.aligned.outlet ? undefined : key
}

/** The outlet key that the text beside a statement names as where it comes from; that of its own outlet where it says so. */
function saidToBeFrom({ aligned, speaker }: Voiced, around: Around): string | undefined {
  const { statement } = aligned
  const { attribution } = statement
  // "state media" is the one outlet of the story that is that, where one alone is.
  const described = attribution?.relay?.kind === 'local-media' ? around.relayedAt(statement.span) : undefined
  if (described !== undefined) return described
  const named =
    attribution?.relay?.outlet ?? (attribution?.via?.kind === 'outlet' ? attribution.via.name : undefined)
  if (named !== undefined) return outletKey(around.names(named))
  if (speaker.kind === 'outlet' && speaker.text !== undefined) {
    const key = outletKey(around.names(speaker.text))
    const relays = around.relays.get(statement.span.article) ?? []
    if (relays.includes(key)) return key
    // "the newspaper said", "the report", "it added": the outlet that the article takes from, where it is one.
    if (key !== aligned.outlet && !isOwnWitness(speaker.text) && relays.length === 1) return relays[0]
  }
  return around.relayedAt(statement.creditedAt ?? statement.span)
}

// "our reporter", "a Beacon reporter", "this newspaper", "reporters"
function isOwnWitness(text: string): boolean {
  return /\b(?:our|we|us|this (?:newspaper|paper|website|station))\b|\b(?:reporters?|correspondents?|editor|photographer)\b/i.test(
    text,
  )
}

function ownTrace(voiced: Voiced, around: Around, place = placeOf(voiced)): Traced {
  const { speaker } = voiced
  const { statement } = voiced.aligned
  const hearer = around.names(place.outlet)
  const base = { voiced, part: 'originates' as const, evidence: { span: statement.span, rule: 'ORG-OWN' } }
  switch (speaker.kind) {
    case 'unstated':
      return { ...base, origin: originOf('unknown', [place.article], { outlet: hearer }) }
    case 'outlet':
      // "as Axios first reported", in Axios: what it told before, of whomever it had that from.
      if (statement.attribution !== undefined && isItself(speaker.text, around.names(place.outlet)))
        return { ...base, origin: originOf('unknown', [place.outlet], { outlet: hearer }) }
      return {
        ...base,
        root: speaker,
        origin: originOf('witness', [place.outlet], { outlet: hearer, ...words(speaker) }),
      }
    case 'document':
      return {
        ...base,
        root: speaker,
        origin: originOf('document', [speaker.key ?? place.outlet], words(speaker)),
      }
    case 'anonymous':
    case 'collective':
      // Several anonymous people told by one outlet in one story are one origin.
      return {
        ...base,
        root: speaker,
        origin: originOf('told', ['anonymous', place.outlet], { outlet: hearer, ...words(speaker) }),
      }
    case 'named': {
      const toOutlet =
        statement.attribution?.via?.kind === 'outlet' || statement.attribution?.via?.kind === 'interview'
      const kind = toOutlet ? 'told' : 'statement'
      const first = toOutlet ? { outlet: hearer } : {}
      return {
        ...base,
        root: speaker,
        origin: originOf(kind, [speaker.key ?? place.article], { ...first, ...words(speaker) }),
      }
    }
  }
}

// Whomever the copied sentence names said the contrary: nobody but the outlet that turned it is known to say this.
function turnedTrace(voiced: Voiced, around: Around): Traced {
  const { statement, outlet } = voiced.aligned
  return {
    voiced,
    part: 'originates',
    evidence: { span: statement.span, rule: 'ORG-TURNED' },
    origin: originOf('unknown', [statement.span.article], { outlet: around.names(outlet) }),
  }
}

function isItself(said: string | undefined, outlet: string): boolean {
  return said !== undefined && outletKey(said) === outletKey(outlet)
}

function placeOf({ aligned }: Voiced): Place {
  return { article: aligned.statement.span.article, outlet: aligned.outlet }
}

function passedOn({ voiced, from: original, key }: Passed, known: Known, around: Around): Traced {
  const { statement } = voiced.aligned
  const copied = known.ofArticle.get(bySide(original?.article ?? '', voiced.aligned))
  if (original !== undefined && copied !== undefined) {
    return { ...copied, voiced, part: 'copies', evidence: { span: statement.span, rule: 'ORG-COPY' } }
  }
  if (key === undefined)
    return {
      ...ownTrace(voiced, around, original),
      part: 'copies',
      evidence: { span: statement.span, rule: 'ORG-COPY' },
    }
  const span = relaySpan(voiced)
  const first = known.ofOutlet.get(bySide(key, voiced.aligned))
  if (first !== undefined && !isSomebodyElse(voiced, first)) {
    return { ...first, voiced, part: 'relays', evidence: { span, rule: 'ORG-RELAY' } }
  }
  const supplier = around.suppliedBy(statement.span)
  if (supplier?.key === key && statement.attribution?.relay === undefined) {
    // What the agency itself says in several papers is one.
    const heard = ownTrace(voiced, around, { article: `supplied by ${key}`, outlet: key })
    return { ...heard, part: 'relays', evidence: { span: supplier.because ?? span, rule: 'ORG-TOLD' } }
  }
  const outlet = around.names(
    voiced.aligned.statement.attribution?.relay?.outlet ?? voiced.speaker.text ?? key,
  )
  const { speaker } = voiced
  // "A report by Axios" is Axios's; a document that it cites is not.
  const isPerson =
    speaker.kind === 'named' ||
    (speaker.kind === 'document' && statement.attribution?.relay?.kind !== 'report')
  return {
    voiced,
    part: 'relays',
    evidence: { span, rule: 'ORG-TOLD' },
    root: speaker,
    origin: originOf('told', isPerson && speaker.key !== undefined ? [speaker.key] : ['anonymous', key], {
      outlet,
      ...words(speaker),
    }),
  }
}

// "the finance minister told state television", where what state television itself has of the matter comes from the police.
function isSomebodyElse({ speaker }: Voiced, { root }: Traced): boolean {
  if (speaker.kind !== 'named' || speaker.vague || speaker.key === undefined) return false
  return root?.kind === 'named' && !root.vague && root.key !== speaker.key && !sharesWords(root, speaker)
}

function sharesWords(one: Speaker, other: Speaker): boolean {
  return (
    [...one.words].some((word) => other.words.has(word)) ||
    [...one.sides].some((side) => other.sides.has(side))
  )
}

function relaySpan({ aligned }: Voiced): Span {
  const { attribution, creditedAt, span } = aligned.statement
  const range = attribution?.relay ?? attribution?.via ?? creditedAt ?? span
  return { article: span.article, start: range.start, end: range.end }
}

function words(speaker: Speaker): { source?: string } {
  return speaker.text === undefined ? {} : { source: speaker.text }
}

function originOf(
  kind: Origin['kind'],
  identity: readonly string[],
  shown: { readonly outlet?: string; readonly source?: string },
): Traced['origin'] {
  return {
    id: `o:${hash64([kind === 'told' || kind === 'statement' ? 'said' : kind, ...identity].join('\n'))}`,
    kind,
    ...shown,
  }
}
