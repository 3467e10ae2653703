import type { Sentence, Token } from '../../../model/language.ts'
import type { CodedActor, EventMention } from '../../../model/reading.ts'
import type { ActorMark } from './actor-marks.ts'
import { codedActors } from './coded-actor.ts'
import { isSaying, saysOf, subjectsOf } from './says.ts'
import { type Scene, sceneOf } from './scene.ts'

/** What of an event decides its sides: its word, its type, and the rules that gave its status. */
export type SideOf = { readonly trigger: Token; readonly type: string; readonly rules: readonly string[] }

/** The two sides of an event by the tree around its word, with codes; what the tree leaves open is filled from the sentence's names, with the rule that did. */
export function sidesOf(
  text: string,
  sentence: Sentence,
  event: SideOf,
): NonNullable<EventMention['sides']> | undefined {
  const scene = sceneOf(text, sentence)
  const at = sentence.tokens.indexOf(event.trigger)
  if (at < 0 || event.trigger.head === undefined) return undefined
  const word = predicateOf(scene, at)
  const said = saysOf(scene, word)
  if (event.rules.includes('EV-DEMANDED') && said.speaker !== undefined) {
    const asked = subjectOf(scene, word)
    return filled(scene, {
      actors: codedActors(scene, said.speaker, none),
      recipients: asked === undefined ? [] : codedActors(scene, asked, said.outside),
      outside: said.outside,
      at,
    })
  }
  return filled(scene, {
    actors: actorsOf(scene, { at, word, ...said }),
    recipients: recipientsOf(scene, { at, word, ...said }),
    outside: said.outside,
    at,
  })
}

// "held talks", "carried out an attack", "came under investigation": the noun's verb has the actors.
function predicateOf(scene: Scene, at: number): number {
  const token = scene.tokens[at]
  const head = token?.head ?? -1
  if (token?.upos === 'VERB' || head < 0) return at
  const isPart = /^(?:obj|nsubj:pass|obl|xcomp)$/.test(token?.deprel ?? '')
  return isPart && scene.tokens[head]?.upos === 'VERB' ? head : at
}

const none: ReadonlySet<number> = new Set()

type Asked = {
  readonly at: number
  readonly word: number
  readonly speaker?: number
  readonly outside: ReadonlySet<number>
}

function actorsOf(scene: Scene, asked: Asked): CodedActor[] {
  const { at, word, speaker } = asked
  for (const head of [
    ...ownActors(scene, at, 'noun'),
    ...ownActors(scene, word, 'verb'),
    ...above(scene, word),
  ]) {
    if (asked.outside.has(head)) continue
    const meant = isPronoun(scene, head) ? (speaker ?? earlierSubject(scene, head)) : head
    if (meant === undefined) continue
    const coded = codedActors(scene, meant, asked.outside)
    if (coded.length > 0) return coded
  }
  return isPassive(scene, word) ? byPhrase(scene, asked) : []
}

// "has been accused, on many counts, by Varenian officials": wherever the tree hangs it.
function byPhrase(scene: Scene, asked: Asked): CodedActor[] {
  for (let i = asked.word + 1; i < scene.tokens.length; i++) {
    if (scene.tokens[i]?.lemma !== 'by' || asked.outside.has(i)) continue
    const mark = scene.marks.find(({ first }) => first > i && first <= i + 4)
    if (mark !== undefined) return codedActors(scene, headOf(scene, mark.last), asked.outside)
  }
  return []
}

// The head of the noun phrase that a name stands in: "officials" of "Varenian officials".
function headOf(scene: Scene, at: number): number {
  let head = at
  for (let steps = 0; steps < 3 && /^(?:amod|compound|nmod:poss|flat)/.test(relation(scene, head)); steps++)
    head = scene.tokens[head]?.head ?? head
  return head
}

function isPassive(scene: Scene, word: number): boolean {
  return (scene.children[word] ?? []).some((child) => /:pass$/.test(relation(scene, child)))
}

