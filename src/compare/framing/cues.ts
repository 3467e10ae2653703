import type { Attribution } from '../../model/reading.ts'
import type { Framing } from '../../model/record.ts'
import { quoteOfAll } from '../../model/span.ts'
import { table } from '../../text/table.ts'
import type { Member } from '../member.ts'
import type { OwnWords } from './own-words.ts'
import { tallied, type Use } from './tally.ts'
import type { VoiceOf } from './voices.ts'

/** Cues for one voice that an outlet needs before its choice of them is shown. */
const least = 3

/** How outlets bring in what one voice says: at a distance ("claimed"), as a concession, as a fact. Plain cues are counted, not shown. */
export function cues(members: readonly Member[], voiceOf: VoiceOf, isOwn: OwnWords): Framing[] {
  const uses = members.flatMap(({ article, reading }): Use[] => {
    const { outlet } = article
    if (outlet === undefined) return []
    return reading.attributions.flatMap((attribution): Use[] => {
      const [first] = attribution.cue
      const voice = voiceOf(attribution.source)
      const stance = stanceOf(article.text, attribution)
      if (first === undefined || voice === undefined || stance === undefined) return []
      if (!isOwn(article.id, first)) return []
      const span = { article: article.id, start: first.start, end: first.end }
      return [{ outlet, about: voice, what: stance.stance, span, rule: stance.id }]
    })
  })
  return tallied(uses, { kind: 'cue', least, plain: 'plainly', evenIfAlike: true })
}

type Stance = { readonly id: string; readonly stance: string }

let stances: ReadonlyMap<string, Stance> | undefined

function stanceOf(text: string, { cue }: Attribution): Stance | undefined {
  stances ??= stancesByForm()
  const words = quoteOfAll(text, cue).toLowerCase().split(/\s+/)
  const pairs = words.map((word, i) => `${word} ${words[i + 1] ?? ''}`)
  for (const form of [...pairs, ...words]) {
    const stance = stances.get(form)
    if (stance !== undefined) return stance
  }
  return undefined
}

function stancesByForm(): ReadonlyMap<string, Stance> {
  const forms = new Map<string, string[]>()
  for (const row of table('cues')) {
    const word = row.words ?? ''
    forms.set(word, [...(forms.get(word) ?? []), ...(row.forms ?? word).split('|')])
  }
  return new Map(
    table('framing-cues').flatMap(({ id = '', stance = '', words = '' }) =>
      words
        .split('|')
        .flatMap((word) => (forms.get(word) ?? [word]).map((form) => [form, { id, stance }] as const)),
    ),
  )
}
