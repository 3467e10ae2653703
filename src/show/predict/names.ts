import { z } from 'zod'
import { readLanguage } from '../../text/language.ts'
import { paragraphsOf } from '../../text/paragraphs.ts'

const input = z.looseObject({ id: z.string(), text: z.string() })

/** Task `names`: the names of `{id, text}` with their types. */
export function names(record: unknown): unknown {
  const { id, text } = input.parse(record)
  const { names } = readLanguage(text, paragraphsOf(text))
  return { id, mentions: names.map(({ start, end, type }) => ({ start, end, type })), chains: [] }
}
