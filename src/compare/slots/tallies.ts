import type { Range } from '../../model/span.ts'
import { table } from '../../text/table.ts'
import { type Beside, quantitiesOf } from '../claims/quantities.ts'
import type { Word } from '../words/words.ts'
import { type Bounds, boundsOfQuantity, vagueCountAt } from './bounds.ts'

/** A count of people by what became of them: at least nine dead. */
export type Tally = {
  /** What became of them, as `data/compare-counts.tsv` names it. */
  readonly kind: string
  /** Whether such a count only rises as an event goes on, or may fall. */
  readonly course: 'rises' | 'varies'
  /** Who is counted, in one word ("soldiers"); empty where it is anybody. */
  readonly who: string
  readonly bounds: Bounds
  /** The figure with its bound: "at least nine". */
  readonly range: Range
  /** The same, short: "at least 9". */
  readonly words: string
  readonly rule: string
}

/** A figure among words, half-open in indices. */
type Figure = {
  readonly bounds: Bounds
  readonly start: number
  readonly end: number
  readonly words: string
}

/** The totals of people among the words of a clause; a part of them ("two of them", "three more") and an earlier figure ("up from 3") are none. */
export function talliesIn(text: string, words: readonly Word[], beside?: Beside): Tally[] {
  const forms = words.map(({ form }) => form)
  const figures = figuresIn(text, words, beside)
  return figures.flatMap((figure, i): Tally[] => {
    const around = {
      before: forms.slice(figures[i - 1]?.end ?? 0, figure.start),
      after: upToBreak(text, words.slice(figure.end - 1, figures[i + 1]?.start)),
    }
    const kind = kindOf(around)
    const first = words[figure.start]
    const last = words[figure.end - 1]
    if (kind === undefined || first === undefined || last === undefined || isPart(around)) return []
    const who = whoOf(around.after, kind)
    if (who === undefined) return []
    return [
      {
        kind: kind.kind,
        course: kind.course,
        who,
        bounds: figure.bounds,
        range: { start: first.start, end: last.end },
        words: figure.words,
        rule: kind.id,
      },
    ]
  })
}

function figuresIn(text: string, words: readonly Word[], beside?: Beside): Figure[] {
  const forms = words.map(({ form }) => form)
  const exact = quantitiesOf(
    words,
    beside ?? { isTime: () => false, between: (from, to) => text.slice(from, to) },
  ).map((quantity): Figure => {
    const bound = forms.slice(quantity.place.start, quantity.numeral)
    return {
      bounds: boundsOfQuantity(quantity),
      ...quantity.place,
      words: [...bound, quantity.value.toLocaleString('en')].join(' '),
    }
  })
  const vague = forms.flatMap((_, at): Figure[] => {
    const count = vagueCountAt(forms, at)
    if (count === undefined || exact.some(({ start, end }) => start <= at && at <= end)) return []
    return [{ bounds: count.bounds, start: at, end: at + count.words.length, words: count.words.join(' ') }]
  })
  return [...exact, ...vague.filter(({ start }, i) => start >= (vague[i - 1]?.end ?? 0))].sort(
    (a, b) => a.start - b.start,
  )
}

