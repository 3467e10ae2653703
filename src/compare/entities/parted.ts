import { countrySigns, postOf } from './clashes.ts'
import { byArticle, type Form } from './group.ts'
import type { NameMention } from './name-words.ts'

/** Names of one wording, and whether the text leaves open who is meant. */
export type Parted = { readonly form: Form; readonly isOpen: boolean }

/** A full name by the countries whose presidents or ministers bear it: two of one name stay two. */
export function partedByCountry(form: Form): Parted[] {
  return parted(form, (name) => countrySigns(name)[0])
}

/** A surname of one article by the posts of its bearers; "the elder Pardo" is open. */
export function partedByPost(form: Form): Parted[] {
  const isKin = ({ before }: NameMention) => /\b(?:elder|younger|older|senior|junior)\s$/i.test(before)
  const kin = form.names.filter(isKin)
  const others = form.names.filter((name) => !isKin(name))
  return [
    ...(others.length === 0 ? [] : parted({ ...form, names: others }, postOf)),
    ...(kin.length === 0 ? [] : [{ form: { ...form, names: kin }, isOpen: true }]),
  ]
}

// What tells nothing goes with the only one of its article, and is open where there are several.
function parted(form: Form, signOf: (name: NameMention) => string | undefined): Parted[] {
  const bySign = new Map<string, NameMention[]>()
  for (const name of form.names) {
    const sign = signOf(name)
    if (sign === undefined) continue
    const known = bySign.get(sign)
    if (known === undefined) bySign.set(sign, [name])
    else known.push(name)
  }
  if (bySign.size < 2) return [{ form, isOpen: false }]
  const open: NameMention[] = []
  for (const here of byArticle(form)) {
    const signs = new Set(here.names.flatMap((name) => signOf(name) ?? []))
    const [only] = signs
    const plain = here.names.filter((name) => signOf(name) === undefined)
    if (signs.size === 1 && only !== undefined) bySign.get(only)?.push(...plain)
    else open.push(...plain)
  }
  return [
    ...[...bySign.values()].map((names) => ({ form: { ...form, names }, isOpen: false })),
    ...(open.length === 0 ? [] : [{ form: { ...form, names: open }, isOpen: true }]),
  ]
}
