import type { Aligned } from './align.ts'
import type { Traits } from './model.ts'

/** What speaks for a statement being worth listing as a claim; `near` says how alike its nearest statement of another article is, 0 to 3. */
export function worthTraits({ statement, matter, plan }: Aligned, near: number): Traits {
  const { attribution, source, polarity, modality, sentence } = statement
  const own = attribution === undefined && source.kind !== 'outlet'
  return {
    own: Number(own),
    named: Number(source.kind === 'named'),
    anonymous: Number(source.kind === 'anonymous' || source.kind === 'collective'),
    sourceless: Number(attribution !== undefined && source.kind === 'unstated'),
    believes: Number(attribution?.cueClass === 'believes'),
    direct: Number(attribution?.quoteType === 'direct'),
    denied: Number(polarity === 'denied'),
    doubted: Number(polarity === 'doubted'),
    negated: Number(matter.negated),
    figure: Number(matter.numbers.length + matter.hours.length > 0),
    name: Number(matter.names.size > 0),
    planned: Number(plan !== undefined),
    early: 1 / (1 + sentence),
    length: Math.min(2, matter.keys.size / 8),
    tiny: Number(matter.keys.size <= 2),
    stated: Number(modality === 'stated'),
    near,
    nearOwn: own ? near : 0,
  }
}
