import type { Attribution } from '../../model/reading.ts'
import type { Entity, Position } from '../../model/record.ts'
import { hull, type Range, type Span } from '../../model/span.ts'
import { matterOfWords } from '../claims/matter.ts'
import type { Member } from '../member.ts'
import { speakersOf } from '../origins/speakers.ts'
import { wordsOf } from '../words/words.ts'

/** What named actors are on record as wanting, accepting or rejecting, in order of report; a later opposite stance is a reversal. */
export function findPositions(members: readonly Member[], entities: readonly Entity[]): Position[] {
  const speakers = speakersOf(members, entities)
  const positions: Position[] = []
  for (const member of members) {
    for (const attribution of member.reading.attributions) {
      const stance = stanceOf(member.article.text, attribution)
      const content = hull(attribution.content)
      const { entity } = speakers(attribution.source)
      if (stance === undefined || content === undefined || entity === undefined) continue
      const matter = matterIn(member.article.text, content)
      if (matter === '') continue
      const earlier = positions
        .filter((one) => one.entity === entity && sameMatter(one.matter, matter))
        .at(-1)
      const { published } = member.article
      positions.push({
        entity,
        matter,
        stance,
        span: spanIn(member.article.id, content),
        ...(published === undefined ? {} : { reported: published }),
        reversal: earlier !== undefined && earlier.stance !== stance && stance !== 'conditional',
      })
    }
  }
  return positions
}

function stanceOf(text: string, attribution: Attribution): Position['stance'] | undefined {
  const cue = attribution.cue.map((range) => text.slice(range.start, range.end)).join(' ')
  const content = attribution.content.map((range) => text.slice(range.start, range.end)).join(' ')
  const words = `${cue} ${content}`
  if (
    /\b(?:reject|oppos|refus|rule[sd]? out|against|will (?:never|not)|would (?:never|not)|condemn)\w*/i.test(
      words,
    )
  ) {
    return /\bnot rule/i.test(words) ? 'conditional' : 'against'
  }
  if (attribution.modality === 'conditional') return 'conditional'
  if (attribution.cueClass === 'intends' || attribution.modality === 'demanded') return 'for'
  return /\b(?:want|demand|call(?:s|ed)? for|support|back|accept|insist|favou?r|seek)\w*/i.test(words)
    ? 'for'
    : undefined
}

function matterIn(text: string, content: Range): string {
  return [...matterOfWords(wordsOf(text, content)).keys].slice(0, 6).join(' ')
}

function sameMatter(a: string, b: string): boolean {
  const one = new Set(a.split(' '))
  const shared = b.split(' ').filter((key) => one.has(key)).length
  return shared >= 2
}

function spanIn(article: string, range: Range): Span {
  return { article, start: range.start, end: range.end }
}
