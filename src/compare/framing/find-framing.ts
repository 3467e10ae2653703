import type { Claim, Copy, Entity, Framing } from '../../model/record.ts'
import type { Member } from '../member.ts'
import type { Speakers } from '../origins/speakers.ts'
import { cues } from './cues.ts'
import { labels } from './labels.ts'
import { ownWordsOf } from './own-words.ts'
import { ownReporting, silences } from './reporting.ts'
import { scareQuotes } from './scare-quotes.ts'
import { voices, voicesOf } from './voices.ts'

/** What framing is counted over. */
export type Compared = {
  readonly entities: readonly Entity[]
  readonly speakers: Speakers
  readonly claims: readonly Claim[]
  readonly copies: readonly Copy[]
}

/** How each outlet words the story, whose voices it carries, how much it reports itself, and the well-founded claims that it lacks. */
export function findFraming(
  members: readonly Member[],
  { entities, speakers, claims, copies }: Compared,
): Framing[] {
  const isOwn = ownWordsOf(members, copies)
  const voiceOf = voicesOf(members, speakers, entities)
  return [
    ...labels(members, entities, isOwn),
    ...scareQuotes(members),
    ...cues(members, voiceOf, isOwn),
    ...voices(members, voiceOf, isOwn),
    ...ownReporting(members, claims),
    ...silences(members, claims),
  ]
}