// "is opposed to", "is committed to": the subject does it.
const statives = /^(?:oppose|commit|prepare|determine|engage|concern|involve|resign|unite)$/

function ownActors(scene: Scene, at: number, kind: 'noun' | 'verb'): number[] {
  const children = scene.children[at] ?? []
  const subjects = children.filter((child) => /^[nc]subj/.test(relation(scene, child)))
  const isVerb = scene.tokens[at]?.upos === 'VERB' || subjects.length > 0
  if ((kind === 'verb') !== isVerb) return []
  if (isVerb) {
    const passive = isPassive(scene, at) && !statives.test(scene.tokens[at]?.lemma ?? '')
    const by = children.filter(
      (child) => relation(scene, child) === 'obl:agent' || (passive && preposition(scene, child) === 'by'),
    )
    return passive ? by : [...subjects.reverse(), ...by]
  }
  return children.filter(
    (child) =>
      relation(scene, child) === 'nmod:poss' ||
      (/^(?:nmod|obl)/.test(relation(scene, child)) && preposition(scene, child) === 'by') ||
      (/^(?:amod|compound)$/.test(relation(scene, child)) &&
        scene.marks.some((mark) => mark.first <= child && child <= mark.last)),
  )
}

/** The subjects of the verbs that a verb without its own hangs on: "decided to send", "arrested and jailed", "troops sent to". */
function above(scene: Scene, word: number): number[] {
  const found: number[] = []
  let at = word
  for (let steps = 0; steps < 5; steps++) {
    const token = scene.tokens[at]
    const head = token?.head ?? -1
    if (token === undefined || head < 0 || /^(?:parataxis|nsubj)/.test(token.deprel ?? '')) return found
    if (token.deprel === 'ccomp' && isSaying(scene, head)) {
      const subjects = subjectsOf(scene, head)
      return subjects.length > 1 && subjects[0] !== undefined ? [...found, subjects[0]] : found
    }
    if (/^acl/.test(token.deprel ?? '')) found.push(head)
    else {
      const own = (scene.children[head] ?? []).filter(
        (child) => child !== at && /^(?:nsubj|expl|obl:agent)$/.test(relation(scene, child)),
      )
      found.push(...own.reverse())
    }
    at = head
  }
  return found
}

function subjectOf(scene: Scene, word: number): number | undefined {
  return (scene.children[word] ?? []).find((child) => /^nsubj/.test(relation(scene, child)))
}

function recipientsOf(scene: Scene, asked: Asked): CodedActor[] {
  const people: CodedActor[] = []
  for (const head of objects(scene, asked.at, asked.word)) {
    if (isPronoun(scene, head) || asked.outside.has(head)) continue
    const coded = codedActors(scene, head, asked.outside)
    if (coded.some((each) => each.country !== undefined)) {
      const own = people[0]
      const isPlace = own?.role !== undefined && /^(?:in|at|near|across)$/.test(preposition(scene, head))
      return isPlace ? coded.map((each) => placed(own, each)) : coded
    }
    people.push(...coded)
  }
  return people
}

// "attacked a village in Cameroon": the village is meant, wherever the tree hangs the country.
function placed(own: CodedActor, place: CodedActor): CodedActor {
  return { ...place, ...own, rules: [...place.rules, ...own.rules] }
}

const towards =
  /^(?:against|to|with|on|for|at|from|towards?|of|into|between|upon|over|in|than|via|about|among)$/

