import type { Range } from '../../model/span.ts'
import { table } from '../../text/table.ts'

/** A clause that the outlet's own people vouch for, without the words that say so, and the words that name them. */
export type Witnessed = { readonly clause: Range; readonly person: Range }

let patterns: { readonly front: RegExp; readonly tail: RegExp } | undefined

/** Reads "Reporters saw X", "X, as our correspondent watched" and "X, our reporter in Velm found"; undefined where nobody of the outlet's own saw it. */
export function witnessed(text: string, clause: Range): Witnessed | undefined {
  patterns ??= patternsOf()
  const words = text.slice(clause.start, clause.end)
  const front = patterns.front.exec(words)?.groups?.person
  if (front !== undefined)
    return { clause, person: { start: clause.start, end: clause.start + front.length } }
  const tail = patterns.tail.exec(words)
  const person = tail?.groups?.person
  if (tail === null || person === undefined) return undefined
  const end = clause.start + tail.index
  const start = end + tail[0].indexOf(person)
  return { clause: { start: clause.start, end }, person: { start, end: start + person.length } }
}

function patternsOf(): { readonly front: RegExp; readonly tail: RegExp } {
  const any = (part: string) =>
    `(?:${table('compare-witness')
      .flatMap((row) => (row.part === part ? (row.words ?? '').replace("'", "['’]") : []))
      .join('|')})`
  const owner = '(?:\\s(?:for|of|from)\\s(?:this|our)\\s\\p{L}+)?'
  const person = `(?<person>${any('whose')}\\s(?:\\p{L}+\\s){0,2}?${any('witness')}${owner}|(?:reporters|journalists|correspondents)${owner})`
  const verb = any('verb')
  return {
    front: new RegExp(`^${person}\\s(?:\\p{L}+\\s){0,2}?${verb}\\b`, 'iu'),
    tail: new RegExp(
      `,\\s(?:as\\s)?${person}(?:\\s\\p{L}+){0,4}?\\s${verb}(?:\\s[\\p{L}\\p{N}]+){0,8}$`,
      'iu',
    ),
  }
}
