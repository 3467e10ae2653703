import type { BlockKind } from '../../model/article.ts'
import type { Attribution } from '../../model/reading.ts'
import { quoteOf } from '../../model/span.ts'
import { type Word, wordsIn } from '../attributions/words.ts'
import type { ReadContext } from '../context.ts'
import type { Site } from './described.ts'

/** An attribution with the place where it was found. */
export type Stated = { readonly site: Site; readonly attribution: Attribution }

// A headline and the bullets over an article say in short what its body says in full.
const summing: ReadonlySet<BlockKind> = new Set<BlockKind>(['headline', 'standfirst', 'list'])
const most = 40

/** Each attribution of a headline, standfirst or bullet before the body with the body's attribution that it repeats, where there is one. */
export function withRepeats({ article }: ReadContext, stated: readonly Stated[]): Attribution[] {
  const kindAt = ({ site }: Stated): BlockKind | undefined => article.blocks[site.paragraph.block]?.kind
  const body = stated.findIndex((one) => !summing.has(kindAt(one) ?? 'prose'))
  if (body < 1) return stated.map(({ attribution }) => attribution)
  const full = stated.slice(body).map(saidBy)
  return stated.map((one, i) => {
    if (i >= body || i >= most) return one.attribution
    const repeats = bestOf(saidBy(one), full)
    return repeats === undefined
      ? one.attribution
      : { ...one.attribution, repeats, rules: [...one.attribution.rules, 'A-REPEATS'] }
  })
}

/** What an attribution says, by the lemmas of its words. */
type Said = {
  readonly id: string
  readonly kind: Attribution['source']['kind']
  readonly words: ReadonlySet<string>
  readonly speaker: ReadonlySet<string>
  /** False where the content is denied or negated, but not both. */
  readonly isAffirmed: boolean
}

function saidBy({ site, attribution }: Stated): Said {
  const { text, paragraph } = site
  const { source, content, polarity, id } = attribution
  const said = content.flatMap((range) => wordsIn(paragraph, range))
  const by = source.spans.flatMap((range) => wordsIn(paragraph, range))
  const whom = source.refersTo === undefined ? '' : quoteOf(text, source.refersTo)
  const negations = said.filter((word) => /^(?:not|n't|no|never|nobody|nothing)$/.test(word.lower)).length
  return {
    id,
    kind: source.kind,
    words: lemmasOf(said),
    speaker: new Set([
      ...lemmasOf(by),
      ...(whom.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.toLowerCase()),
    ]),
    isAffirmed: (polarity === 'denied') === (negations % 2 === 1),
  }
}

function lemmasOf(words: readonly Word[]): ReadonlySet<string> {
  return new Set(
    words
      .filter(({ token }) => /^(?:NOUN|PROPN|VERB|ADJ|NUM)$/.test(token.upos ?? ''))
      .map(({ token, lower }) => (token.lemma ?? lower).toLowerCase()),
  )
}

function bestOf(short: Said, full: readonly Said[]): string | undefined {
  let best: { readonly id: string; readonly share: number } | undefined
  for (const one of full) {
    const share = shareOf(short, one)
    if (share > (best?.share ?? 0)) best = { id: one.id, share }
  }
  return best?.id
}

// The same speaker need share half of the words, another only nearly all: "survivor" in the headline is "Sela Marr" in the body.
function shareOf(short: Said, full: Said): number {
  if (short.isAffirmed !== full.isAffirmed || short.words.size === 0) return 0
  const there = [...short.words].filter((word) => full.words.has(word) || full.speaker.has(word))
  const share = there.length / short.words.size
  const isSame = isSameSpeaker(short, full)
  if (!isSame && short.kind === 'named' && full.kind === 'named') return 0
  if (there.length < Math.min(2, short.words.size)) return 0
  return share >= (isSame ? 0.5 : 0.8) ? share + (isSame ? 1 : 0) : 0
}

function isSameSpeaker(short: Said, full: Said): boolean {
  if (short.kind === 'document' && full.kind === 'document') return true
  return [...short.speaker].some((word) => full.speaker.has(word))
}
