import type { EventWords } from './event-words.ts'

/** A mention to be put together with others: an event's words or an entity's. */
export type Referring = {
  readonly id: string
  readonly kind: 'event' | 'entity'
  readonly article: string
  readonly story: string
  readonly start: number
  readonly text: string
  /** What the article itself makes one with it: the chain of its reading that holds it, if any. */
  readonly chain?: number
  /** True for a name or description of a person, as its reading has it; absent where the reading does not say. */
  readonly isPerson?: boolean
  /** The name alone, without titles, where the reading has one: "Steve Jobs" of "Apple CEO Steve Jobs". */
  readonly name?: string
  /** Of an event, what its sentence tells; without it, it goes by the sense of its words. */
  readonly event?: EventWords
  /** Descriptions that stand by a name: "actress" in "actress Mira Sand". */
  readonly roles?: readonly string[]
}
