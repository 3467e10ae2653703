import type { Range } from '../model/span.ts'
import { table } from './table.ts'

/** Where a joined form splits in two words ("do|n't", "can|not", "mayor|'s"); undefined when it is one word. */
export function contractionCut(text: string, token: Range): number | undefined {
  const length = token.end - token.start
  if (length < 2 || length > 30) return undefined
  const form = text.slice(token.start, token.end)
  const apostrophe = Math.max(form.lastIndexOf("'"), form.lastIndexOf('’'))
  if (apostrophe < 0) return listedCut(form, token)
  const before = apostrophe === 0 ? '' : form.slice(0, apostrophe)
  const after = form.slice(apostrophe + 1).toLowerCase()
  // "didn't", "DIDN’T"
  if (after === 't' && before.length > 1 && /n$/i.test(before)) return token.start + apostrophe - 1
  // "mayor's", "I'm", "they’ll"; but "'s" alone is a word
  if (before !== '' && clitics.has(after) && /[\p{L}\p{N}.%)]$/u.test(before)) return token.start + apostrophe
  return listedCut(form, token)
}

const clitics = new Set(['s', 'm', 'd', 're', 've', 'll'])

let listed: ReadonlyMap<string, number> | undefined

function listedCut(form: string, token: Range): number | undefined {
  listed ??= new Map(table('contractions').map((row) => [row.form ?? '', (row.first ?? '').length]))
  const length = listed.get(form.toLowerCase().replace('’', "'"))
  return length === undefined ? undefined : token.start + length
}
