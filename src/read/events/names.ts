import type { Range } from '../../model/span.ts'
import { table } from '../../text/table.ts'
import type { ReadContext } from '../context.ts'
import type { Clause } from './clauses.ts'

/** A name in a clause, by its place among the clause's words. */
export type ClauseName = Range & {
  readonly first: number
  readonly last: number
  /** The word before it, in lower case, past articles and titles. */
  readonly after: string
  readonly isPossessive: boolean
  /** True when a title or a form of address stands before it. */
  readonly isPerson: boolean
}

/** Finds the names of clauses by their capitals; words that the article also writes small are none. */
export type NameFinder = (clause: Clause) => ClauseName[]

/** A finder over one article. */
export function nameFinder(context: ReadContext): NameFinder {
  const { text } = context.article
  const small = new Set<string>()
  const capital = new Set<string>()
  for (const sentence of context.language.sentences) {
    sentence.tokens.forEach((token, i) => {
      const form = text.slice(token.start, token.end)
      if (/^[a-z]/.test(form)) small.add(form)
      else if (i > 0 && /^\p{Lu}/u.test(form)) capital.add(form)
    })
  }
  return (clause) => namesIn(text, clause, (form, isFirst) => isNameWord(form, isFirst, { small, capital }))
}

type Seen = { readonly small: ReadonlySet<string>; readonly capital: ReadonlySet<string> }

function isNameWord(form: string, isFirst: boolean, seen: Seen): boolean {
  if (!/^\p{Lu}/u.test(form) || neverNames.has(form.toLowerCase())) return false
  if (!isFirst) return true
  return seen.capital.has(form) || (!seen.small.has(form.toLowerCase()) && !/(?:ing|ly|ed|s)$/.test(form))
}

const neverNames: ReadonlySet<string> = new Set(
  'meanwhile however moreover separately still yet then also once now today inside outside despite although beyond since during under over within talks even just only perhaps instead later earlier such so because until unless without according regional the a an i he she it they we you in on at but and after before when while as for if by to from of with no not this that these those his her its their our there here what who two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety some many most more all both each one another last next earlier later officials police talks negotiations monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december mr ms mrs dr note read train drivers reporters shares residents traders special senior organisers analysts lawyers aides'.split(
    ' ',
  ),
)

function namesIn(
  text: string,
  clause: Clause,
  isName: (form: string, isFirst: boolean) => boolean,
): ClauseName[] {
  const forms = clause.tokens.map((token) => text.slice(token.start, token.end))
  const names: ClauseName[] = []
  for (let i = 0; i < forms.length; i++) {
    const isFirst = i === 0 && clause.tokens[0]?.start === clause.sentence.tokens[0]?.start
    if (!isName(forms[i] ?? '', isFirst)) continue
    let last = i
    while (last + 1 < forms.length && continues(forms, last + 1, isName)) last++
    let first = i
    for (let j = i; j < last; j++) if (isTitle(forms[j] ?? '')) first = j + 1
    const isPerson =
      first > i ||
      /^(?:Mr|Ms|Mrs|Dr)$/.test(forms[i - 1] ?? '') ||
      (forms[i - 1] === '.' && /^(?:Mr|Ms|Mrs|Dr)$/.test(forms[i - 2] ?? ''))
    const [start, end] = [clause.tokens[first]?.start, clause.tokens[last]?.end]
    const isRole = first === last && isTitle(forms[first] ?? '')
    const next = forms[last + 1] ?? ''
    if (
      start !== undefined &&
      end !== undefined &&
      !isRole &&
      !isAdjective(forms[last] ?? '', isVerb(clause, last + 1) ? '' : next, first === last) &&
      !(first === last && describesPlace(clause.forms, first, forms[last + 2] ?? ''))
    )
      names.push({
        start,
        end,
        first,
        last,
        after: wordBefore(clause.forms, i),
        isPerson,
        isPossessive: next === "'s" || next === '’s',
      })
    i = last
  }
  return names
}

// "Iran resumed": what comes before a verb is no adjective, whatever its ending.
function isVerb(clause: Clause, at: number): boolean {
  return /^(?:VERB|AUX)$/.test(clause.tokens[at]?.upos ?? '')
}

// "Bank of Tolmark", "Harl & Voss".
function continues(
  forms: readonly string[],
  at: number,
  isName: (form: string, isFirst: boolean) => boolean,
): boolean {
  const form = forms[at] ?? ''
  if (isName(form, false)) return true
  return /^(?:of|&|al|de|bin|van|von|la)$/.test(form) && isName(forms[at + 1] ?? '', false) && form !== 'of'
}

// "Varenian officials", "US officials": the word of a people before a noun names no participant.
function isAdjective(form: string, next: string, isSingle: boolean): boolean {
  return (
    isSingle &&
    /(?:ian|ean|an|ish|ese|li|qi|ni)$/.test(form) &&
    /^[a-zA-Z]/.test(next) &&
    !/^(?:and|or|is|are|was|were|will|would|has|had|have|to|on|in|at|for|by|said|says|did|does|do)$/.test(
      next,
    )
  )
}

// "the Mirathi city of Port Imber", "the Lorvenian capital, Pontvar": the word of a people before a kind of place.
function describesPlace(forms: readonly string[], at: number, afterKind: string): boolean {
  const isKnown = forms[at - 1] === 'the' || forms[at - 1] === 'a'
  return isKnown && placeKinds.test(forms[at + 1] ?? '') && /^(?:of|,|\p{Lu}.*)$/u.test(afterKind)
}

/** Words for kinds of place that stand before or after a name: "the city of". */
export const placeKinds =
  /^(?:city|capital|town|port|resort|village|island|region|province|district|suburb|harbour|border|state)$/

let titleWords: ReadonlySet<string> | undefined

function isTitle(form: string): boolean {
  titleWords ??= new Set(
    table('titles')
      .filter((row) => row.kind === 'noun')
      .map((row) => row.word ?? ''),
  )
  return titleWords.has(form.toLowerCase()) || /^(?:Mr|Ms|Mrs|Dr|Sir|Lt|Gen|Sen|Rep)\.?$/.test(form)
}

// Past articles, titles, possessors ("meet Orsa's Pell Garrow") and the kind of a place ("in the Orsan city of Tarn").
function wordBefore(forms: readonly string[], at: number): string {
  for (let i = at - 1; i >= 0; i--) {
    const form = forms[i] ?? ''
    const kind = form === 'of' || form === ',' ? i - 1 : i
    if (placeKinds.test(forms[kind] ?? '')) {
      i = forms[kind - 1] === 'the' ? kind - 1 : kind - 1 > 0 && forms[kind - 2] === 'the' ? kind - 2 : kind
      continue
    }
    if ((form === "'s" || form === '’s') && i > 1) {
      i--
      continue
    }
    if (!/^(?:the|a|an|old|new|mr|ms|mrs|dr|\.)$/.test(form)) return form
  }
  return ''
}
