import type { Attribution } from '../../model/reading.ts'
import type { Position } from '../../model/record.ts'
import { hull, quoteOfAll, type Range } from '../../model/span.ts'
import { table } from '../../text/table.ts'
import { isNegated } from '../claims/negated.ts'
import { wordsOf } from '../words/words.ts'

/** The side that an attribution takes on what it holds, with the rule that told it. */
export type Stance = { readonly stance: Position['stance']; readonly rule: string; readonly matter: Range }

/**
 * Which side a source takes: by the cue ("rejected direct talks"), or by a verb of its own in what it says of itself
 * ("we will never accept that"). A negation turns the side; what hangs on a condition is conditional. Undefined where no side is taken.
 */
export function stanceOf(text: string, attribution: Attribution): Stance | undefined {
  const matter = hull(attribution.content)
  if (matter === undefined) return undefined
  const cue = quoteOfAll(text, attribution.cue)
  const taken = sideIn(cue) ?? sideOfSelf(text, { matter, self: selves[attribution.quoteType] })
  const content = text.slice(matter.start, matter.end)
  if (taken === undefined || (taken.stance === 'against' && isAboutFacts(taken, content))) return undefined
  if (attribution.modality === 'conditional' || conditions.test(content)) {
    return { stance: 'conditional', rule: 'POS-CONDITION', matter: taken.rest ?? matter }
  }
  const against = (taken.stance === 'against') !== taken.turned
  const turned = taken.rest === undefined && isNegated(wordsOf(text, matter)) ? !against : against
  return { stance: turned ? 'against' : 'for', rule: taken.rule, matter: taken.rest ?? matter }
}

// "Rejected that it had asked", "dismissed reports of": a denial of what is so. "Has not ruled out": no side is taken.
function isAboutFacts({ turned, verb }: Side, content: string): boolean {
  return (turned && /out$/.test(verb)) || facts.test(content)
}

const facts =
  /^(?:that|(?:all |any |the )?(?:accounts?|accusations?|allegations?|charges?|claims?|reports?|rumou?rs?|suggestions?))\b/i

/** A side that words take. */
export type Side = {
  /** The words that take it. */
  readonly verb: string
  readonly stance: 'for' | 'against'
  readonly rule: string
  readonly turned: boolean
  readonly rest?: Range
}

const conditions = /\b(?:only if|unless|provided that|as long as|on condition that|if and only if)\b/i
const negations = /\b(?:not|never|no longer|nor|neither|cannot|without)\b|n['’]t\b/i

/** Every place among words where a side is taken, in order. */
export function sidesTaken(words: string): (Side & { readonly at: number; readonly end: number })[] {
  return [...words.matchAll(new RegExp(verbs(), 'gi'))].flatMap(({ 0: found, index }) => {
    const side = sideIn(found)
    const turned = negations.test(words.slice(0, index))
    return side === undefined ? [] : [{ ...side, turned, at: index, end: index + found.length }]
  })
}

function sideIn(words: string): Side | undefined {
  const match = verbs().exec(words)
  const verb = match?.[0].toLowerCase().replace(/\s+/g, ' ')
  const row = verb === undefined ? undefined : rows().get(verb)
  if (verb === undefined || row === undefined) return undefined
  return { ...row, verb, turned: negations.test(words.slice(0, match?.index)) }
}

// "We will never accept an embargo": the speaker is the subject, and what follows the verb is the matter.
function sideOfSelf(
  text: string,
  { matter: content, self }: { readonly matter: Range; readonly self: RegExp },
): Side | undefined {
  const said = text.slice(content.start, content.end)
  const subject = self.exec(said)
  if (subject === null) return undefined
  const head = said.slice(subject[0].length).split(/\s+/, 6).join(' ')
  const match = verbs().exec(head)
  const side = sideIn(head)
  if (match === null || side === undefined) return undefined
  const start = content.start + said.indexOf(match[0], subject[0].length) + match[0].length
  return { ...side, rest: { start, end: content.end } }
}

// "She wants it open", in an aide's own words, is not the aide's wish.
const selves = {
  direct: /^[^\p{L}]*(?:we|i|our (?:side|country|government))\b/iu,
  mixed: /^[^\p{L}]*(?:that\s+)?(?:we|i|it|they|he|she|our (?:side|country|government))\b/iu,
  indirect: /^[^\p{L}]*(?:that\s+)?(?:it|they|he|she)\b/iu,
}

let byVerb: ReadonlyMap<string, { readonly stance: 'for' | 'against'; readonly rule: string }> | undefined
let pattern: RegExp | undefined

function rows() {
  if (byVerb !== undefined) return byVerb
  const forms = new Map<string, string[]>()
  for (const { words = '', forms: own = '', kind } of table('cues')) {
    if (kind !== 'noun') forms.set(words, [...(forms.get(words) ?? []), ...(own || words).split('|')])
  }
  byVerb = new Map(
    table('position-cues').flatMap(({ id = '', stance, words = '' }) =>
      words
        .split('|')
        .flatMap((word) => [word, ...(forms.get(word) ?? [])])
        .map((form) => [form, { stance: stance === 'against' ? 'against' : 'for', rule: id }] as const),
    ),
  )
  return byVerb
}

function verbs(): RegExp {
  pattern ??= new RegExp(
    `\\b(?:${[...rows().keys()]
      .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
      .map((form) => form.replace(/\s+/g, '\\s+'))
      .join('|')})\\b`,
    'i',
  )
  return pattern
}
