import { begin, type Group } from './group.ts'

/** A person's decision about two wordings of names: that they are one's, or are not. */
export type NameDecision = { readonly kind: 'apart' | 'together'; readonly a: string; readonly b: string }

/** Groups as a person's decisions have them, in the order in which they were made: the last about two names counts. */
export function corrected(groups: readonly Group[], decisions: readonly NameDecision[]): Group[] {
  return decisions.reduce<Group[]>((found, decision) => decided(found, decision), [...groups])
}

function decided(groups: Group[], { kind, a, b }: NameDecision): Group[] {
  const one = groups.find((group) => hasWording(group, a))
  const other = groups.find((group) => hasWording(group, b))
  if (one === undefined || other === undefined || (kind === 'together') === (one === other)) return groups
  if (kind === 'apart') return groups.flatMap((group) => (group === one ? parted(group, b) : [group]))
  const to = one.forms[0]?.names[0]?.span
  const joined = other.joined.map((each) => ({
    ...each,
    rule: 'NAM-TOGETHER',
    ...(to === undefined ? {} : { to }),
  }))
  const merged = { forms: [...one.forms, ...other.forms], joined: [...one.joined, ...joined] }
  return groups.flatMap((group) => (group === one ? [merged] : group === other ? [] : [group]))
}

// The places where the wording stands make a group of their own, with what was joined by them.
function parted(group: Group, wording: string): Group[] {
  const own = group.forms.filter(({ words }) => isWording(words, wording))
  if (own.length === 0 || own.length === group.forms.length) return [group]
  const places = new Set(own.flatMap(({ names }) => names.map(({ span }) => `${span.article} ${span.start}`)))
  const follow = group.joined.filter(({ to }) => to !== undefined && places.has(`${to.article} ${to.start}`))
  const led = new Set(follow.map(({ name }) => name))
  const goes = (form: Group['forms'][number]) =>
    own.includes(form) || form.names.every((name) => led.has(name))
  const names = new Set(group.forms.filter(goes).flatMap((form) => form.names))
  const [first, ...others] = group.forms.filter(goes)
  const rest = {
    forms: group.forms.filter((form) => !goes(form)),
    joined: group.joined.filter(({ name }) => !names.has(name)),
  }
  if (first === undefined || rest.forms.length === 0) return [group]
  const apart = begin({ words: first.words, names: own.flatMap((form) => form.names) }, 'NAM-PARTED')
  const along = group.joined.filter(
    ({ name }) => names.has(name) && !apart.joined.some((one) => one.name === name),
  )
  return [
    rest,
    {
      forms: [...apart.forms, ...others.filter((form) => !own.includes(form))],
      joined: [...apart.joined, ...along],
    },
  ]
}

function hasWording({ forms }: Group, wording: string): boolean {
  return forms.some(({ words }) => isWording(words, wording))
}

function isWording(words: readonly string[], wording: string): boolean {
  return words.join(' ').toLowerCase() === wording.trim().toLowerCase()
}
