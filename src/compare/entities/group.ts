import type { Span } from '../../model/span.ts'
import type { NameMention } from './name-words.ts'

/** A name as one group has it: why it is there, and by which other name. */
export type Joined = {
  readonly name: NameMention
  readonly rule: string
  /** The name that it was joined to; absent for the first, and where the words are the same. */
  readonly to?: Span
}

/** Names that are one person's or thing's. */
export type Group = { readonly forms: Form[]; readonly joined: Joined[] }

/** All places where one wording of a name stands. */
export type Form = { readonly words: readonly string[]; readonly names: readonly NameMention[] }

/** The wordings of names, each with its places, in order of their first. */
export function formsOf(
  names: readonly NameMention[],
  keyOf = (name: NameMention) => name.words.join(' ').toLowerCase(),
): Form[] {
  const forms = new Map<string, NameMention[]>()
  for (const name of names) {
    const known = forms.get(keyOf(name))
    if (known === undefined) forms.set(keyOf(name), [name])
    else known.push(name)
  }
  return [...forms.values()].map((same) => ({ words: same[0]?.words ?? [], names: same }))
}

/** A group of one wording. */
export function begin({ words, names }: Form, rule = 'NAM-FIRST'): Group {
  const joined = names.map((name, i) => ({ name, rule: i === 0 ? rule : 'NAM-SAME' }))
  return { forms: [{ words, names }], joined }
}

/** Puts a wording into a group, because of one of the group's own. */
export function join(group: Group, form: Form, because: { readonly rule: string; readonly to: Form }): void {
  const { rule, to } = because
  const span = to.names[0]?.span
  group.forms.push(form)
  group.joined.push(
    ...form.names.map((name) => ({ name, rule, ...(span === undefined ? {} : { to: span }) })),
  )
}

/** Whether one of a group's names stands in an article. */
export function standsIn(group: Group, article: string): boolean {
  return articlesOf(group).has(article)
}

const articlesOf = gathering(
  () => new Set<string>(),
  (articles, { span }) => articles.add(span.article),
)

/** What the names of a group tell together, taken up as the group grows: a name of ten thousand places is asked for at each. */
export function gathering<Told>(
  nothing: () => Told,
  take: (told: Told, name: NameMention) => void,
): (group: Group) => Told {
  const known = new WeakMap<readonly Joined[], { readonly told: Told; taken: number }>()
  return ({ joined }) => {
    const sofar = known.get(joined) ?? { told: nothing(), taken: 0 }
    known.set(joined, sofar)
    for (; sofar.taken < joined.length; sofar.taken++) {
      const name = joined[sofar.taken]?.name
      if (name !== undefined) take(sofar.told, name)
    }
    return sofar.told
  }
}

/** The names of a form by article, in order. */
export function byArticle({ words, names }: Form): Form[] {
  return formsOf(names, ({ span }) => span.article).map((form) => ({ ...form, words }))
}
