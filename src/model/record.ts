import type { Instant } from './article.ts'
import type { NameType } from './language.ts'
import type { EventStatus, Modality, Polarity, RuleIds, Source } from './reading.ts'
import type { Reason } from './reason.ts'
import type { Range, Span } from './span.ts'

/** A person, organisation, country or place across the articles of a story. */
export type Entity = {
  readonly id: string
  readonly type: NameType
  /** The rule that gave the type where the story as a whole did; absent where it is that of the readings. */
  readonly typeRule?: string
  /** The fullest, most frequent form. */
  readonly name: string
  /** Every spelling, with where it stands, the rule that joined it, and a place of the name that it was joined to. */
  readonly variants: readonly {
    readonly text: string
    readonly spans: readonly Span[]
    readonly rule: string
    readonly to?: Span
  }[]
  readonly roles: readonly EntityRole[]
  readonly country?: { readonly name: string; readonly span: Span; readonly rule: string }
}

/** What articles call somebody, and when: reported first and, where several say so, last. */
export type EntityRole = {
  readonly text: string
  readonly span: Span
  readonly reported?: Instant
  readonly until?: Instant
  /** When it is held, where the words tell: "former", "then-", "acting"; absent where they do not. */
  readonly standing?: 'former' | 'then' | 'acting' | 'coming' | 'outgoing'
  /** The rule that gave the standing. */
  readonly rule?: string
  /** The office, where one person holds it and the words name its country: "foreign minister of Iran". */
  readonly office?: string
}

/** Where a claim enters the public record: the first hearer of a source, a document, a speech, an outlet's own witness. */
export type Origin = {
  readonly id: string
  readonly kind: 'told' | 'statement' | 'document' | 'witness' | 'unknown'
  /** The first public hearer, as named; absent for a speech, a statement, a document. */
  readonly outlet?: string
  /** The source's words, such as "two regional officials"; absent when unstated. */
  readonly source?: string
  /** The edges that lead to it, each with its span and rule. */
  readonly evidence: readonly { readonly span: Span; readonly rule: string }[]
  /** True when the text makes it certain that no other origin of the claim is the same. */
  readonly certain: boolean
}

/** One place where a claim is stated. */
export type Carrier = {
  readonly span: Span
  /** The attribution it comes from; absent for the outlet's own statement. */
  readonly attribution?: string
  readonly source: Source
  readonly polarity: Polarity
  readonly modality: Modality
  /** The id of its origin. */
  readonly origin: string
  /** Whether its article originates, relays or copies it. */
  readonly part: 'originates' | 'relays' | 'copies'
}

/** One proposition of a story, whoever carries it. */
export type Claim = {
  readonly id: string
  /** The carrier that says it best; its words stand for the claim. */
  readonly gist: Span
  readonly carriers: readonly Carrier[]
  readonly origins: readonly Origin[]
  /** Corroboration as an interval: the least and the most number of independent origins that affirm it. */
  readonly certain: number
  readonly possible: number
  /** Where outlets took back that they reported it: the words of their correction notes. Whoever had it from there affirms nothing. */
  readonly retracted?: readonly Span[]
  /** How many feed labels, publishers (registrable domains) and texts that are no copies carry it; origins are counted above. */
  readonly levels: { readonly outlets: number; readonly publishers: number; readonly texts: number }
  readonly rules: RuleIds
}

/** An article passing on what another outlet reported. */
export type RelayEdge = {
  readonly article: string
  readonly outlet: string
  readonly span: Span
  /** True when outlets of the story cite one another in a circle. */
  readonly circular: boolean
  readonly rules: RuleIds
}

/** Two articles that share text. */
export type Copy = {
  /** The original. */
  readonly a: string
  readonly b: string
  readonly kind: 'whole' | 'edited' | 'passage'
  readonly spansA: readonly Range[]
  readonly spansB: readonly Range[]
  /** How the direction was told. */
  readonly direction: 'credit' | 'time' | 'unknown'
  /** Sentences whose meaning the copy turns; absent where it turns none. */
  readonly turned?: readonly Turn[]
  readonly rules: RuleIds
}

