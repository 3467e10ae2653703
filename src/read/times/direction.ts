import type { Language, Sentence, Token } from '../../model/language.ts'
import type { Range } from '../../model/span.ts'
import { table } from '../../text/table.ts'

/** Where the clause that governs a time looks, and the rule that says so. */
export type Direction = { readonly direction: 'past' | 'future'; readonly rule: string }

/** Tells the direction of times in one article from tense and from the words that govern them. */
export type DirectionFinder = (time: Range) => Direction | undefined

/** A finder over an article's sentences; sentences are looked up, not searched through. */
export function directionFinder(text: string, language: Language): DirectionFinder {
  const words = directionWords()
  return (time) => {
    const sentence = sentenceAt(language.sentences, time.start)
    if (sentence === undefined) return undefined
    const forms = sentence.tokens.map((token) => text.slice(token.start, token.end).toLowerCase())
    const first = sentence.tokens.findIndex((token) => token.end > time.start)
    const last = sentence.tokens.findLastIndex((token) => token.start < time.end)
    if (first < 0 || last < 0) return undefined
    return directionIn({ text, sentence, forms, words }, first, last)
  }
}

/** The sentence that an offset lies in. */
export function sentenceAt(sentences: readonly Sentence[], at: number): Sentence | undefined {
  let low = 0
  let high = sentences.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const sentence = sentences[middle]
    if (sentence === undefined) return undefined
    if (at < sentence.start) high = middle - 1
    else if (at >= sentence.end) low = middle + 1
    else return sentence
  }
  return undefined
}

type Scene = {
  readonly text: string
  readonly sentence: Sentence
  readonly forms: readonly string[]
  readonly words: ReadonlyMap<string, string>
}

const future = (rule: string): Direction => ({ direction: 'future', rule })
const past = (rule: string): Direction => ({ direction: 'past', rule })

function directionIn(scene: Scene, first: number, last: number): Direction | undefined {
  if (scene.forms[first - 1] === 'since') return past('T-DIR-PAST')
  return lookLeft(scene, first - 1) ?? lookRight(scene, last + 1) ?? lookAround(scene)
}

/** The nearest word before the time, in its clause, that says where the clause looks. */
function lookLeft(scene: Scene, from: number): Direction | undefined {
  const { forms } = scene
  const lead = forms[from]
  if (lead === 'by' || lead === 'until' || lead === 'till') return leadBy(scene, from)
  if (lead === 'for' && forms[from - 1] === 'on') return future('T-DIR-FUTURE')
  if (lead === 'to' && isReset(scene, from)) return future('T-DIR-FUTURE')
  if (lead === 'for' && isListed(scene, from - 1)) return future('T-DIR-FUTURE')
  for (let i = from; i >= 0; i--) {
    const form = forms[i] ?? ''
    // "to testify before the committee on Friday": without a verb of its own, "before" opens no clause.
    if (isEdge(form) && !/^(?:before|after|since)$/.test(form) && i < from) return undefined
    const found = cueAt(scene, i)
    if (found !== undefined) return found
  }
  return undefined
}

// "slipped to Friday", "put off until Friday", "has postponed his visit to the coast until Friday": a day that something was moved to.
function isReset(scene: Scene, from: number): boolean {
  const reach = scene.forms[from] === 'to' ? 4 : 10
  for (let i = from - 1; i >= Math.max(0, from - reach); i--) {
    const form = scene.forms[i] ?? ''
    if (isEdge(form)) return false
    const isNear = from - i <= 4 || !/^(?:off|back|forward)$/.test(form)
    if (isNear && scene.words.get(form) === 'reset') return true
  }
  return false
}

// "listed for Friday", "pencilled in for Friday": a day that is kept for something.
function isListed({ forms }: Scene, at: number): boolean {
  return /^(?:listed|fixed|booked|timetabled|pencilled|slated|earmarked|called)$/.test(
    forms[forms[at] === 'in' ? at - 1 : at] ?? '',
  )
}

// "by Friday", "until Friday": ahead, unless the clause tells of something past.
function leadBy(scene: Scene, from: number): Direction {
  if (isReset(scene, from)) return future('T-DIR-FUTURE')
  for (let i = from - 1; i >= 0; i--) {
    const form = scene.forms[i] ?? ''
    if (isEdge(form)) break
    const cue = cueAt(scene, i)
    if (cue !== undefined)
      return form === 'has' || form === 'have' || cue.direction === 'future' || form === 'given'
        ? future('T-DIR-FUTURE')
        : past('T-DIR-PAST')
  }
  return future('T-DIR-FUTURE')
}

/** The nearest word after the time, in its clause, that says where the clause looks. */
function lookRight(scene: Scene, from: number): Direction | undefined {
  const { forms } = scene
  for (let i = from; i < forms.length; i++) {
    const form = forms[i] ?? ''
    if (isEdge(form) || (form === ',' && i > from + 1)) return undefined
    const found = cueAt(scene, i)
    if (found !== undefined) return found
  }
  return undefined
}

/** When its own clause is silent: back, if the sentence only tells of what is over. */
function lookAround(scene: Scene): Direction | undefined {
  let isBack = false
  for (let i = 0; i < scene.forms.length; i++) {
    const found = cueAt(scene, i)
    if (found?.direction === 'future') return undefined
    if (found?.direction === 'past') isBack = true
  }
  return isBack ? past('T-DIR-PAST') : undefined
}