// What a figure counts stands before the next stop or the next clause; the first word is the figure's last.
function upToBreak(text: string, words: readonly Word[]): string[] {
  const end = words.findIndex(
    (word, i) =>
      i > 0 &&
      (clauseStart.test(word.form) || /[,;:.“”"(—–]/.test(text.slice(words[i - 1]?.end, word.start))),
  )
  return words.slice(1, Math.min(mostWords, end < 0 ? words.length : end)).map(({ form }) => form)
}

const mostWords = 10
const clauseStart =
  /^(?:and|but|or|who|whom|which|where|when|after|before|while|as|including|among|than|that|because|if|said|says|saying|told|according)$/

type Around = { readonly before: readonly string[]; readonly after: readonly string[] }

type Kind = {
  readonly id: string
  readonly kind: string
  readonly course: Tally['course']
  readonly after: RegExp | undefined
  readonly before: RegExp | undefined
  readonly toll: RegExp | undefined
}

let kinds: readonly Kind[] | undefined

/** What became of the people that a figure counts: by the verb right before it, by what is said to be counted, or by the first such word after it. */
function kindOf({ before, after }: Around): Kind | undefined {
  kinds ??= table('compare-counts').map((row) => ({
    id: row.id ?? '',
    kind: row.kind ?? '',
    course: row.course === 'varies' ? 'varies' : 'rises',
    after: pattern(row.after, (words) => `(?<=^| )(?:${words})(?= |$)`),
    before: pattern(row.before, (words) => `(?:^| )(?:${words})(?: (?:an|a|the|total|of|in|all))*$`),
    toll: pattern(row.toll, (words) => `(?:^| )(?:${words})(?= (?:\\S+ ){0,10}(?:${tollVerbs})$)`),
  }))
  const left = before.join(' ')
  const right = after.join(' ')
  const led = kinds.find((kind) => kind.before?.test(left)) ?? kinds.find((kind) => kind.toll?.test(left))
  if (led !== undefined) return led
  const found = kinds.flatMap((kind) => {
    const at = kind.after?.exec(right)?.index
    return at === undefined ? [] : [{ kind, at }]
  })
  return found.sort((a, b) => a.at - b.at)[0]?.kind
}

// "rose to", "stands at", "is now"
const tollVerbs =
  'to|at|of|is|was|were|are|now|reached|reaches|passed|passes|topped|tops|hit|hits|exceeds|exceeded|stays|remains|number|numbers'

function pattern(words: string | undefined, whole: (words: string) => string): RegExp | undefined {
  return words === undefined || words === '' ? undefined : new RegExp(whole(words))
}

let parts: { readonly before: RegExp; readonly after: RegExp } | undefined

// "including three soldiers", "two of them", "a further nine", "up from three".
function isPart({ before, after }: Around): boolean {
  parts ??= {
    before: new RegExp(`(?:^| )(?:${patternsOf('before')})$`),
    after: new RegExp(`^(?:${patternsOf('after')})(?: |$)`),
  }
  return parts.before.test(before.join(' ')) || parts.after.test(after.join(' '))
}

/** The patterns of `data/compare-count-words.tsv` of one role, as one. */
export function patternsOf(role: string): string {
  return table('compare-count-words')
    .filter((row) => row.role === role)
    .map((row) => row.pattern ?? '')
    .join('|')
}

// "nine people were killed": anybody; "three soldiers died", "two wounded soldiers": soldiers; "12 years", "40 homes": nobody.
function whoOf(after: readonly string[], kind: Kind): string | undefined {
  const start = kind.after?.test(after[0] ?? '') === true && !ends.test(after[1] ?? 'in') ? 1 : 0
  const words = after.slice(start, start + 4)
  const end = words.findIndex((word) => ends.test(word) || kind.after?.test(word) === true)
  const phrase = end < 0 ? words : words.slice(0, end)
  if (phrase.some((word) => notPeople.test(word))) return undefined
  const head = phrase.at(-1)
  return head === undefined || anybody.test(head) ? '' : head
}

const ends =
  /^(?:is|are|was|were|be|been|being|has|have|had|having|remain|remains|remained|still|now|so|also|not|in|of|from|at|on|by|to|near|for|with|without|last|this|next|early|late|yesterday|today|.+day)$/
const anybody =
  /^(?:people|persons?|men|souls|residents|locals|villagers|inhabitants|victims|lives|bodies|deaths?|fatalities|dead|injured|wounded)$/
const notPeople =
  /^(?:years?|hours?|minutes?|weeks?|months?|times?|kilomet\S+|met(?:re|er)s?|miles?|tonn?es?|percent|per|cent|am|pm|crowns?|dollars?|euros?|pounds?|million|billion|homes?|houses?|buildings?|schools?|villages?|vehicles?|cars?|ships?|planes?|trains?|cattle|cows?|sheep)$/
