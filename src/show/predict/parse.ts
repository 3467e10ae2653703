import { z } from 'zod'
import type { Language, Sentence } from '../../model/language.ts'
import { cutWords, readLanguage, readSentences } from '../../text/language.ts'
import { paragraphsOf } from '../../text/paragraphs.ts'

const word = z.object({ start: z.number(), end: z.number(), form: z.string().optional() })
const input = z.looseObject({ id: z.string(), text: z.string(), tokens: z.array(z.array(word)).optional() })

/** Task `parse`: the sentences, words, tags and trees of `{id, text}`; with `tokens`, of the sentences and words that are given. */
export function parse(record: unknown): unknown {
  const { id, text, tokens } = input.parse(record)
  const { sentences, unread } =
    tokens === undefined ? readLanguage(text, paragraphsOf(text)) : readGiven(text, tokens)
  return { id, sentences: sentences.map((sentence) => shown(text, sentence)), ...(unread && { unread }) }
}

function readGiven(text: string, sentences: readonly (readonly z.infer<typeof word>[])[]): Language {
  const given = sentences.filter((words) => words.length > 0)
  return readSentences(
    text,
    given.flatMap((words) =>
      cutWords(text, {
        block: 0,
        words,
        forms: words.map(({ start, end, form }) => form ?? text.slice(start, end)),
      }),
    ),
  )
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
