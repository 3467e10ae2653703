import { countryNamed, isSeat } from '../../text/countries.ts'
import { begin, formsOf, type Group, join } from './group.ts'
import type { NameMention } from './name-words.ts'
import { soundsAlike } from './sounds.ts'

/** The places that names name: countries by any of their names, others by their words or surely alike spellings. */
export function groupPlaces(names: readonly NameMention[]): Group[] {
  const groups: Group[] = []
  for (const form of formsOf(names)) {
    let found: { readonly group: Group; readonly rule: string } | undefined
    for (const group of groups) {
      const rule = samePlace(group.forms[0]?.words ?? [], form.words)
      if (rule !== undefined) found ??= { group, rule }
    }
    const to = found?.group.forms[0]
    if (found === undefined || to === undefined) groups.push(begin(form))
    else join(found.group, form, { rule: found.rule, to })
  }
  return groups
}

// "US" and "United States"; "Washington" and "American" are no names of the country.
function samePlace(a: readonly string[], b: readonly string[]): string | undefined {
  const [one, other] = [countryOf(a), countryOf(b)]
  if (one !== undefined || other !== undefined) return one === other ? 'NAM-COUNTRY' : undefined
  if (landIn(a) === landIn(b)) return 'NAM-COUNTRY'
  if (a.length !== b.length || !a.some((word) => word.length > 5)) return undefined
  const alike = a.map((word, i) => soundsAlike(word, b[i] ?? ''))
  return alike.every((each) => each === 'same' || each === 'sure') ? 'NAM-SPELLING' : undefined
}

// "Republic of Skarn" is Skarn; of countries that the gazetteer has it says which.
function landIn(words: readonly string[]): string {
  return words.join(' ').replace(/^(?:\p{Lu}\p{L}+ )*(?:Republic|Kingdom|State|Emirate)s? of (?=\p{Lu})/u, '')
}

function countryOf(words: readonly string[]): string | undefined {
  const name = words.join(' ')
  return isSeat(name) ? undefined : countryNamed(name)
}
