import { overlaps, type Range } from '../../model/span.ts'
import { cueAt } from './cue-table.ts'
import type { Triple } from './triple.ts'
import type { Paragraph, Word } from './words.ts'

/** What is said in a sentence around "as one diplomat put it", and in a quotation that the next sentence names: "The statement was issued by the mayor." */
export function spokenWords(
  paragraph: Paragraph,
  before: Paragraph | undefined,
  found: readonly Triple[],
): Triple[] {
  const triples = sentencesOf(paragraph.words).flatMap((sentence) => [
    ...asPutIt(sentence),
    ...namedAfter(sentence, quotedBefore(paragraph, before, sentence)),
  ])
  return triples.filter(
    (triple) =>
      !found.some(
        (other) =>
          overlaps(other.cue, triple.cue) ||
          other.content.some((one) => triple.content.some((range) => overlaps(one, range))),
      ),
  )
}

function sentencesOf(words: readonly Word[]): Word[][] {
  const sentences: Word[][] = []
  for (let i = 0; i < words.length; i = words[i]?.last ?? words.length)
    sentences.push(words.slice(i, words[i]?.last))
  return sentences
}

// "The harvest, as one grower put it, is “beyond help.”"
function asPutIt(sentence: readonly Word[]): Triple[] {
  const put = sentence.findIndex(
    (word, i) => /^puts?$/.test(word.lower) && sentence[i + 1]?.lower === 'it' && word.quote === 0,
  )
  const as = sentence.findLastIndex((word, i) => i < put && word.lower === 'as')
  const source = sentence.slice(as + 1, put)
  const isAside = as === 0 || sentence[as - 1]?.text === ','
  if (put < 0 || as < 0 || !isAside || source.length === 0 || source.some((word) => word.text === ','))
    return []
  const content = [sentence.slice(0, Math.max(0, as - 1)), sentence.slice(put + 2)].flatMap(runOf)
  const cue = rangeOf(sentence.slice(put, put + 2))
  const speaker = rangeOf(source)
  if (content.length === 0 || cue === undefined || speaker === undefined) return []
  return [{ source: speaker, cue, content, cueClass: 'says', rules: ['A-AS'] }]
}

// "The statement was issued by the foreign ministry", "That was the advice of the guide"
function namedAfter(sentence: readonly Word[], quotation: Range | undefined): Triple[] {
  const noun = sentence.findIndex((word, i) => i <= 4 && word.token.upos === 'NOUN')
  const by = sentence.findIndex((word, i) => i > noun && /^(?:by|from|of)$/.test(word.lower))
  const [first] = sentence
  const row = cueAt([sentence[noun]?.lower ?? ''], 0)?.row
  const isPointing = /^(?:the|that|this|those|these)$/.test(first?.lower ?? '')
  if (quotation === undefined || noun < 1 || by < 0 || by > noun + 3 || !isPointing || row?.kind !== 'noun')
    return []
  if (!sentence.slice(0, by).some((word) => /^(?:was|were|is|are|came|come|comes)$/.test(word.lower)))
    return []
  const rest = sentence.slice(by + 1)
  const end = rest.findIndex((word) =>
    /^(?:[,.;:]|in|on|at|after|before|during|who|which|when|as)$/.test(word.lower),
  )
  const source = rangeOf(apposed(rest, end))
  const cue = rangeOf(sentence.slice(noun, noun + 1))
  if (source === undefined || cue === undefined) return []
  return [
    { source, cue, content: [quotation], cueRow: row.id, cueClass: row.cueClass, rules: ['A-AFTER', row.id] },
  ]
}

// "the spokesman, Esmail Karimi, hours after": a name between commas goes with its title.
function apposed(rest: readonly Word[], end: number): readonly Word[] {
  const name = rest.slice(end + 1).findIndex((word) => !/^\p{Lu}/u.test(word.text))
  return rest[end]?.text === ',' && name > 1
    ? rest.slice(0, end + 1 + name)
    : rest.slice(0, end < 0 ? undefined : end)
}

// The quotation that makes up all of the sentence or paragraph before.
function quotedBefore(
  { words }: Paragraph,
  before: Paragraph | undefined,
  sentence: readonly Word[],
): Range | undefined {
  const at = sentence[0]?.at ?? 0
  const previous = at > 0 ? words.slice(words[at - 1]?.first, at) : (before?.words ?? [])
  const [first] = previous
  const last = previous.at(-1)
  return first?.quote === 1 && last?.quote === 3 && previous.slice(1, -1).every((word) => word.quote === 2)
    ? { start: first.start, end: last.end }
    : undefined
}

function runOf(words: readonly Word[]): Range[] {
  const from = words.findIndex((word) => !/^[,;:]$/.test(word.text))
  const to = words.findLastIndex((word) => !/^[,;:.]$/.test(word.text))
  const range = from < 0 ? undefined : rangeOf(words.slice(from, to + 1))
  return range === undefined ? [] : [range]
}

function rangeOf(words: readonly Word[]): Range | undefined {
  const [first] = words
  const last = words.at(-1)
  return first === undefined || last === undefined ? undefined : { start: first.start, end: last.end }
}
