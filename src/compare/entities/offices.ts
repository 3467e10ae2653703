import type { Span } from '../../model/span.ts'
import { countryIn } from '../../read/mentions/mentions.ts'
import { countryNamed } from '../../text/countries.ts'
import { type Member, timeOf } from '../member.ts'
import { type Form, formsOf, type Group, join } from './group.ts'
import type { NameMention } from './name-words.ts'
import { officeOf, rolesOf } from './roles.ts'

/** A place where an article speaks of an office and not of its holder. */
type OfficePlace = { readonly office: string; readonly at: number; readonly name: NameMention }

/**
 * Adds to people where a source is their office alone ("Iran's foreign minister said"): of whoever the story's articles say
 * holds it at the time; of nobody where they name two, or none.
 */
export function withOffices(people: readonly Group[], members: readonly Member[]): Group[] {
  const terms = people.flatMap(termsOf)
  if (terms.length > 0)
    for (const place of members.flatMap(placesOf)) {
      const holder = holderAt(terms, place)
      const to = holder?.group.forms.find(({ names }) => names.includes(holder.name))
      const [form] = formsOf([place.name])
      if (holder !== undefined && to !== undefined && form !== undefined)
        addTo(holder.group, form, { words: to.words, names: [holder.name] })
    }
  return [...people]
}

function addTo(group: Group, form: Form, to: Form): void {
  join(group, form, { rule: 'NAM-OFFICE', to })
}

/** That somebody holds an office, from the first report to the last, and until when at most (ms). */
type Term = {
  readonly group: Group
  readonly name: NameMention
  readonly office: string
  readonly first: number
  readonly end: number
}

function termsOf(group: Group): Term[] {
  const names = group.joined.map(({ name }) => name)
  const roles = rolesOf(names)
  return roles.flatMap((role): Term[] => {
    const name = names.find(({ roles: own }) => own.includes(role.span))
    const { office, standing } = role
    if (office === undefined || name === undefined || (standing !== undefined && standing !== 'acting'))
      return []
    const post = office.replace(/ of .*$/, '')
    const ended = roles.filter(
      ({ text, standing: other }) => other === 'former' && text.toLowerCase().includes(post),
    )
    return [
      {
        group,
        name,
        office,
        first: timeOf(role.reported),
        end: Math.min(...ended.map(({ reported }) => timeOf(reported))),
      },
    ]
  })
}

const threeDays = 3 * 24 * 3600 * 1000

// Who was reported in office before, and whom nobody followed; else who is just about to be.
function holderAt(terms: readonly Term[], { office, at }: OfficePlace): Term | undefined {
  const same = terms.filter((term) => term.office === office && at < term.end)
  const groups = new Set(same.map(({ group }) => group))
  if (groups.size === 1) return same[0]
  const begun = new Set(same.filter(({ first }) => first <= at).map(({ group }) => group))
  const open =
    begun.size > 0
      ? begun
      : new Set(same.filter(({ first }) => first <= at + threeDays).map(({ group }) => group))
  return open.size === 1 ? same.find(({ group }) => open.has(group)) : undefined
}

// The sources of an article that are an office of a country, and "the foreign minister" where it is of one.
function placesOf({ article, reading }: Member): OfficePlace[] {
  const found: OfficePlace[] = []
  const bare: { readonly post: string; readonly span: Span; readonly text: string }[] = []
  const place = (office: string, span: Span, text: string) =>
    found.push({
      office,
      at: timeOf(article.published),
      name: {
        span,
        type: 'PER',
        words: text.split(/\s+/),
        roles: [],
        roleWords: [],
        before: article.text.slice(Math.max(0, span.start - 60), span.start),
        after: article.text.slice(span.end, span.end + 40),
        ...(article.published === undefined ? {} : { reported: article.published }),
      },
    })
  for (const { source } of reading.attributions) {
    const [range] = source.spans
    if (range === undefined || source.spans.length > 1 || source.refersTo !== undefined) continue
    const span = { article: article.id, ...range }
    const text = article.text.slice(range.start, range.end)
    const country = countryIn(article.text, range)
    const words = country && article.text.slice(country.start, country.end)
    if (notTheHolder.test(text)) continue
    const office = officeOf(text, words)
    if (office !== undefined && isOne(office)) place(office, span, text)
    else if (/^the \p{Ll}/iu.test(text) && country === undefined)
      bare.push({ post: text.slice(4).toLowerCase(), span, text })
  }
  const offices = bare.length === 0 ? [] : officesIn(article.text)
  for (const { post, span, text } of bare) {
    const [office, ...more] = offices.filter((each) => each.startsWith(`${post} of `))
    if (office !== undefined && more.length === 0) place(office, span, text)
  }
  return found
}

// "Iran's foreign minister", "the Iranian foreign minister".
function officesIn(text: string): string[] {
  const found = [...text.matchAll(ownedPost)].flatMap(([, country = '', post = '']) =>
    countryNamed(country) === undefined ? [] : (officeOf(`${country} ${post}`, country) ?? []),
  )
  return [...new Set(found)]
}

const ownedPost =
  /(\p{Lu}[\p{L}.]+(?: \p{Lu}\p{L}+)?)(?:['’]s)? ((?:\p{L}+ ){0,2}?(?:minister|president|premier|chancellor|king|queen|emir|sultan))\b/giu

// "a minister", "a former Iranian foreign minister", "aides to the president", "Iran's deputy foreign minister".
const notTheHolder =
  /^(?:an?|one|two|some|another|several|any)\s|\b(?:former|ex|then|next|new|incoming|deputy|vice|assistant|aides?|spokes\p{L}+|office|advis[eo]rs?|for|to|by|and|or)\b|,/iu

// "minister of Iran" may be any of them.
function isOne(office: string): boolean {
  return (
    /^(?:president|premier|chancellor|king|queen|emir|sultan)\b/.test(office) || /^\S+ (?!of\b)/.test(office)
  )
}
