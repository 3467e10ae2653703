import { z } from 'zod'
import { matterOfWords } from '../../compare/claims/matter.ts'
import { outletKey } from '../../compare/relays/outlet-names.ts'
import { relate } from '../../compare/slots/relate.ts'
import type { Reported } from '../../compare/slots/reported.ts'
import { wordsOf } from '../../compare/words/words.ts'
import { articleFromText } from '../../gather/article-from-text.ts'
import { type ReadOptions, read } from '../../read/read.ts'

const side = z.looseObject({ published: z.string().nullish(), text: z.string() })
const input = z.looseObject({
  id: z.string(),
  slot: z.enum(['venue', 'date', 'count', 'participants', 'format', 'status', 'origin', 'polarity']),
  a: side,
  b: side,
})

/** Task `slots`: how the later of two reports of one slot relates to the earlier. */
export function slots(record: unknown, options: ReadOptions = {}): unknown {
  const { id, slot, a, b } = input.parse(record)
  return { id, ...relate(slot, reportedOf(a, options), reportedOf(b, options)) }
}

function reportedOf({ text, published }: z.infer<typeof side>, options: ReadOptions): Reported {
  const article = articleFromText({ text, ...(published ? { published } : {}) })
  const { attributions, times } = read(article, options)
  const named = attributions.flatMap(({ via, relay }) => [
    via?.kind === 'outlet' ? via.name : undefined,
    relay?.outlet,
  ])
  return {
    text,
    matter: matterOfWords(wordsOf(text)),
    days: times.flatMap((time) =>
      time.type === 'DATE' && time.interval !== undefined ? [time.interval] : [],
    ),
    outlets: [...named.filter((name) => name !== undefined), ...shapes(text)].map(outletKey),
  }
}

// "told Axios", "Axios reported", "attended by AFP", "sources (Reuters)": for a single sentence without its article.
function shapes(text: string): string[] {
  const patterns = [
    /\btold (?:the )?((?:\p{Lu}[\p{L}-]+\s?)+)/gu,
    /((?:\p{Lu}[\p{L}-]+\s)+)(?:reported|wrote|said, citing)/gu,
    /\(((?:\p{Lu}[\p{L}-]+\s?)+)\)/gu,
  ]
  return patterns.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => (match[1] ?? '').trim()))
}
