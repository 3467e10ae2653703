import type { Dispute } from '../../model/record.ts'
import { table } from '../../text/table.ts'
import type { Member } from '../member.ts'
import { isSomebodys } from './figures.ts'
import { disputeOf, isOfFact, type Side } from './find-disputes.ts'

type Cue = { readonly pattern: RegExp; readonly side: string }

let cues: readonly Cue[] | undefined

/** How many sentences away the two accounts may stand from the sentence that says that they differ. */
const reach = 2

/** Two accounts, side by side, of which the article itself says that they contradict each other: "Both cannot be right." */
export function saidToDiffer(sides: readonly Side[], members: readonly Member[]): Dispute[] {
  const byArticle = new Map<string, Side[]>()
  for (const side of sides) {
    const { article } = side.carrier.span
    const known = byArticle.get(article)
    if (known === undefined) byArticle.set(article, [side])
    else known.push(side)
  }
  return members.flatMap(({ article, reading }) => {
    const accounts = (byArticle.get(article.id) ?? [])
      .filter((side) => isOfFact(side.carrier) && isSomebodys(side))
      .sort((a, b) => a.carrier.span.start - b.carrier.span.start)
    return reading.sentences.flatMap((sentence, i) => {
      const cue = cueIn(article.text.slice(sentence.start, sentence.end))
      const pair = cue === undefined ? undefined : pairBeside(accounts, i, cue)
      return pair === undefined ? [] : [disputeOf(pair[0], pair[1], { about: 'account', rule: 'DSP-SAID' })]
    })
  })
}

function cueIn(words: string): Cue | undefined {
  cues ??= table('compare-conflict-cues').map((row) => ({
    pattern: new RegExp(`\\b(?:${row.pattern ?? ''})\\b`, 'iu'),
    side: row.side ?? 'either',
  }))
  return cues.find(({ pattern }) => pattern.test(words))
}

// The two accounts nearest to the remark, by two origins.
function pairBeside(accounts: readonly Side[], at: number, { side }: Cue): [Side, Side] | undefined {
  const from = (one: Side) => one.aligned.statement.sentence - at
  const before = accounts.filter((one) => from(one) < 0 && from(one) >= -reach).reverse()
  const after = accounts.filter((one) => from(one) > 0 && from(one) <= reach)
  const runs = side === 'before' ? [before] : side === 'after' ? [after] : [after, before]
  for (const [a, b] of runs) {
    if (a === undefined || b === undefined || a.carrier.origin === b.carrier.origin) continue
    return a.carrier.span.start < b.carrier.span.start ? [a, b] : [b, a]
  }
  return undefined
}