// The object first, then what is done to, against or with, then what those govern.
function objects(scene: Scene, at: number, word: number): number[] {
  const found: number[] = []
  const seen = new Set<number>([at, word])
  let level = word === at ? [at] : [at, word]
  for (let depth = 0; depth < 4 && level.length > 0; depth++) {
    const next: number[] = []
    const direct: number[] = []
    const others: number[] = []
    for (const holder of level) {
      for (const child of scene.children[holder] ?? []) {
        if (seen.has(child)) continue
        const deprel = relation(scene, child)
        const link = preposition(scene, child)
        if (/^(?:obj|iobj)$/.test(deprel)) direct.push(child)
        else if (deprel === 'nsubj:pass' && !statives.test(scene.tokens[holder]?.lemma ?? ''))
          direct.push(child)
        else if (depth > 0 && deprel === 'nsubj' && relation(scene, holder) === 'ccomp') direct.push(child)
        else if (
          /^(?:obl|nmod)(?!:agent|:poss|:tmod|:unmarked)/.test(deprel) &&
          (towards.test(link) || (depth > 0 && link === 'by'))
        )
          others.push(child)
        else if (/^(?:xcomp|ccomp|acl)/.test(deprel)) next.push(child)
        else continue
        seen.add(child)
      }
    }
    found.push(...direct, ...others)
    level = [...next, ...direct, ...others].filter((child) => depth > 0 || child !== at)
  }
  return found
}

function relation(scene: Scene, at: number): string {
  return scene.tokens[at]?.deprel ?? ''
}

function preposition(scene: Scene, at: number): string {
  const mark = (scene.children[at] ?? []).find((child) => relation(scene, child) === 'case')
  return scene.tokens[mark ?? -1]?.lemma.toLowerCase() ?? ''
}

function isPronoun(scene: Scene, at: number): boolean {
  const token = scene.tokens[at]
  return (
    token?.upos === 'PRON' ||
    /^(?:it|they|he|she|who|which|that|its|their|his|her)$/.test(token?.lemma.toLowerCase() ?? '')
  )
}

function earlierSubject(scene: Scene, before: number): number | undefined {
  for (let i = 0; i < before; i++) if (/^nsubj/.test(relation(scene, i)) && !isPronoun(scene, i)) return i
  return undefined
}

type Found = {
  readonly actors: readonly CodedActor[]
  readonly recipients: readonly CodedActor[]
  readonly outside: ReadonlySet<number>
  readonly at: number
}

function filled(scene: Scene, found: Found): { actors: CodedActor[]; recipients: CodedActor[] } {
  const actors = withCountry(scene, found.actors, { found, others: found.recipients, side: 'before' })
  const recipients = withCountry(scene, found.recipients, { found, others: actors, side: 'after' })
  return { actors, recipients }
}

type Fill = {
  readonly found: Found
  readonly others: readonly CodedActor[]
  readonly side: 'before' | 'after'
}

function withCountry(scene: Scene, side: readonly CodedActor[], fill: Fill): CodedActor[] {
  if (side.some((each) => each.country !== undefined))
    return side.filter((each) => each.country !== undefined)
  const taken = new Set(fill.others.flatMap(({ country }) => country ?? []))
  const free = scene.marks.filter((mark) => !taken.has(mark.code) && !fill.found.outside.has(mark.last))
  const before = free.findLast(({ last }) => last < fill.found.at)
  const after = free.find(({ first }) => first > fill.found.at)
  const isOpen = side.length === 0 && isPassive(scene, predicateOf(scene, fill.found.at))
  const mark = fill.side === 'after' ? after : isOpen ? (before ?? after) : before
  const own = side[0]
  if (mark !== undefined) return [codedBy(mark, own, 'ACT-NEAREST')]
  if (own === undefined) return []
  const shared = scene.marks.find((each) => taken.has(each.code)) ?? scene.marks[0]
  return [shared === undefined ? own : codedBy(shared, own, 'ACT-SAME-COUNTRY')]
}

function codedBy(mark: ActorMark, own: CodedActor | undefined, rule: string): CodedActor {
  const role = own?.role ?? (rule === 'ACT-NEAREST' ? mark.role : undefined)
  return {
    start: own?.start ?? mark.start,
    end: own?.end ?? mark.end,
    country: mark.code,
    ...(role === undefined ? {} : { role }),
    rules: [rule, mark.rule, ...(own?.rules ?? [])],
  }
}
