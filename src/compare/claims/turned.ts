import type { Copy, Turn } from '../../model/record.ts'
import { hull, overlaps, type Span } from '../../model/span.ts'
import type { Voiced } from '../origins/trace.ts'
import type { Aligned } from './align.ts'
import type { Statement } from './statements.ts'

/** Marks the statements that a copy by another outlet turns into their contrary, and those that come of it. */
export function withTurns(voiced: readonly Voiced[], copies: readonly Copy[]): readonly Voiced[] {
  const marks = new Map<Voiced, Map<string, 'a' | 'b'>>()
  const mark = (one: Voiced, turn: string, side: 'a' | 'b') =>
    marks.set(one, (marks.get(one) ?? new Map<string, 'a' | 'b'>()).set(turn, side))
  const stated = new Map<string, Voiced[]>()
  for (const one of copies.some(({ turned }) => turned !== undefined) ? voiced : []) {
    const { article } = one.aligned.statement.span
    const known = stated.get(article)
    if (known === undefined) stated.set(article, [one])
    else known.push(one)
  }
  for (const { a, b, turned } of copies) {
    for (const turn of turned ?? []) {
      const key = `${a} ${turn.a.start} ${b} ${turn.b.start}`
      const originals = statedIn(stated.get(a) ?? [], turn.a)
      const contraries = statedIn(stated.get(b) ?? [], turn.b)
      if (originals[0]?.aligned.outlet === contraries[0]?.aligned.outlet) continue
      for (const one of originals) mark(one, key, 'a')
      for (const one of contraries) mark(one, key, 'b')
    }
  }
  return voiced.map((one) => {
    const turns = marks.get(one)
    return turns === undefined ? one : { ...one, aligned: { ...one.aligned, turns } }
  })
}

/** Whether an edit made of one statement, copied, the other. */
export function isTurnOf({ turns: one }: Aligned, { turns: other }: Aligned): boolean {
  if (one === undefined || other === undefined) return false
  return [...one].some(([turn, side]) => other.has(turn) && other.get(turn) !== side)
}

/** Whether a statement is what an edit made of a copied one. */
export function isTurned({ turns }: Aligned): boolean {
  return turns !== undefined && [...turns.values()].includes('b')
}

// What the differing words stand in, or in the cue of; else whatever the sentence says.
function statedIn(voiced: readonly Voiced[], side: Turn['a']): Voiced[] {
  const inside = voiced.filter(({ aligned: { statement } }) => overlaps(statement.span, side))
  const beside = inside.filter(({ aligned: { statement } }) => overlaps(wholeOf(statement), side.words))
  const within = beside.filter(({ aligned: { statement } }) => overlaps(statement.span, side.words))
  return within.length > 0 ? within : beside.length > 0 ? beside : inside
}

function wholeOf({ span, attribution }: Statement): Span {
  const whole = attribution && hull([...attribution.cue, span])
  return whole === undefined ? span : { article: span.article, ...whole }
}
