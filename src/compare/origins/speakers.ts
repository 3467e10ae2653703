import type { Source } from '../../model/reading.ts'
import type { Entity } from '../../model/record.ts'
import { overlaps } from '../../model/span.ts'
import { placeNamed } from '../../read/places/places.ts'
import type { Member } from '../member.ts'
import { wordsOf } from '../words/words.ts'
import { roleOf } from './roles.ts'
import { countriesIn } from './sides.ts'
import { isFurtherOne, type NamePlace, type Speaker, speakerOf } from './speaker.ts'

/** Who is behind a source of a story's articles; one that no attribution has is told by its words alone, in the article where it stands. */
export type Speakers = (source: Source, member?: Member) => Speaker

const nobody: Speaker = {
  kind: 'unstated',
  capitals: new Set(),
  words: new Set(),
  sides: new Set(),
  voice: 'other',
  vague: true,
  dependent: false,
}

/** The speakers of a story: pronouns and short descriptions tied to the fuller source before them, bodies joined across articles. */
export function speakersOf(members: readonly Member[], entities: readonly Entity[]): Speakers {
  const places = namePlaces(entities)
  const bearers = bySurnames(entities)
  const bySource = new Map<Source, Speaker>()
  const known = countriesIn(members, entities)
  const bodies: Speaker[] = []
  for (const member of members) {
    const before: Speaker[] = []
    const outer = new Set<Speaker>()
    const inOrder = [...member.reading.attributions].sort(
      (a, b) => (a.source.spans[0]?.start ?? 0) - (b.source.spans[0]?.start ?? 0),
    )
    for (const { source, within } of inOrder) {
      const here = places.get(member.article.id) ?? []
      const names = [...bySurname(member, source, { here, bearers }), ...here]
      const own = speakerOf(member, source, { names, known })
      const speaker = joinedBody(
        bodies,
        tied(own, { before, outer }, () => personBefore(source, names)),
      )
      bySource.set(source, speaker)
      if (source.kind === 'unstated') continue
      before.push(speaker)
      if (within === undefined) outer.add(speaker)
    }
  }
  const whole = wholeSpeakers([...bySource.values()])
  const byWords = (member: Member, source: Source) =>
    joinedBody([...bodies], speakerOf(member, source, { names: places.get(member.article.id) ?? [], known }))
  return (source, member) => {
    const speaker = bySource.get(source)
    if (speaker !== undefined || member === undefined)
      return whole(speaker) ?? { ...nobody, kind: source.kind }
    return byWords(member, source)
  }
}

// What any of its sources tells of a speaker holds for all of them: "Governor Ilse Maarn" here, "Maarn" there.
function wholeSpeakers(speakers: readonly Speaker[]): (speaker: Speaker | undefined) => Speaker | undefined {
  const byKey = new Map<string, Speaker[]>()
  for (const speaker of speakers) {
    if (speaker.key === undefined) continue
    const known = byKey.get(speaker.key)
    if (known === undefined) byKey.set(speaker.key, [speaker])
    else known.push(speaker)
  }
  const together = new Map([...byKey].map(([key, all]) => [key, whatTheyTell(all)]))
  return (speaker) => speaker && { ...speaker, ...together.get(speaker.key ?? '') }
}

function whatTheyTell(all: readonly Speaker[]): Pick<Speaker, 'words' | 'sides' | 'voice' | 'dependent'> {
  return {
    words: new Set(all.flatMap((one) => [...one.words])),
    sides: new Set(all.flatMap((one) => [...one.sides])),
    voice: all.find((one) => one.voice !== 'other')?.voice ?? 'other',
    dependent: all.some((one) => one.dependent),
  }
}

/** The places of the names of a story, by article. */
export function namePlaces(entities: readonly Entity[]): Map<string, NamePlace[]> {
  const places = new Map<string, NamePlace[]>()
  for (const entity of entities) {
    for (const { spans } of entity.variants) {
      for (const { article, start, end } of spans) {
        const list = places.get(article) ?? []
        list.push({ range: { start, end }, entity })
        places.set(article, list)
      }
    }
  }
  return places
}

// "Hask: bridge must shut", "Hask told Radio Sarn": a surname that was read as no person's, of the one person of its article, else of the story, who has it.
function bySurname(
  { article }: Member,
  { spans }: Source,
  { here, bearers }: { readonly here: readonly NamePlace[]; readonly bearers: Bearers },
): NamePlace[] {
  const [range] = spans
  const said = range === undefined ? '' : article.text.slice(range.start, range.end)
  const all = bearers.get(said)
  if (range === undefined || all === undefined || placeNamed(said) !== undefined) return []
  if (here.some((one) => one.entity.type === 'PER' && overlaps(one.range, range))) return []
  const among = all.filter((one) => here.some(({ entity }) => entity === one))
  const [entity, ...others] = among.length > 0 ? among : all
  return entity === undefined || others.length > 0 ? [] : [{ range, entity }]
}

