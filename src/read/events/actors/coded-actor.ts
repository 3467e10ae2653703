import type { CodedActor } from '../../../model/reading.ts'
import { metonymyOf } from '../../places/metonymy.ts'
import type { ActorMark } from './actor-marks.ts'
import { roleNamed } from './actor-roles.ts'
import { type Scene, under } from './scene.ts'

/** The actors that a phrase names by its head word: each with the country or organisation and the role that its own words give. Words `outside` are no part of it. */
export function codedActors(scene: Scene, head: number, outside: ReadonlySet<number>): CodedActor[] {
  const joined = (scene.children[head] ?? []).filter(
    (child) => scene.tokens[child]?.deprel === 'conj' && !outside.has(child),
  )
  const found = [head, ...joined].flatMap((at) => codesOf(scene, at))
  const seen = new Set<string>()
  return found.filter((each) => {
    const key = `${each.country ?? each.start} ${each.role ?? ''}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

function codesOf(scene: Scene, at: number): CodedActor[] {
  const near = under(scene, at, notNear)
  const range = rangeOf(scene, at)
  if (range === undefined) return []
  const marks = deciding(scene, at, {
    near,
    whole: under(scene, at, /^(?:conj|cc|punct|parataxis|acl:relcl)/),
  })
  const first = marks[0]
  if (first === undefined) {
    const called = callOf(scene, at, near)
    return called === undefined ? [] : [{ ...range, role: called.role, rules: [called.rule] }]
  }
  const bearer = near.includes(first.last) ? at : nounOf(scene, first.last)
  const own = callOf(scene, bearer, under(scene, bearer, notNear)) ?? selfCall(scene, first, bearer)
  const called = own ?? callOf(scene, at, near)
  const whole = bearer === at || own === undefined ? range : (rangeOf(scene, bearer) ?? range)
  return marks.map((mark) => {
    const role = called?.role ?? mark.role
    return {
      ...(marks.length === 1 ? cover(whole, mark) : { start: mark.start, end: mark.end }),
      country: mark.code,
      ...(role === undefined ? {} : { role }),
      rules: [mark.rule, ...(called === undefined ? [] : [called.rule])],
    }
  })
}

const notNear = /^(?:conj|cc|punct|acl|advcl|parataxis|appos|det|mark|nmod$|obl)/

// "the right of Varenian troops": the noun that the name goes with.
function nounOf(scene: Scene, mark: number): number {
  let at = mark
  for (
    let steps = 0;
    steps < 3 && /^(?:amod|compound|nmod:poss|flat)/.test(scene.tokens[at]?.deprel ?? '');
    steps++
  )
    at = scene.tokens[at]?.head ?? at
  return at
}

// A capital that acts is its government; the people of a country are its civilians.
function selfCall(scene: Scene, mark: ActorMark, bearer: number): { role: string; rule: string } | undefined {
  if (bearer !== mark.last && bearer !== mark.first) return undefined
  if (mark.kind === 'seat') {
    const words = scene.tokens.map((token) => token.lemma.toLowerCase())
    return metonymyOf(words, mark) === 'government' ? { role: 'GOV', rule: 'PLC-GOVERNMENT' } : undefined
  }
  const form = scene.text.slice(mark.start, mark.end)
  const isPeople =
    mark.kind !== 'organisation' &&
    mark.role === undefined &&
    /(?:ans|ese|is|ks|rs|ds|ts|bs|ns)$/.test(form) &&
    scene.tokens[mark.last]?.xpos === 'NNPS'
  return isPeople ? { role: 'CVL', rule: 'ACT-PEOPLE' } : undefined
}

// The name itself, else what stands before the head ("Iranian officials"), else after it ("officials of Iran").
function deciding(
  scene: Scene,
  at: number,
  words: { readonly near: readonly number[]; readonly whole: readonly number[] },
): ActorMark[] {
  const { marks } = scene
  const own = marks.find((mark) => mark.first <= at && at <= mark.last)
  if (own !== undefined && !isPeopleApart(scene, own)) return together(scene, own)
  const inside = (list: readonly number[]) =>
    marks.filter((mark) => list.includes(mark.last) || list.includes(mark.first))
  const before = inside(words.near).filter((mark) => mark.last < at && !isPeopleApart(scene, mark))
  const last = before.at(-1)
  if (last !== undefined) return together(scene, firstOfRun(scene, before, last))
  const rest = inside(words.whole)
  const after =
    rest.find((mark) => mark.first > at && !isPeopleApart(scene, mark)) ??
    rest.find((mark) => !isPeopleApart(scene, mark))
  if (after !== undefined) return together(scene, after)
  const people = own ?? rest[0]
  if (people === undefined) return []
  const place = marks.find((mark) => mark !== people && isLocation(scene, mark))
  return place === undefined ? together(scene, people) : [place]
}

// "ethnic Albanians in Serbia" are of the place, not of the people's country.
function isPeopleApart(scene: Scene, mark: ActorMark): boolean {
  return scene.tokens[mark.first - 1]?.lemma.toLowerCase() === 'ethnic'
}

function isLocation(scene: Scene, mark: ActorMark): boolean {
  const before = scene.tokens
    .slice(Math.max(0, mark.first - 3), mark.first)
    .map((token) => token.lemma.toLowerCase())
  return before.some((word) => /^(?:in|near|of|inside|across)$/.test(word)) && !before.includes('ethnic')
}

// "Croatian Serb refugees": of two names side by side the first is the country.
function firstOfRun(scene: Scene, before: readonly ActorMark[], last: ActorMark): ActorMark {
  let first = last
  for (let mark = previous(before, first); mark !== undefined; mark = previous(before, first)) {
    if (mark.last + 1 !== first.first || isPeopleApart(scene, mark)) return first
    first = mark
  }
  return first
}

function previous(marks: readonly ActorMark[], mark: ActorMark): ActorMark | undefined {
  return marks[marks.indexOf(mark) - 1]
}

// "Iran, Libya and Cuba": a list of names of one kind.
function together(scene: Scene, mark: ActorMark): ActorMark[] {
  const { marks } = scene
  const list = [mark]
  const index = marks.indexOf(mark)
  for (let i = index + 1; i < marks.length && isListed(scene, marks[i - 1], marks[i]); i++)
    list.push(...marks.slice(i, i + 1))
  for (let i = index - 1; i >= 0 && isListed(scene, marks[i], marks[i + 1]); i--)
    list.unshift(...marks.slice(i, i + 1))
  return list
}

function isListed(scene: Scene, a: ActorMark | undefined, b: ActorMark | undefined): boolean {
  if (a === undefined || b === undefined) return false
  const between = scene.tokens.slice(a.last + 1, b.first).map((token) => token.lemma.toLowerCase())
  return (
    between.length > 0 && between.length <= 3 && between.every((word) => /^(?:,|and|or|&|the|\/)$/.test(word))
  )
}

// "Israel's outgoing prime minister": the words up to the head; a person's title stands before the name.
function callOf(
  scene: Scene,
  at: number,
  near: readonly number[],
): { role: string; rule: string } | undefined {
  const upTo = near.filter((i) => i <= at)
  const from = Math.max(upTo[0] ?? at, at - 7)
  const lemmas: string[] = []
  for (let i = from; i <= at; i++) lemmas.push(wordOf(scene, i))
  const ahead = roleNamed(lemmas)
  if (ahead !== undefined)
    return ahead.role === 'GOV' && lemmas.some((word) => /^(?:former|ousted|deposed|ex)$/.test(word))
      ? { role: 'ELI', rule: 'ACT-FORMER' }
      : ahead
  const after = near.filter((i) => i > at && i <= at + 6).map((i) => wordOf(scene, i))
  return /^\p{Lu}/u.test(scene.text.charAt(scene.tokens[at]?.start ?? 0)) ? roleNamed(after) : undefined
}

// "The African Union" is no trade union: words of a name say nothing of their own.
function wordOf(scene: Scene, at: number): string {
  const isInName = scene.marks.some((mark) => mark.first <= at && at <= mark.last)
  return isInName ? '' : (scene.tokens[at]?.lemma.toLowerCase() ?? '')
}

function rangeOf(scene: Scene, at: number): { start: number; end: number } | undefined {
  const inside = under(scene, at, /^(?!compound|amod|nmod:poss|flat|nummod)/)
  const [first, last] = [scene.tokens[inside[0] ?? at], scene.tokens[inside.at(-1) ?? at]]
  return first === undefined || last === undefined ? undefined : { start: first.start, end: last.end }
}

function cover(range: { start: number; end: number }, mark: ActorMark): { start: number; end: number } {
  return { start: Math.min(range.start, mark.start), end: Math.max(range.end, mark.end) }
}
