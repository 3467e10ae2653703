import { clashes, postsOf, postsOfGroup } from './clashes.ts'
import { begin, byArticle, type Form, formsOf, type Group, gathering, join, standsIn } from './group.ts'
import { partsOf } from './name-parts.ts'
import type { NameMention } from './name-words.ts'
import { partedByCountry, partedByPost } from './parted.ts'
import { mayBeSame, sameName } from './same-name.ts'

type Fit = { readonly group: Group; readonly rule: string; readonly to: Form }

/**
 * The people that names name: full names that may be one person's by every wording so far, then surnames alone, which join
 * where one bearer fits: of their own article first, then of the story.
 */
export function groupPeople(names: readonly NameMention[]): Group[] {
  const forms = formsOf(names)
  const isBare = ({ words }: Form) => partsOf(words).given === undefined
  const groups: Group[] = []
  const full = forms.filter((form) => !isBare(form)).flatMap(partedByCountry)
  for (const { form, isOpen } of full.sort((a, b) => fullestFirst(a.form, b.form)))
    if (isOpen) groups.push(begin(form, 'NAM-APART'))
    else placeFull(groups, form)
  const bare = forms.filter(isBare).flatMap(byArticle).flatMap(partedByPost)
  const alone: Group[] = []
  for (const { form, isOpen } of bare) {
    const found = isOpen ? 'several' : bearerOf(groups, form)
    if (found === 'several') groups.push(begin(form, 'NAM-APART'))
    else if (found !== undefined) join(found.group, form, found)
    else joinAlone(alone, form)
  }
  return [...groups, ...alone]
}

// Where several fit, each article means the one that it names otherwise, too, or none.
function placeFull(groups: Group[], form: Form): void {
  const fits = groups.flatMap((group) => fitOfFull(group, form))
  const [first] = fits
  if (first === undefined) groups.push(begin(form))
  else if (fits.length === 1) join(first.group, form, first)
  else {
    const open: NameMention[] = []
    for (const own of byArticle(form)) {
      const here = fits.filter(({ group }) => standsIn(group, own.names[0]?.span.article ?? ''))
      if (here.length === 1 && here[0] !== undefined && !isKin(own)) join(here[0].group, own, here[0])
      else open.push(...own.names)
    }
    if (open.length > 0) groups.push(begin({ ...form, names: open }, 'NAM-APART'))
  }
}

// "his son George Bush" is not the George H. W. Bush of the same article.
function isKin({ names }: Form): boolean {
  return names.some(({ before }) =>
    /\b(?:his|her|their|whose|['’]s)\s(?:\p{L}+\s)?(?:father|mother|son|daughter|brother|sister|wife|husband|cousin|nephew|uncle|grandson),?\s$/iu.test(
      before,
    ),
  )
}

function fullestFirst(a: Form, b: Form): number {
  return b.words.length - a.words.length || b.names.length - a.names.length
}

// Every wording of the group must allow it: "J. Noor" is not both Jan and Jill.
function fitOfFull(group: Group, form: Form): Fit[] {
  if (!group.forms.every(({ words }) => mayBeSame(words, form.words)) || clashes(group, form)) return []
  const rules = group.forms.map(({ words }) => sameName(words, form.words))
  const isStrong = (rule: string | undefined) => !/^NAM-(?:INITIAL|SURNAME)$/.test(rule ?? 'NAM-INITIAL')
  const strong = rules.findIndex(isStrong)
  const at = strong < 0 ? rules.findIndex((rule) => rule !== undefined) : strong
  const [rule, to] = [rules[at], group.forms[at]]
  return rule === undefined || to === undefined ? [] : [{ group, rule, to }]
}

// Two Ministers Katz stay two: where several bear the surname, the one that the article names in full is meant, then the one
// whom all the story speaks of, or none.
function bearerOf(groups: readonly Group[], form: Form): Fit | 'several' | undefined {
  const article = form.names[0]?.span.article ?? ''
  const fits = groups.flatMap((group) => fitOfBare(group, form))
  const exact = fits.filter(({ rule }) => rule === 'NAM-SURNAME')
  const fitting = exact.length > 0 ? exact : fits
  const posts = postsOf(form.names)
  const [inPost, ...more] = fitting.filter(({ group }) => isInPost(group, posts))
  if (fitting.length > 1 && inPost !== undefined && more.length === 0) return { ...inPost, rule: 'NAM-POST' }
  const here = fitting.filter(({ group }) => standsIn(group, article))
  if (here.length === 1) return here[0]
  if (fitting.length === 1) return fitting[0]
  if (fitting.length > 1) return bestKnown(fitting) ?? 'several'
  const given = groups.flatMap((group) => (standsIn(group, article) ? fitOfGiven(group, form, article) : []))
  return given.length === 1 ? given[0] : undefined
}

/** Who needs no given name is named in full by so many articles, and by so many times as many as any other bearer. */
const wellKnown = 4

// "Mr Dorvezh" is the negotiator whom every article names, not his cousin in one.
function bestKnown(fits: readonly Fit[]): Fit | undefined {
  const [first, second] = fits
    .map((fit) => ({ fit, articles: namedIn(fit.group).size }))
    .sort((a, b) => b.articles - a.articles)
  if (first === undefined || second === undefined) return first?.fit
  const isKnown = first.articles >= wellKnown && first.articles >= wellKnown * second.articles
  return isKnown ? { ...first.fit, rule: 'NAM-KNOWN' } : undefined
}

// The articles that name somebody in full.
const namedIn = gathering(
  () => new Set<string>(),
  (articles, { words, span }) => {
    if (partsOf(words).given !== undefined) articles.add(span.article)
  },
)

function isInPost(group: Group, posts: ReadonlySet<string>): boolean {
  const held = postsOfGroup(group)
  return [...posts].some((post) => held.has(post))
}

// By the wording that has the same surname in the same article, if one has.
function fitOfBare(group: Group, form: Form): Fit[] {
  if (clashes(group, form)) return []
  const article = form.names[0]?.span.article
  const fits = group.forms.flatMap((to): Fit[] => {
    const rule = partsOf(to.words).given === undefined ? undefined : sameName(to.words, form.words)
    return rule === undefined ? [] : [{ group, rule, to }]
  })
  const exact = fits.filter(({ rule }) => rule !== 'NAM-SPELLING')
  const best = exact.length > 0 ? exact : fits
  const [first] = [...best.filter(({ to }) => to.names.some(({ span }) => span.article === article)), ...best]
  return first === undefined ? [] : [first]
}

// "Saddam" in an article that names Saddam Hussein.
function fitOfGiven(group: Group, form: Form, article: string): Fit[] {
  const word = partsOf(form.words).family
  const to = group.forms.find(
    (each) => partsOf(each.words).given === word && each.names.some(({ span }) => span.article === article),
  )
  return to === undefined || word.length < 4 || clashes(group, form)
    ? []
    : [{ group, rule: 'NAM-GIVEN-ALONE', to }]
}

// A surname that no full name of the story has: the same word is one person unless titles say otherwise.
function joinAlone(alone: Group[], form: Form): void {
  for (const group of alone) {
    const [to] = group.forms
    const rule = to && sameName(to.words, form.words)
    if (to === undefined || rule === undefined || clashes(group, form)) continue
    join(group, form, { rule, to })
    return
  }
  alone.push(begin(form))
}
