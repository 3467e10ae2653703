import { countryNamed } from '../../text/countries.ts'
import { isAcronym, isGivenFor, isInitialsOf } from './acronyms.ts'
import { type BodyName, bodyNameOf } from './body-name.ts'
import { begin, byArticle, type Form, formsOf, type Group, join, standsIn } from './group.ts'
import type { NameMention } from './name-words.ts'
import { soundsAlike } from './sounds.ts'

type Body = { readonly group: Group; readonly name: BodyName }

/**
 * The organisations that names name. What many countries have ("the Foreign Ministry") is one only where the country is; an
 * acronym joins the name that it is given for, or the only one of the story with its initials.
 */
export function groupBodies(names: readonly NameMention[]): Group[] {
  const bodies: Body[] = []
  const isShort = ({ words }: NameMention) => isAcronym(words) && countryNamed(words[0] ?? '') === undefined
  for (const form of formsOf(
    names.filter((name) => !isShort(name)),
    wordingOf,
  ))
    placeBody(bodies, form)
  const whose = bodies.filter(({ name }) => name.isCommon && name.owner === undefined)
  const settled = whose.length === 0 ? bodies : withOwners(bodies)
  joinShortened(settled)
  for (const form of formsOf(names.filter(isShort))) placeAcronym(settled, form)
  return settled.map(({ group }) => group)
}

// The words and, of a common body, the owner.
function wordingOf(name: NameMention): string {
  const { isCommon, owner } = bodyNameOf(name)
  return `${name.words.join(' ').toLowerCase()}${isCommon ? ` of ${owner ?? ''}` : ''}`
}

function placeBody(bodies: Body[], form: Form): void {
  const [first] = form.names
  if (first === undefined) return
  const name = bodyNameOf(first)
  const known = bodies.find(({ name: other }) => isSameBody(other, name))
  const to = known?.group.forms[0]
  if (known === undefined || to === undefined) bodies.push({ group: begin(form), name })
  else {
    const isSame = known.name.key === name.key
    join(known.group, form, { rule: name.isCommon ? 'NAM-BODY' : isSame ? 'NAM-WORDS' : 'NAM-SPELLING', to })
  }
}

function isSameBody(one: BodyName, other: BodyName): boolean {
  if (one.isCommon !== other.isCommon || one.owner !== other.owner) return false
  if (one.key === other.key) return true
  const [a, b] = [one.key.split(' '), other.key.split(' ')]
  if (one.isCommon || a.length !== b.length || !a.some((word) => word.length > 5)) return false
  return a.every((word, i) => {
    const alike = soundsAlike(word, b[i] ?? '')
    return alike === 'same' || alike === 'sure'
  })
}

// "the Foreign Ministry": of the country whose ministry the article names, else the only one of the story, else each article's own.
function withOwners(bodies: readonly Body[]): Body[] {
  const owned = bodies.filter(({ name }) => !name.isCommon || name.owner !== undefined)
  for (const { group, name } of bodies) {
    if (!name.isCommon || name.owner !== undefined) continue
    const rivals = owned.filter((each) => each.name.isCommon && each.name.key === name.key)
    if (rivals.length === 0) {
      owned.push({ group, name })
      continue
    }
    for (const form of group.forms.flatMap(byArticle)) {
      const article = form.names[0]?.span.article ?? ''
      const here = rivals.filter((each) => standsIn(each.group, article))
      const found = here.length === 1 ? here[0] : rivals.length === 1 ? rivals[0] : undefined
      const to = found?.group.forms[0]
      if (found === undefined || to === undefined) owned.push({ group: begin(form, 'NAM-APART'), name })
      else join(found.group, form, { rule: here.length === 1 ? 'NAM-BODY-HERE' : 'NAM-BODY-ONE', to })
    }
  }
  return owned
}

// "Northrop" in an article that names Northrop Grumman: the first word of one body there, and of no other of the story.
function joinShortened(bodies: Body[]): void {
  for (const short of [...bodies]) {
    const [word = '', ...more] = short.name.key.split(' ')
    if (more.length > 0 || short.name.isCommon || word.length < 4 || countryNamed(word) !== undefined)
      continue
    const longer = bodies.filter(
      ({ name, group }) => group !== short.group && !name.isCommon && name.key.startsWith(`${word} `),
    )
    const [only] = longer
    const to = only?.group.forms[0]
    if (longer.length !== 1 || only === undefined || to === undefined) continue
    if (!short.group.joined.some(({ name }) => standsIn(only.group, name.span.article))) continue
    for (const form of short.group.forms) join(only.group, form, { rule: 'NAM-SHORT', to })
    bodies.splice(bodies.indexOf(short), 1)
  }
}

type Fit = { readonly body: Body; readonly to: Form; readonly rule: string }

// The name that it is given for; else the same letters with points; else the only body with these initials.
function placeAcronym(bodies: Body[], form: Form): void {
  const letters = lettersIn(form)
  const fitBy = (rule: string, isFit: (long: Form) => boolean): Fit[] =>
    bodies.flatMap((body) => {
      const to = body.group.forms.find(isFit)
      return to === undefined ? [] : [{ body, to, rule }]
    })
  const fits = [
    fitBy('NAM-ACRONYM-GIVEN', ({ names }) =>
      names.some((long) => form.names.some((short) => isGivenFor(short, long))),
    ),
    fitBy('NAM-SPELLING', (long) => isAcronym(long.words) && lettersIn(long) === letters),
    fitBy('NAM-ACRONYM', ({ words }) => letters.length > 2 && isInitialsOf(letters, words)),
  ].find((each) => each.length > 0)
  const [found] = fits ?? []
  if (found !== undefined && fits?.length === 1) join(found.body.group, form, found)
  else bodies.push({ group: begin(form), name: { key: letters, isCommon: false } })
}

function lettersIn({ words }: Form): string {
  return (words[0] ?? '').replace(/[^\p{Lu}]/gu, '')
}
