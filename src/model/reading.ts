import type { NameType } from './language.ts'
import type { Issue, Reason } from './reason.ts'
import type { Range } from './span.ts'

/** The rules or models that made an output, most important first; each id stands in `docs/rules.md`. */
export type RuleIds = readonly string[]

/** A span that names or refers to someone or something. */
export type Mention = Range & {
  readonly kind: 'name' | 'nominal' | 'pronoun'
  readonly type: NameType
  /** The name alone, without titles: "Abbas Araghchi" in "Foreign Minister Abbas Araghchi". */
  readonly head: Range
  /** Titles and descriptions that go with it: "Foreign Minister", "a senior adviser to the president". */
  readonly roles: readonly Range[]
  /** A country the text ties it to: "Iranian" in "Iranian Foreign Minister". */
  readonly country?: Range
  readonly rules: RuleIds
}

/** Mentions (by index into `Reading.mentions`) of one person or thing within an article. */
export type Chain = { readonly mentions: readonly number[]; readonly rules: RuleIds }

/** A time expression with its resolved value in TIMEX3 terms. */
export type TimeExpression = Range & {
  readonly type: 'DATE' | 'TIME' | 'DURATION' | 'SET'
  /** TIMEX3 value, such as "2031-03-07", "2031-W10", "PAST_REF", "P3W"; absent with `reason` when it stays relative. */
  readonly value?: string
  /** Other readings, when the text allows them. */
  readonly alternatives?: readonly string[]
  /** First and last day it may mean, inclusive ISO dates, when it can be placed on the calendar. */
  readonly interval?: { readonly from: string; readonly to: string }
  readonly granularity:
    | 'instant'
    | 'part-of-day'
    | 'day'
    | 'weekend'
    | 'week'
    | 'month'
    | 'season'
    | 'quarter'
    | 'half'
    | 'year'
    | 'decade'
    | 'century'
    | 'duration'
    | 'set'
    | 'reference'
  /** What it was resolved against: publication, another time of the text, the words that define a period, a dated quotation, or another article of the story. */
  readonly anchor?: {
    readonly kind: 'publication' | 'time' | 'period' | 'quotation' | 'story'
    readonly value: string
    /** The words that give it, where it has words. */
    readonly range?: Range
    /** The article that they stand in, where it is another one. */
    readonly article?: string
  }
  readonly direction?: 'past' | 'future' | 'present'
  readonly reason?: Reason
  readonly rules: RuleIds
}

/** A stretch between quotation marks, with what it was found to be. */
export type Quotation = Range & {
  /** Without the marks. */
  readonly inner: Range
  readonly role: 'speech' | 'scare' | 'title' | 'term'
  /** True when the marks never close and the quotation was cut at its paragraph. */
  readonly unclosed?: boolean
  readonly rules: RuleIds
}

/** The class of a cue, by what it says the source does. */
export type CueClass = 'says' | 'believes' | 'intends' | 'orders' | 'shows' | 'denies' | 'doubts'

/** How many people an anonymous source stands for: `number` when stated, `atLeast` for "several" and "at least two". */
export type Count = { readonly number?: number; readonly atLeast?: number; readonly range: Range }

/** Who is said to say it. `spans` are the words of the text; `refersTo` the fuller mention they were resolved to. */
export type Source = {
  readonly kind: 'named' | 'anonymous' | 'collective' | 'outlet' | 'document' | 'unstated'
  readonly spans: readonly Range[]
  /** Where a pronoun or description was resolved to: "Two officials" for a later "they". */
  readonly refersTo?: Range
  /** The class of an anonymous or collective source in the singular: "official", "mediator", "adviser". */
  readonly class?: string
  /** The country or organisation that the text ties it to: "US" in "US officials". */
  readonly affiliation?: Range
  readonly count?: Count
  /** The stated ground for anonymity: "because he was not allowed to speak". */
  readonly anonymityReason?: Range
  /** Sources of one article that are the same people or part of one group share a group number. */
  readonly group?: number
  readonly reason?: Reason
}

/** What a source spoke to or through. */
export type ViaKind =
  | 'outlet'
  | 'reporters'
  | 'interview'
  | 'statement'
  | 'post'
  | 'conference'
  | 'speech'
  | 'document'
  | 'person'

/** Whom or what a source spoke to or through. */
export type Via = Range & {
  /** Absent with `reason` where no rule says what the hearer is: "told the committee". */
  readonly kind?: ViaKind
  readonly reason?: Reason
  /** The hearer's name where it has one: "Axios". */
  readonly name?: string
}

