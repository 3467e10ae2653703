import type { Attribution } from '../../model/reading.ts'
import type { Entity, Holder, Position } from '../../model/record.ts'
import { contains, overlaps, type Range, type Span } from '../../model/span.ts'
import { matterOfWords } from '../claims/matter.ts'
import { type Member, timeOf } from '../member.ts'
import type { Speakers } from '../origins/speakers.ts'
import { wordsOf } from '../words/words.ts'
import { holdersOf } from './holder.ts'
import { stanceOf } from './stance.ts'

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
  for (const { article, reading } of members) {
    const byId = new Map(reading.attributions.map((attribution) => [attribution.id, attribution]))
    // "Trump said that Iran refused": Trump vouches for it. "Hollis said she would accept": she does herself.
    const voucherOf = ({ within }: Attribution, holder: Holder) => {
      const outer = within === undefined ? undefined : byId.get(within)
      if (outer === undefined || outer.source.kind === 'unstated') return undefined
      return holderOf(speakers(outer.source))?.key === holder.key ? undefined : outer.id
    }
    for (const attribution of reading.attributions) {
      const outer = byId.get(attribution.within ?? '')
      const stance =
        isHeldOpen(outer) || isOfOther(attribution, outer) ? undefined : stanceOf(article.text, attribution)
      const holder = stance && holderOf(speakers(attribution.source))
      if (stance === undefined || holder === undefined) continue
      const span = { article: article.id, ...trimmed(article.text, stance.matter) }
      // "Said she would accept it": the saying and the accepting hold one matter.
      const known = ofHolder.get(holder.key) ?? []
      if (isInLast(known, span)) continue
      const { keys } = matterOfWords(wordsOf(article.text, stance.matter))
      if (keys.size === 0) continue
      const first = known.find((one) => isSameMatter(one.keys, keys))
      const vouchedBy = voucherOf(attribution, holder)
      const before = known.findLast(
        (one) =>
          one.vouchedBy === undefined &&
          timeOf(one.reported) < timeOf(article.published) &&
          isSameMatter(one.keys, keys),
      )
      const position: Found = {
        holder,
        matter: first?.matter ?? [...keys].slice(0, 6).join(' '),
        stance: stance.stance,
        span,
        attribution: attribution.id,
        ...(vouchedBy === undefined ? {} : { vouchedBy }),
        ...(article.published === undefined ? {} : { reported: article.published }),
        reversal:
          holder.level !== 'unnamed' && vouchedBy === undefined && isOpposite(before?.stance, stance.stance),
        rules: [stance.rule],
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
