import { z } from 'zod'
import { articleFromText } from '../../gather/article-from-text.ts'
import type { Attribution } from '../../model/reading.ts'
import type { Range } from '../../model/span.ts'
import { type ReadOptions, read } from '../../read/read.ts'

const input = z.looseObject({ id: z.string(), text: z.string(), title: z.string().nullish() })

/** Task `attribution`: the attributions of `{id, text}`, with what was worked out about each. */
export function attribution(record: unknown, options: ReadOptions = {}): unknown {
  const { id, text, title } = input.parse(record)
  const reading = read(articleFromText({ text, ...(title ? { title } : {}) }), options)
  return { id, attributions: reading.attributions.map(shown) }
}

function shown(one: Attribution): unknown {
  const { source, via, relay } = one
  return {
    source: source.spans.length === 0 ? null : source.spans.map(pairOf),
    cue: one.cue.map(pairOf),
    content: one.content.map(pairOf),
    quoteType: one.quoteType,
    ...(one.cueClass === undefined ? { cueClassReason: one.cueClassReason } : { cueClass: one.cueClass }),
    sourceKind: source.kind,
    ...(source.class === undefined ? {} : { sourceClass: source.class }),
    ...(source.count === undefined
      ? {}
      : { count: { number: source.count.number, atLeast: source.count.atLeast } }),
    ...(via === undefined ? {} : { via: [pairOf(via)], viaKind: via.kind ?? null }),
    ...(relay === undefined ? {} : { relay: [pairOf(relay)], relayOutlet: relay.outlet }),
    polarity: one.polarity,
    modality: one.modality,
  }
}

function pairOf({ start, end }: Range): [number, number] {
  return [start, end]
}
