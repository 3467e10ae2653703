import type { Source } from '../../model/reading.ts'
import type { Entity, Framing } from '../../model/record.ts'
import { hull } from '../../model/span.ts'
import type { Member } from '../member.ts'
import type { Speakers } from '../origins/speakers.ts'
import { wordsOf } from '../words/words.ts'
import type { OwnWords } from './own-words.ts'
import { intervalOf } from './share.ts'
import { groups } from './tally.ts'

/** Attributions that an outlet needs before its voices are shown. */
const least = 5
/** Attributions to one voice that make it a share. */
const leastOfOne = 2
/** Voices of an outlet that are shown, those with the most words first. */
const most = 3

/** The voice of a source by a name that a reader knows it by; undefined where the text does not say whose it is. */
export type VoiceOf = (source: Source) => string | undefined

/** Voices by their names: a person's fullest name, a body's first words, and one voice for all who have no name. */
export function voicesOf(
  members: readonly Member[],
  speakers: Speakers,
  entities: readonly Entity[],
): VoiceOf {
  const names = new Map(entities.map(({ id, name }) => [id, name]))
  const first = new Map<string, string>()
  for (const { reading } of members) {
    for (const { source } of reading.attributions) {
      const { key, text } = speakers(source)
      if (key !== undefined && text !== undefined && !first.has(key)) first.set(key, text)
    }
  }
  return (source) => {
    const { entity, key, kind, vague } = speakers(source)
    if (vague) return undefined
    if (entity !== undefined) return names.get(entity)
    if (kind === 'anonymous') return 'sources without a name'
    return key === undefined ? undefined : first.get(key)
  }
}

/** Whose words an outlet carries: each voice's attributions and words among all that it attributes. */
export function voices(members: readonly Member[], voiceOf: VoiceOf, isOwn: OwnWords): Framing[] {
  const heard = members.flatMap(({ article, reading }) =>
    reading.attributions.flatMap(({ source, content, cue, within }) => {
      const whole = hull(content)
      const { outlet } = article
      const isCopied = cue.some((range) => !isOwn(article.id, range))
      if (within !== undefined || whole === undefined || outlet === undefined || isCopied) return []
      const words = content.reduce((sum, range) => sum + wordsOf(article.text, range).length, 0)
      const span = { article: article.id, start: whole.start, end: whole.end }
      return [{ outlet, voice: voiceOf(source), words, span }]
    }),
  )
  const ofVoice = new Map<string, number>()
  for (const { voice } of heard) if (voice !== undefined) ofVoice.set(voice, (ofVoice.get(voice) ?? 0) + 1)
  return groups(heard, ({ outlet }) => outlet).flatMap(([outlet, own]) => {
    if (own.length < least) return []
    const others = heard.length - own.length
    const named = own.flatMap((each) => (each.voice === undefined ? [] : [{ ...each, voice: each.voice }]))
    return groups(named, ({ voice }) => voice)
      .filter(([, same]) => same.length >= leastOfOne)
      .map(([what, same]): Framing => {
        const count = { count: same.length, of: own.length }
        const elsewhere = (ofVoice.get(what) ?? 0) - same.length
        return {
          outlet,
          kind: 'voice',
          what,
          ...count,
          interval: intervalOf(count),
          ...(others === 0 ? {} : { others: { count: elsewhere, of: others } }),
          words: { count: wordsIn(same), of: wordsIn(own) },
          spans: same.map(({ span }) => span),
          rules: ['FRM-VOICE'],
        }
      })
      .sort((a, b) => (b.words?.count ?? 0) - (a.words?.count ?? 0) || (a.what < b.what ? -1 : 1))
      .slice(0, most)
  })
}

function wordsIn(heard: readonly { readonly words: number }[]): number {
  return heard.reduce((sum, { words }) => sum + words, 0)
}
