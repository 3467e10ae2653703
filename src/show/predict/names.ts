import { z } from 'zod'
import type { Language } from '../../model/language.ts'
import type { Range } from '../../model/span.ts'
import { type Resolved, resolve } from '../../read/chains/resolve.ts'
import { readLanguage } from '../../text/language.ts'
import { paragraphsOf } from '../../text/paragraphs.ts'

const input = z.looseObject({ id: z.string(), text: z.string() })

/** A mention as the task shows it: a name with its type, or a description (NOM) or pronoun (PRON) that is in a chain. */
type Shown = Range & { readonly type: string }

/** Task `names`: the names of `{id, text}` with their types, and the chains of all phrases that refer to the same. */
export function names(record: unknown): unknown {
  const { id, text } = input.parse(record)
  const language = readLanguage(text, paragraphsOf(text))
  return { id, ...shown(language, resolve(text, language)) }
}

function shown(
  language: Language,
  { candidates, chains }: Resolved,
): { mentions: Shown[]; chains: number[][] } {
  const mentions: Shown[] = language.names.map(({ start, end, type }) => ({ start, end, type }))
  const known = new Map(mentions.map(({ start, end }, i) => [`${start} ${end}`, i]))
  const indices = chains
    .filter((chain) => chain.length > 1)
    .map((chain) =>
      chain.map((i) => {
        const { start = 0, end = 0, kind } = candidates[i] ?? {}
        const same = known.get(`${start} ${end}`)
        if (same !== undefined) return same
        return mentions.push({ start, end, type: kind === 'pronoun' ? 'PRON' : 'NOM' }) - 1
      }),
    )
  return { mentions, chains: indices }
}