/** A sentence of two texts that an edit of few words turns into its contrary ("has signed", "has not signed"), with the words that differ. */
export type Turn = {
  readonly a: Range & { readonly words: Range }
  readonly b: Range & { readonly words: Range }
}

/** A slot's value as one passage gives it. */
export type SlotValue = {
  readonly value: string
  readonly span: Span
  readonly reason?: Reason
  /**
   * Why it is no change though it differs from the value before it: it says the same less or more closely, or (`beside`) its
   * article has no date, and may have come first.
   */
  readonly relation?: 'coarser' | 'finer' | 'beside'
  /** For a value that its own article does not fix: the words of another article that do. */
  readonly inferredFrom?: Span
}

export type PlanSlot =
  | 'date'
  | 'time'
  | 'venue'
  | 'format'
  | 'participants'
  | 'agenda'
  | 'deadline'
  | 'condition'
  | 'level'
  | 'mediators'

/** A plan as one article states it. */
export type PlanEntry = {
  readonly span: Span
  readonly status: EventStatus
  /** What changed against the entry before: "date moved", "venue moved", "held elsewhere"; empty for the first. */
  readonly revision: readonly string[]
  readonly slots: Readonly<Partial<Record<PlanSlot, SlotValue>>>
  readonly participants: readonly string[]
  readonly reported?: Instant
  readonly attribution?: string
  /** The origin (of one of the story's claims) that stands behind the passage; absent where no claim holds it. */
  readonly origin?: string
  readonly rules: RuleIds
}

/** An event that lies ahead when first reported, with its revisions in order of report. */
export type Plan = {
  readonly id: string
  readonly type: string
  readonly title: string
  readonly history: readonly PlanEntry[]
}

/** Two accounts of the same thing that cannot both be so. */
export type Dispute = {
  readonly id: string
  readonly a: Span
  readonly b: Span
  readonly about: string
  /** The ids of the claims on either side (the same id when one denies what the other affirms). */
  readonly claims: readonly [string, string]
  /** Sides whose words are what they deny: "denied that it had moved" points at "it had moved", which reads like the other side. */
  readonly denying?: readonly ('a' | 'b')[]
  readonly rules: RuleIds
}

/** What one passage gives of a thing that changes: its value, when it was reported and, where a claim holds it, from which origin. */
export type Account = SlotValue & { readonly reported?: Instant; readonly origin?: string }

/** A later account of a thing set against an earlier one: a slot of a plan, its status, a count of people, or what was to come. */
export type Change = {
  /** A newer value in place of an older one, the same told more closely, what was to come and did not, or the opposite side of a matter. */
  readonly relation: 'updates' | 'refines' | 'failed' | 'reverses'
  /** The plan; absent where it is none's. */
  readonly plan?: string
  readonly slot: PlanSlot | 'status' | 'count' | 'occurrence' | 'position'
  /** Of a count, who is counted: "dead", "injured (soldiers)"; of a position, who holds it. */
  readonly about?: string
  readonly from: Account
  readonly to: Account
  readonly kind: string
  /** When the later account was reported. */
  readonly reported?: Instant
  readonly rules: RuleIds
}

/** One dated line of a story's timeline. */
export type TimelineEntry = {
  /** First and last day it may mean. */
  readonly when: { readonly from: string; readonly to: string }
  readonly status: EventStatus
  readonly span: Span
  /** When it was first reported. */
  readonly reported?: Instant
  readonly origins: number
  readonly plan?: string
  /** For a day that its own article does not fix: the words of another article that do. */
  readonly inferredFrom?: Span
  /** Other passages that tell the same of the same day. */
  readonly also?: readonly Span[]
  /** How a count of people stood before and stands by it. */
  readonly count?: { readonly about: string; readonly from: string; readonly to: string }
}

/** An article without a date, with the days between which the other articles of its story show it to have been published. */
export type Undated = {
  readonly article: string
  readonly from: string
  readonly to: string
  /** The words of other articles that fix the days it names. */
  readonly because: readonly Span[]
}