/** Words by which the article says that another outlet reported it. */
export type Relay = Range & {
  readonly outlet: string
  readonly kind: 'report' | 'told' | 'citing' | 'credit' | 'local-media'
}

/** What a source does with the content. */
export type Polarity = 'affirmed' | 'denied' | 'doubted'
export type Modality = 'happened' | 'planned' | 'conditional' | 'predicted' | 'demanded' | 'stated'

/** Source – cue – content: who is said to say, believe, intend, order or show what. */
export type Attribution = {
  readonly id: string
  readonly source: Source
  readonly cue: readonly Range[]
  readonly content: readonly Range[]
  readonly quoteType: 'direct' | 'mixed' | 'indirect'
  /** Absent with `cueClassReason` where no table knows the cue. */
  readonly cueClass?: CueClass
  readonly cueClassReason?: Reason
  /** `withheld` where the source declines to speak to it ("declined to comment"), which affirms and denies nothing. */
  readonly polarity: Polarity | 'withheld'
  readonly modality: Modality
  readonly via?: Via
  readonly relay?: Relay
  /** The id of the attribution whose content holds this one. */
  readonly within?: string
  /** For a headline's or bullet's, the id of the body's attribution that it repeats. */
  readonly repeats?: string
  /** Between 0 and 1, for what a trained model found. */
  readonly score?: number
  readonly rules: RuleIds
}

export type EventStatus =
  | 'planned'
  | 'confirmed'
  | 'happened'
  | 'ongoing'
  | 'denied'
  | 'cancelled'
  | 'postponed'
  | 'moved'
  | 'resumed'
  | 'not-held'
  | 'refused'
  | 'conditional'
  | 'unknown'

/** A participant of an event, in a role. */
export type Participant = Range & { readonly role: 'actor' | 'recipient' | 'mediator' | 'participant' }

/** Somebody on one side of an event, with the codes that the words give; a part that they do not give is absent. */
export type CodedActor = Range & {
  /** ISO 3166-1 alpha-3, or the head of a CAMEO actor code such as "IGOUNO", "NGO", "IMG". */
  readonly country?: string
  /** CAMEO's code of what the actor is: "GOV", "MIL", "REB". */
  readonly role?: string
  readonly rules: RuleIds
}

/** Who did what to whom, when and where, as one passage has it. */
export type EventMention = {
  readonly id: string
  /** One of `data/event-types.tsv`, such as "talks" or "visit"; absent with `reason` when no frame applies. */
  readonly type?: string
  readonly reason?: Reason
  readonly status: EventStatus
  /** The word that names it. */
  readonly trigger: Range
  /** The clause that states it. */
  readonly range: Range
  readonly participants: readonly Participant[]
  /** Who does it, and to whom it is done, with their codes; an open side is empty. */
  readonly sides?: { readonly actors: readonly CodedActor[]; readonly recipients: readonly CodedActor[] }
  /** Indexes into `Reading.times`. */
  readonly times: readonly number[]
  readonly places: readonly Range[]
  readonly format?: Range & { readonly value: string }
  /** For a plan, who is to come by rank: "ministers", "envoys". */
  readonly level?: Range & { readonly value: string }
  /** For a plan, what it is about. */
  readonly agenda?: Range
  /** For a plan, the time by which it must be done, an index into `Reading.times`. */
  readonly deadline?: number
  /** For a plan, the clause that it hangs on, from its "if". */
  readonly condition?: Range
  readonly mediators?: readonly Range[]
  /** Whom a pronoun before its word stands for: the pronoun, and the name that it takes up. */
  readonly meant?: Range & { readonly name: Range }
  /** The id of the attribution that vouches for it; absent when the outlet itself does. */
  readonly vouchedBy?: string
  readonly rules: RuleIds
}

/** All that was read in one revision of an article. A pure function of text, metadata and reader version. */
export type Reading = {
  readonly article: string
  readonly revision: string
  /** Reader version: the same version gives the same bytes. */
  readonly reader: string
  readonly sentences: readonly Range[]
  readonly mentions: readonly Mention[]
  readonly chains: readonly Chain[]
  readonly times: readonly TimeExpression[]
  readonly quotations: readonly Quotation[]
  readonly attributions: readonly Attribution[]
  readonly events: readonly EventMention[]
  readonly issues: readonly Issue[]
}
