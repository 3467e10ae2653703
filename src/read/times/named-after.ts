import { quoteOf, type Range } from '../../model/span.ts'
import { mayBeDate } from '../../text/names/date-words.ts'
import type { ReadContext } from '../context.ts'

/** Tells whether a stretch is somebody's name and no time: "May" of Theresa May, and "May said" once the text has introduced her. */
export function nameFinder({ article, language }: ReadContext): (range: Range) => boolean {
  const people = language.names.filter(({ type }) => type === 'PER')
  const surnames = new Set(
    people.flatMap((name) => quoteOf(article.text, name).split(/\s+/).slice(1).at(-1) ?? []),
  )
  const starts = new Map(
    people
      .filter((name) => isSure(article.text, name, surnames))
      .flatMap((name) => wordStarts(article.text, name).map((start) => [start, name.end] as const)),
  )
  return ({ start, end }) => (starts.get(start) ?? 0) >= end
}

// "by March" may be a month whoever is called so.
function isSure(text: string, name: Range, surnames: ReadonlySet<string>): boolean {
  const words = quoteOf(text, name)
  if (/\s/.test(words)) return true
  const before = /(\S+)\s$/u.exec(text.slice(Math.max(0, name.start - 20), name.start))?.[1] ?? ''
  const after = /^\s(\S+)/u.exec(text.slice(name.end, name.end + 20))?.[1] ?? ''
  return surnames.has(words) && !mayBeDate(words, before, after)
}

function wordStarts(text: string, { start, end }: Range): number[] {
  return [...text.slice(start, end).matchAll(/\S+/gu)].map((word) => start + word.index)
}