/** Who holds a position, at the level at which the text names it: a person is not the office, nor an office the country. */
export type Holder = {
  readonly level: 'person' | 'office' | 'country' | 'unnamed'
  /** The same for every naming of one holder. */
  readonly key: string
  readonly name: string
  /** The entity of a person. */
  readonly entity?: string
}

/** What somebody is on record as wanting, accepting or rejecting. */
export type Position = {
  readonly holder: Holder
  /** Words of the matter that tell whether two positions are about the same; not for reading. */
  readonly matter: string
  readonly stance: 'for' | 'against' | 'conditional'
  /** The words of the matter. */
  readonly span: Span
  /** The attribution by which it is taken; absent where the outlet's own words tell of it. */
  readonly attribution?: string
  /** The attribution of somebody else who says that the holder takes this side; absent where the holder or the outlet says so. */
  readonly vouchedBy?: string
  readonly reported?: Instant
  /** True where the same holder took the opposite side of the matter before, and nobody else vouches for either. */
  readonly reversal: boolean
  /** For a reversal, where the opposite side was taken last. */
  readonly reverses?: Span
  readonly rules: RuleIds
}

/** How one outlet words a thing, whose voice it carries, how much it reports itself, and what it lacks: counts, never a score. */
export type Framing = {
  readonly outlet: string
  readonly kind: 'scare-quotes' | 'label' | 'cue' | 'voice' | 'own-reporting' | 'silence'
  /** The words, the way of attributing, the voice, or for a silence the id of the claim. */
  readonly what: string
  /** What is so worded, or whose words are so introduced; absent where all that the outlet has is counted. */
  readonly about?: string
  readonly count: number
  /** For a silence, the certain origins that stand behind the claim. */
  readonly of: number
  /** The 95 % interval of `count / of`, each end between 0 and 1; absent for a silence. */
  readonly interval?: { readonly low: number; readonly high: number }
  /** The same over the story's other outlets; absent where they have none. */
  readonly others?: { readonly count: number; readonly of: number }
  /** For a voice, its words among all words that the outlet attributes. */
  readonly words?: { readonly count: number; readonly of: number }
  readonly spans: readonly Span[]
  readonly rules: RuleIds
}

/** An extractive line of the brief. */
export type BriefLine = {
  readonly span: Span
  readonly claim?: string
  readonly plan?: string
  readonly state?: 'disputed' | 'changed' | 'single-origin'
}

/** One decision about where an article belongs. */
export type Decision = { readonly rule: string; readonly score: number; readonly because: readonly string[] }

/** Why an article is in a story; `earlier` is why it was in others, where it was: the last move first, and how it was first placed. */
export type Joined = Decision & { readonly article: string; readonly earlier?: readonly Decision[] }

/** A burst of reports within a story, after a quiet that is long for it. */
export type Episode = {
  /** Publication of its first and its last article. */
  readonly from: Instant
  readonly to: Instant
  /** In order of publication. */
  readonly articles: readonly string[]
  readonly rule: string
}

/** Articles about one developing matter, with all that was compared across them. */
export type Story = {
  readonly id: string
  readonly title: Span
  readonly aliases: readonly string[]
  /** In order of publication; undated ones last. */
  readonly articles: readonly string[]
  /** How many more articles belong to it and are not compared, where it is too large; absent where all are. */
  readonly beyond?: number
  readonly joined: readonly Joined[]
  /** In order; articles without a date are in none. */
  readonly episodes?: readonly Episode[]
  readonly entities: readonly Entity[]
  readonly claims: readonly Claim[]
  readonly relays: readonly RelayEdge[]
  readonly copies: readonly Copy[]
  readonly plans: readonly Plan[]
  readonly changes: readonly Change[]
  readonly disputes: readonly Dispute[]
  readonly timeline: readonly TimelineEntry[]
  /** Inferred days of publication of articles that state none, as far as anything fixes them. */
  readonly undated?: readonly Undated[]
  readonly positions: readonly Position[]
  readonly framing: readonly Framing[]
  readonly brief: readonly BriefLine[]
}