function isEdge(form: string): boolean {
  return /^(?:[;:—–“”"]|while|although|but|because|whereas|after|before|since|that|which|who|where|when)$/.test(
    form,
  )
}

function cueAt(scene: Scene, i: number): Direction | undefined {
  const { forms, words } = scene
  const form = forms[i] ?? ''
  if (form === 'to') return infinitive(scene, i)
  const said = words.get(form) ?? (isPastTag(scene.sentence.tokens[i]) ? 'past' : undefined)
  if (said === 'modal' && form !== 'will' && forms[i + 1] === 'have') return past('T-DIR-PAST')
  if (said === 'future' || said === 'modal') return future('T-DIR-FUTURE')
  // "112 votes in favour": no timetable.
  if (said === 'present' && isCounted(scene, i)) return undefined
  if (said === 'present') return future('T-DIR-FUTURE')
  if ((said !== 'past' && !looksPast(scene, i)) || isReduced(scene, i)) return undefined
  return pastCue(scene, i)
}

function isCounted({ sentence, forms }: Scene, i: number): boolean {
  const before = sentence.tokens[i - 1]?.xpos ?? ''
  const isNoun = forms[i] === 'vote' && before === 'NN'
  return isNoun || /^(?:CD|DT|PRP\$|POS)$/.test(before) || /^(?:\d+|of|the|a|by)$/.test(forms[i - 1] ?? '')
}

// "talks mediated by the king", "will return the stolen letters": the participle tells nothing of when they are.
function isReduced({ sentence, forms }: Scene, i: number): boolean {
  const [before, token, next] = [sentence.tokens[i - 1], sentence.tokens[i], sentence.tokens[i + 1]]
  if (/^(?:DT|PRP\$|JJ|CD|POS|IN)$/.test(before?.xpos ?? '') && /^(?:NN|JJ)/.test(next?.xpos ?? ''))
    return true
  return token?.xpos === 'VBN' && forms[i + 1] === 'by' && /^NN/.test(before?.xpos ?? '')
}

// "will be held", "to have met": the participle is carried by what stands before it.
function pastCue(scene: Scene, i: number): Direction | undefined {
  const { forms, words } = scene
  for (let j = i - 1; j >= Math.max(0, i - 4); j--) {
    const form = forms[j] ?? ''
    if (
      form === 'be' ||
      form === 'been' ||
      form === 'being' ||
      form === 'not' ||
      form === 'also' ||
      form === 'now' ||
      form === 'have' ||
      form === 'still'
    )
      continue
    if (words.get(form) === 'modal')
      return form !== 'will' && forms[j + 1] === 'have' ? past('T-DIR-PAST') : future('T-DIR-FUTURE')
    if (form === 'to') return infinitive(scene, j)
    break
  }
  return past('T-DIR-PAST')
}

/** "to meet": ahead, unless what governs it is over ("managed to", "failed to", "had hoped to"). */
function infinitive(scene: Scene, i: number): Direction | undefined {
  const { forms, words } = scene
  const next = scene.sentence.tokens[i + 1]
  if (next === undefined || !isBaseVerb(scene, i + 1)) return undefined
  for (let j = i - 1; j >= Math.max(0, i - 6); j--) {
    const form = forms[j] ?? ''
    if (isEdge(form) || form === ',') break
    const said = words.get(form)
    if (said === 'future' || said === 'modal' || said === 'future-to') return future('T-DIR-FUTURE')
    if (said === 'done') return past('T-DIR-PAST')
    // "will be allowed to return on Friday"
    if (said === 'past' || looksPast(scene, j)) return pastCue(scene, j)
  }
  return future('T-DIR-FUTURE')
}

function isBaseVerb(scene: Scene, i: number): boolean {
  const token = scene.sentence.tokens[i]
  if (token?.xpos !== undefined) return token.xpos === 'VB'
  const form = scene.text.slice(token?.start, token?.end)
  return (
    /^[a-z]+$/.test(form) &&
    !/^(?:the|a|an|his|her|its|their|our|my|this|that|these|those|all|more|about|at|each|both|some|talks|war|work)$/.test(
      form,
    )
  )
}

function isPastTag(token: Token | undefined): boolean {
  return token?.xpos === 'VBD'
}

// Without tags: "visited", "launched".
function looksPast(scene: Scene, i: number): boolean {
  const token = scene.sentence.tokens[i]
  if (token?.xpos !== undefined) return token.xpos === 'VBD' || token.xpos === 'VBN'
  const form = scene.text.slice(token?.start, token?.end)
  return (
    /^[a-z]{2,}ed$/.test(form) &&
    !/^(?:united|need|speed|indeed|hundred|exceed|proceed|succeed|breed|seed|feed|bed|red|deed|armed|so-called)$/.test(
      form,
    )
  )
}

let known: ReadonlyMap<string, string> | undefined

function directionWords(): ReadonlyMap<string, string> {
  known ??= new Map(table('time-direction').map((row) => [row.word ?? '', row.direction ?? '']))
  return known
}
