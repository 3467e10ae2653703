import type { Attribution } from '../../model/reading.ts'
import type { Entity, Holder, Position } from '../../model/record.ts'
import { contains, overlaps, type Range, type Span } from '../../model/span.ts'
import { matterOfWords } from '../claims/matter.ts'
import { statementsOf } from '../claims/statements.ts'
import { type Member, timeOf } from '../member.ts'
import { roleOf } from '../origins/roles.ts'
import type { Speaker } from '../origins/speaker.ts'
import type { Speakers } from '../origins/speakers.ts'
import { wordsOf } from '../words/words.ts'
import { type HolderOf, holdersOf } from './holder.ts'
import { type Stance, stanceOf } from './stance.ts'
import { toldStance } from './told-stance.ts'

/** Words that two statements must share to be about one matter, in number and as a share of the shorter one's. */
const sharedWords = { least: 2, share: 0.5 }

/**
 * What persons, offices and countries are on record for or against, in order of report. A later opposite side of the same
 * holder on the same matter is a reversal; the unnamed reverse nothing, since two of them may be two people.
 */
export function findPositions(
  members: readonly Member[],
  { entities, speakers }: { readonly entities: readonly Entity[]; readonly speakers: Speakers },
): Position[] {
  const holderOf = holdersOf(members, entities)
  const found: Found[] = []
  const ofHolder = new Map<string, Found[]>()
  for (const member of members) {
    const { article } = member
    for (const { holder, stance, rule, matter, attribution, vouchedBy } of [
      ...byAttributions(member, speakers, holderOf),
      ...byClauses(member, speakers, holderOf),
    ]) {
      const span = { article: article.id, ...trimmed(article.text, matter) }
      // "Said she would accept it": the saying and the accepting hold one matter.
      const known = ofHolder.get(holder.key) ?? []
      if (isInLast(known, span)) continue
      const { keys } = matterOfWords(wordsOf(article.text, matter))
      if (keys.size === 0) continue
      const first = known.find((one) => isSameMatter(one.keys, keys))
      const before = known.findLast(
        (one) =>
          one.vouchedBy === undefined &&
          timeOf(one.reported) < timeOf(article.published) &&
          isSameMatter(one.keys, keys),
      )
      const reversal =
        holder.level !== 'unnamed' && vouchedBy === undefined && isOpposite(before?.stance, stance)
      const position: Found = {
        holder,
        matter: first?.matter ?? [...keys].slice(0, 6).join(' '),
        stance,
        span,
        ...(attribution === undefined ? {} : { attribution }),
        ...(vouchedBy === undefined ? {} : { vouchedBy }),
        ...(article.published === undefined ? {} : { reported: article.published }),
        reversal,
        ...(reversal && before !== undefined ? { reverses: before.span } : {}),
        rules: [rule],
        keys,
      }
      found.push(position)
      known.push(position)
      ofHolder.set(holder.key, known)
    }
  }
  return found.map(({ keys, ...position }) => position)
}

type Found = Position & { readonly keys: ReadonlySet<string> }

// What was found last in its article: articles are looked through one after the other.
function isInLast(known: readonly Found[], span: Span): boolean {
  for (let i = known.length - 1; i >= 0 && known[i]?.span.article === span.article; i--) {
    if (overlaps(known[i]?.span ?? span, span)) return true
  }
  return false
}

/** A side that somebody takes in one article. */
type Taken = Stance & {
  readonly holder: Holder
  readonly attribution?: string
  readonly vouchedBy?: string
}

// "Petra Hollis rejected direct talks", "she would accept inspections, she said".
function byAttributions({ article, reading }: Member, speakers: Speakers, holderOf: HolderOf): Taken[] {
  const byId = new Map(reading.attributions.map((attribution) => [attribution.id, attribution]))
  return reading.attributions.flatMap((attribution): Taken[] => {
    const outer = byId.get(attribution.within ?? '')
    const stance =
      isHeldOpen(outer) || isOfOther(attribution, outer) ? undefined : stanceOf(article.text, attribution)
    const holder = stance && holderOf(speakers(attribution.source))
    if (stance === undefined || holder === undefined) return []
    // "Trump said that Iran refused": Trump vouches for it. "Hollis said she would accept": she does herself.
    const isOthers =
      outer !== undefined &&
      outer.source.kind !== 'unstated' &&
      holderOf(speakers(outer.source))?.key !== holder.key
    return [{ ...stance, holder, attribution: attribution.id, ...(isOthers ? { vouchedBy: outer.id } : {}) }]
  })
}

// "The transport ministry now backs the line, a spokesman said": told of the subject, in the outlet's words or in somebody's.
function byClauses(member: Member, speakers: Speakers, holderOf: HolderOf): Taken[] {
  return statementsOf(member).flatMap(({ span, attribution, polarity, modality }): Taken[] => {
    if (polarity !== 'affirmed' || modality === 'conditional' || modality === 'predicted') return []
    const told = toldStance(member.article.text, span)
    if (told === undefined) return []
    const holder = holderOf(speakers({ kind: 'named', spans: [told.holder] }, member))
    if (holder === undefined) return []
    const voucher = attribution && speakers(attribution.source)
    const isOthers = voucher !== undefined && !isBareVoice(voucher) && holderOf(voucher)?.key !== holder.key
    return [
      {
        ...told,
        holder,
        ...(attribution === undefined ? {} : { attribution: attribution.id }),
        ...(isOthers ? { vouchedBy: attribution?.id } : {}),
      },
    ]
  })
}

// "a spokesman", of whom nothing else is told, speaks for the body that he speaks of.
function isBareVoice({ entity, words, sides }: Speaker): boolean {
  return (
    entity === undefined && sides.size === 0 && [...words].every((word) => roleOf(word)?.rank === 'voice')
  )
}

// "Officials doubt that he will accept it", "denied that she had agreed to it": nobody vouches for the side.
function isHeldOpen(outer: Attribution | undefined): boolean {
  return outer !== undefined && (outer.polarity === 'doubted' || outer.polarity === 'denied')
}

// "The diplomat said Sabrin had asked for time and had proposed a host": within his words it is not he who proposed.
function isOfOther({ source }: Attribution, outer: Attribution | undefined): boolean {
  const [said] = source.spans
  return outer !== undefined && said !== undefined && !outer.content.some((range) => contains(range, said))
}

function isOpposite(before: Position['stance'] | undefined, now: Position['stance']): boolean {
  return (before === 'for' && now === 'against') || (before === 'against' && now === 'for')
}

// Without the marks and stops around it.
function trimmed(text: string, { start, end }: Range): Range {
  const words = text.slice(start, end)
  const inner = words.replace(/[\s"“”'‘’,;:.!?]+$/u, '')
  return { start: start + (/^[\s"“”'‘’,;:]*/u.exec(inner)?.[0].length ?? 0), end: start + inner.length }
}

function isSameMatter(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  let shared = 0
  for (const key of a) if (b.has(key)) shared++
  return shared >= sharedWords.least && shared >= sharedWords.share * Math.min(a.size, b.size)
}
