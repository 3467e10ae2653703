import { z } from 'zod'
import type { Sentence } from '../../model/language.ts'
import { readLanguage } from '../../text/language.ts'
import { paragraphsOf } from '../../text/paragraphs.ts'

const input = z.looseObject({ id: z.string(), text: z.string() })

/** Task `parse`: the sentences, words, tags and trees of `{id, text}`; with `tokens`, of the words that are given. */
export function parse(record: unknown): unknown {
  const { id, text } = input.parse(record)
  const { sentences } = readLanguage(text, paragraphsOf(text))
  return { id, sentences: sentences.map((sentence) => shown(text, sentence)) }
}

function shown(text: string, { start, end, tokens }: Sentence): unknown {
  return {
    start,
    end,
    tokens: tokens.map((token) => ({
      start: token.start,
      end: token.end,
      form: text.slice(token.start, token.end),
      lemma: token.lemma,
      upos: token.upos,
      xpos: token.xpos,
      head: token.head === undefined ? undefined : token.head + 1,
      deprel: token.deprel,
    })),
  }
}
