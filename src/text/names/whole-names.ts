import type { Token } from '../../model/language.ts'
import type { WordName } from './join-names.ts'
import { typeByGazetteer, typeByWord } from './name-words.ts'

/** A sentence's names made whole by the words beside them: the head of an "of", a possessive that possesses nothing, forms of address. */
export function wholeNames(
  text: string,
  tokens: readonly Token[],
  names: readonly WordName[],
): readonly WordName[] {
  const form = (i: number): string => {
    const token = tokens[i]
    return token === undefined ? '' : text.slice(token.start, token.end)
  }
  const taken = new Set(names.flatMap(({ first, last }) => wordsFrom(first, last)))

  /** "Gulf of Mexico": a word of places before "of" and a place begins the place's name. */
  function headOfPlace(name: WordName): WordName {
    const at = name.first - 2
    if (form(at + 1) !== 'of' || taken.has(at) || !placeTypes.has(name.type)) return name
    const type = typeByWord(form(at), 'first')
    return type === 'LOC' ? { ...name, first: at, type } : name
  }

  /** "Dinner at Wendy's": nothing is possessed, so the sign belongs to the name, which is that of a place or a firm. */
  function loosePossessive(name: WordName): WordName {
    const sign = tokens[name.last + 1]
    if (name.type !== 'PER' || !/^['’]s$/i.test(form(name.last + 1)) || sign?.upos === 'AUX') return name
    const label = labelOf(name)
    const after = tokens[name.last + 2]
    if (label !== 'nmod:poss')
      return { ...name, last: name.last + 1, type: label === 'obl' || label === 'nmod' ? 'FAC' : 'ORG' }
    // "Burch's Karate": what is possessed is a proper noun and no name by itself.
    if (after?.upos !== 'PROPN' || taken.has(name.last + 2)) return name
    return { ...name, last: name.last + 2, type: 'ORG' }
  }

  function labelOf({ first, last }: WordName): string {
    const head = wordsFrom(first, last).find((i) => {
      const at = tokens[i]?.head ?? -1
      return at < first || at > last
    })
    return tokens[head ?? last]?.deprel ?? ''
  }

  /** "the CPA": initials with an article that head their phrase are an organisation's. */
  function initials(): WordName[] {
    return tokens.flatMap(({ upos, deprel = '' }, i): WordName[] => {
      if (taken.has(i) || upos !== 'PROPN' || !/^\p{Lu}{3,5}$/u.test(form(i))) return []
      if (form(i - 1).toLowerCase() !== 'the' || /^(?:compound|flat|nmod:poss)/.test(deprel)) return []
      return typeByGazetteer(form(i)) === undefined ? [{ first: i, last: i, type: 'ORG' }] : []
    })
  }

  const isShouted = tokens.length > 1 && !/\p{Ll}/u.test(text.slice(tokens[0]?.start, tokens.at(-1)?.end))
  return [
    ...names
      .filter(({ first, last }) => !wordsFrom(first, last).some((i) => isAddress(form(i))))
      .map((name) => loosePossessive(headOfPlace(withoutAddress(name, form)))),
    ...(isShouted ? [] : initials()),
  ].sort((a, b) => a.first - b.first)
}

const placeTypes = new Set(['GPE', 'LOC', 'FAC'])

function wordsFrom(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
}

function isAddress(form: string): boolean {
  return /^(?:https?:|www\.)|[^@]@/i.test(form)
}

const forms = '(?:Dr|Doctor|Mr|Mrs|Ms|Miss|Sir|Prof|Professor|Aunt|Uncle)'
const offices =
  '(?:Prime|Vice|President|Minister|Premier|Chancellor|Secretary|Ambassador|Envoy|Governor|Mayor|Senator|Spokes(?:man|woman|person)|Chair(?:man|woman)|Director|Commander|Admiral|Colonel|Lieutenant|Sergeant|Commissioner|Prosecutor|Adviser|Sen|Gov|Gen|Col|Lt)'
const address = new RegExp(`^${forms}\\.?$`, 'i')
const addressWithin = new RegExp(`^(?:${forms}|${offices})\\.?$`)

/** "Dr Hank", "Lorvenian Foreign Minister Pavel Orlin", "Kelmaria's Roya Temeshi": office, address and whose a person is are no part of the name. */
function withoutAddress(name: WordName, form: (i: number) => string): WordName {
  if (name.type !== 'PER' || name.first === name.last) return name
  const within = wordsFrom(name.first + 1, name.last - 1).findLast(
    (i) => addressWithin.test(form(i)) || /^['’]s$/i.test(form(i)),
  )
  if (within !== undefined) return { ...name, first: within + 1 }
  return address.test(form(name.first)) ? { ...name, first: name.first + 1 } : name
}
