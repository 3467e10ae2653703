import { table } from '../../text/table.ts'
import { lettersOf } from './sounds.ts'

/** A person's name taken apart. */
export type NameParts = {
  /** Words in lower case without marks; small words that say nothing left out ("al-"). */
  readonly given?: string
  readonly middle: readonly string[]
  /** "sisi" of "al-Sisi", "binsalman" of "bin Salman", "rompuy" of "van Rompuy". */
  readonly family: string
  /** "jr", "ii": another person than the one without. */
  readonly suffix?: string
  /** True where the first word is a family name that stands first: "Xi Jinping". */
  readonly familyFirst: boolean
  /** The whole name in lower case. */
  readonly lower: string
  /** Its letters without marks and gaps: "Kim Jong-un" and "Kim Jong Un" are one. */
  readonly letters: string
}

const suffix = /^(?:jr|sr|ii|iii|iv)\.?$/i

// A name is held against every other of its story.
const known = new WeakMap<readonly string[], NameParts>()

/** Takes the words of a name apart. */
export function partsOf(words: readonly string[]): NameParts {
  const parts = known.get(words) ?? takenApart(words)
  known.set(words, parts)
  return parts
}

function takenApart(words: readonly string[]): NameParts {
  const last = words.at(-1) ?? ''
  const hasSuffix = words.length > 1 && suffix.test(last)
  const units = unitsOf((hasSuffix ? words.slice(0, -1) : words).flatMap(spreadWord))
  const [first, ...rest] = units
  return {
    ...(rest.length === 0 || first === undefined ? {} : { given: first }),
    middle: rest.slice(0, -1),
    family: rest.at(-1) ?? first ?? '',
    ...(hasSuffix ? { suffix: last.replace('.', '').toLowerCase() } : {}),
    familyFirst: rest.length > 0 && isFamilyFirst(first ?? ''),
    lower: words.join(' ').toLowerCase(),
    letters: lettersOf(words.join('')),
  }
}

type Piece = { readonly word: string; readonly kind?: string }

// "al-Sisi" is "al" and "Sisi", "Ben-Gvir" is "Ben" and "Gvir"; "Jean-Claude" stays one word.
function spreadWord(word: string, i: number): Piece[] {
  const [head = '', ...tail] = word.split(/[-‑–]/u)
  const kind = particleOf(head)
  if (tail.length > 0 && kind !== undefined) return [{ word: head, kind }, { word: tail.join('-') }]
  const own = particleOf(word)
  // "Al Gore" and "Ben Wallace" have a given name; "El Baradei" and "Bin Salman" have none.
  return own === undefined || (i === 0 && givenToo.test(word)) ? [{ word }] : [{ word, kind: own }]
}

const givenToo = /^(?:Al|Ben|Van|Del|Abu|Bar)$/

// Small words join what they stand before ("binsalman") or fall out; the last word is never one.
function unitsOf(pieces: readonly Piece[]): string[] {
  const units: string[] = []
  let kin = ''
  pieces.forEach(({ word, kind }, i) => {
    if (kind === undefined || i === pieces.length - 1) {
      units.push(`${kin}${lettersOf(word)}`)
      kin = ''
    } else if (kind === 'kin') kin += lettersOf(word)
  })
  return units
}

let particles: ReadonlyMap<string, string> | undefined

function particleOf(word: string): string | undefined {
  particles ??= new Map(table('compare-particles').map((row) => [row.word ?? '', row.kind ?? '']))
  return particles.get(word.toLowerCase())
}

let familiesFirst: ReadonlySet<string> | undefined

function isFamilyFirst(word: string): boolean {
  familiesFirst ??= new Set(table('compare-family-first').map((row) => row.name ?? ''))
  return familiesFirst.has(word)
}
