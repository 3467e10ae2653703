import type { NameType } from '../../model/language.ts'
import type { WordName } from './join-names.ts'

/**
 * A text means one thing by a word: a word alone that is taken for a person here is a place where the text has a people called after it
 * ("Harrovia", "Harrovian") or takes it for a place elsewhere, and no person has a longer name with it.
 */
export function oneSense(
  names: readonly (readonly WordName[])[],
  formOf: (sentence: number, first: number, last: number) => string,
): WordName[][] {
  const persons = new Set<string>()
  const peoples: string[] = []
  const places = new Map<string, { type: NameType; count: number }>()
  const taken = new Map<string, number>()
  names.forEach((found, s) => {
    for (const { first, last, type } of found) {
      const form = formOf(s, first, last)
      if (type === 'PER' && last > first) for (let i = first; i <= last; i++) persons.add(formOf(s, i, i))
      else if (type === 'PER') taken.set(form, (taken.get(form) ?? 0) + 1)
      else if (type === 'NORP') peoples.push(form)
      else if (isPlace(type)) places.set(form, { type, count: (places.get(form)?.count ?? 0) + 1 })
    }
  })

  function placeOf(form: string): NameType | undefined {
    if (persons.has(form)) return undefined
    if (peoples.some((people) => isCalledAfter(people, form))) return 'GPE'
    const place = places.get(form)
    return place !== undefined && place.count * 2 >= (taken.get(form) ?? 0) ? place.type : undefined
  }

  const told = new Map<string, NameType | undefined>()
  return names.map((found, s) =>
    found.map((name) => {
      if (name.type !== 'PER' || name.first !== name.last) return name
      const form = formOf(s, name.first, name.last)
      if (!told.has(form)) told.set(form, placeOf(form))
      return { ...name, type: told.get(form) ?? 'PER' }
    }),
  )
}

function isPlace(type: NameType): boolean {
  return type === 'GPE' || type === 'LOC' || type === 'FAC'
}

/** "Harrovian" or "Harrovians" of "Harrovia", "Skarnish" of "Skarn", "Kelmarese" of "Kelmara". */
function isCalledAfter(people: string, place: string): boolean {
  const stem = place.replace(/(?:ia|[aeiouy])$/, '')
  if (stem.length < 4 || !people.startsWith(stem)) return false
  return /^(?:i?an|n|ian|ish|ese|ite|i)s?$/.test(people.slice(stem.length))
}
