import type { EventMention } from '../../model/reading.ts'
import type { Range } from '../../model/span.ts'
import { phrasesAt, phraseTable } from './phrases.ts'

/** A PLOVER context of an event, with the words that give it and their rule. */
export type Context = Range & { readonly context: string; readonly rule: string }

/** The contexts of an event by the words of its sentence (`event-contexts.tsv`), each once, at its first words. */
export function contextsOf(text: string, sentences: readonly Range[], event: EventMention): Context[] {
  const at = event.trigger.start
  const { start, end } = sentences.find((each) => each.start <= at && at < each.end) ?? event.range
  const words = [...text.slice(start, end).matchAll(word)].map((match) => ({
    form: match[0].toLowerCase(),
    start: start + match.index,
    end: start + match.index + match[0].length,
  }))
  const forms = words.map(({ form }) => form)
  const found = new Map<string, Context>()
  forms.forEach((_, i) => {
    for (const { row, length } of phrasesAt(phraseTable('event-contexts'), forms, i)) {
      const { context = '', id: rule = '' } = row
      const [first, last] = [words[i], words[i + length - 1]]
      if (first === undefined || last === undefined || found.has(context)) continue
      found.set(context, { start: first.start, end: last.end, context, rule })
    }
  })
  return [...found.values()].sort((a, b) => (a.context < b.context ? -1 : 1))
}

const word = /[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu
