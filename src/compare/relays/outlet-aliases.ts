import { isOutletName } from '../../read/sources/outlet-name.ts'
import { table } from '../../text/table.ts'
import { withoutArticle } from './outlet-names.ts'

/** A shorter name of an outlet: its initials, its first words, or the word that papers are called by ("the Echo"). */
export type OutletAlias = { readonly outlet: string; readonly words: string; readonly kind: AliasKind }

type AliasKind = 'full' | 'initials' | 'short' | 'last'

/** The names by which a text may speak of each of a story's outlets; what two outlets might be called is nobody's. */
export function outletAliases(outlets: readonly string[]): OutletAlias[] {
  const all = outlets.flatMap(aliasesOf)
  const bearers = new Map<string, Set<string>>()
  for (const { words, outlet } of all) bearers.set(words, (bearers.get(words) ?? new Set()).add(outlet))
  return all.filter(({ words, kind }) => kind === 'full' || bearers.get(words)?.size === 1)
}

function aliasesOf(outlet: string): OutletAlias[] {
  // "The Northstar" is "the Northstar" within a sentence.
  const full = withoutArticle(outlet)
  const aliases: OutletAlias[] = [{ outlet, words: full, kind: 'full' }]
  const capitals = full.split(/\s+/).filter((word) => /^\p{Lu}/u.test(word))
  if (capitals.length >= 3 && full.split(/\s+/).length <= 5)
    aliases.push({ outlet, words: capitals.map((word) => word.charAt(0)).join(''), kind: 'initials' })
  const short = full.replace(trailing, '')
  if (short !== full && /\s/.test(short)) aliases.push({ outlet, words: short, kind: 'short' })
  const last = capitals.at(-1)
  if (last !== undefined && capitals.length > 1 && full.endsWith(last) && isPaperWord(last))
    aliases.push({ outlet, words: last, kind: 'last' })
  return aliases
}

// "Channel Six Online", "El Faro de Andoro", "The Examiner of Lethe"
const trailing = /\s+(?:Online|(?:de|del|di|of|da|von)\s+\p{Lu}\S+)$/u

// "the Echo", "the Argus"; but "the Press", "the Service" and "Radio" are any.
function isPaperWord(word: string): boolean {
  return isOutletName(`Any ${word}`) && !classWord.test(word)
}

const classWord =
  /^(?:press|radio|news|agency|service|wire|tv|television|newspaper|broadcasting|daily|weekly|independent|standard|register|review|today)$/i

type Description = { readonly pattern: RegExp; readonly fits: RegExp }

let descriptions: readonly Description[] | undefined

/** Where a text speaks of an outlet by what it is ("the country's news agency", "state radio"), and one alone of the story's outlets is that. */
export function describedOutlets(
  text: string,
  outlets: readonly string[],
): { outlet: string; start: number; end: number }[] {
  descriptions ??= table('outlet-words').map((row) => ({
    pattern: new RegExp(`\\b${row.pattern ?? ''}\\b`, 'gu'),
    fits: new RegExp(row.fits ?? '', 'iu'),
  }))
  return descriptions.flatMap(({ pattern, fits }) => {
    const fitting = outlets.filter((outlet) => fits.test(outlet))
    const outlet = fitting[0]
    if (outlet === undefined || fitting.length > 1) return []
    return [...text.matchAll(pattern)]
      .map((match) => ({ outlet, start: match.index, end: match.index + match[0].length }))
      .filter(({ start, end }) =>
        mayMean(outlet, text.slice(Math.max(0, start - 30), start), text.slice(end)),
      )
  })
}

// "the Kessaran state television" is no other country's, and "the Halder news agency", "the news agency Halder" have a name.
function mayMean(outlet: string, before: string, after: string): boolean {
  if (/^,? \p{Lu}/u.test(after)) return false
  const name = /(\p{Lu}\p{L}*)(?:['’]s)? $/u.exec(before)?.[1]
  if (name === undefined || /^(?:The|A|An|Its|Their|His|Her)$/.test(name)) return true
  return outlet
    .toLowerCase()
    .split(/\s+/)
    .some((word) => word.slice(0, sameRoot) === name.toLowerCase().slice(0, sameRoot))
}

/** So many first letters tell that a country and its adjective are one: "Ondria", "Ondrian". */
const sameRoot = 5