/** The people of a story by the last word of their names. */
type Bearers = ReadonlyMap<string, readonly Entity[]>

function bySurnames(entities: readonly Entity[]): Bearers {
  const bearers = new Map<string, Entity[]>()
  for (const entity of entities) {
    const surname = entity.type === 'PER' ? /\s(\p{Lu}[\p{L}’'-]+)$/u.exec(entity.name)?.[1] : undefined
    if (surname !== undefined) bearers.set(surname, [...(bearers.get(surname) ?? []), entity])
  }
  return bearers
}

// "She" after "Petra Hollis", "the service" after "the regional rescue service": the nearest earlier source that fits.
function tied(
  own: Speaker,
  { before, outer }: { readonly before: readonly Speaker[]; readonly outer: ReadonlySet<Speaker> },
  named: () => Entity | undefined,
): Speaker {
  if (!own.vague) return own
  const candidates = [...before].reverse().filter((earlier) => !earlier.vague || earlier.key !== undefined)
  const words = [...own.words]
  const further = isFurtherOne(wordsOf(own.text ?? ''))
    ? candidates.find(({ kind }) => kind === 'anonymous' || kind === 'collective')
    : undefined
  const fuller = candidates.find(
    (earlier) =>
      words.length > 0 && words.every((word) => earlier.words.has(word)) && earlier.kind === own.kind,
  )
  const isVoice = words.length === 1 && roleOf(words[0] ?? '')?.rank === 'voice'
  const fit =
    further ??
    fuller ??
    // "a spokesman" speaks for whoever spoke last under a name: in "the office called Ms Hale's word untrue", the office.
    (isVoice ? candidates.find((earlier) => earlier.kind === 'named' && outer.has(earlier)) : undefined) ??
    (words.length === 0 && isPronoun(own) ? candidates.find((earlier) => fits(own, earlier)) : undefined)
  if (fit === undefined) return isPerson(own) ? namedBy(own, named()) : own
  // "he" is shown as whom it stands for.
  const text = isPronoun(own) ? (fit.text ?? own.text) : own.text
  return { ...fit, ...(text === undefined ? {} : { text }), vague: false }
}

// "Caro Oran has stepped down, she told …": nobody spoke before, but somebody was named.
function namedBy(own: Speaker, entity: Entity | undefined): Speaker {
  if (entity === undefined) return own
  return { ...own, entity: entity.id, key: entity.id, vague: false }
}

/** The person named last before a source in its article. */
function personBefore(source: Source, names: readonly NamePlace[]): Entity | undefined {
  const start = source.spans[0]?.start ?? 0
  return names
    .filter(({ range, entity }) => entity.type === 'PER' && entity.roles.length > 0 && range.end <= start)
    .sort((a, b) => b.range.start - a.range.start)[0]?.entity
}

function isPerson(speaker: Speaker): boolean {
  return /^(?:he|she)$/i.test(speaker.text ?? '')
}

function isPronoun(speaker: Speaker): boolean {
  return /^(?:he|she|it|they)$/i.test(speaker.text ?? '')
}

function fits(pronoun: Speaker, earlier: Speaker): boolean {
  if (earlier.kind !== pronoun.kind) return false
  const isBody = earlier.entity === undefined
  return /^it$/i.test(pronoun.text ?? '')
    ? isBody
    : /^they$/i.test(pronoun.text ?? '') || !isBody || earlier.kind === 'anonymous'
}

/** "The water board" is "the national water board": its words are among the fuller one's, and no other side is named. */
function joinedBody(bodies: Speaker[], speaker: Speaker): Speaker {
  if (speaker.key === undefined || speaker.entity !== undefined || speaker.vague) return speaker
  const known = bodies.find((body) => sameBody(body, speaker))
  if (known?.key !== undefined)
    return { ...speaker, key: known.key, sides: new Set([...known.sides, ...speaker.sides]) }
  bodies.push(speaker)
  return speaker
}

function sameBody(a: Speaker, b: Speaker): boolean {
  const [few, many] = a.words.size <= b.words.size ? [a.words, b.words] : [b.words, a.words]
  if (few.size === 0 || ![...few].every((word) => many.has(word))) return false
  const disjoint = a.sides.size > 0 && b.sides.size > 0 && ![...a.sides].some((side) => b.sides.has(side))
  return a.kind === b.kind && !disjoint
}
