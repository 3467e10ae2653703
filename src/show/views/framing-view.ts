import type { Framing } from '../../model/record.ts'
import { claimHref, type Evidence, evidenceOf, evidencesOf, type StoryContext } from './evidence.ts'
import { plainText } from './wording.ts'

/** Places that a view of a wording shows; the record has them all. */
const shownPlaces = 5

/** How outlets word a thing, with the places. */
export type FramingView = {
  /** One outlet, or for a silence all that are silent. */
  readonly outlets: readonly string[]
  readonly kind: Framing['kind']
  readonly what: string
  /** What is so worded, or whose words are so introduced. */
  readonly about?: string
  /** For a silence: the claim that is left out. */
  readonly href?: string
  readonly count: number
  readonly of: number
  readonly interval?: Framing['interval']
  readonly others?: Framing['others']
  readonly words?: Framing['words']
  readonly rules: readonly string[]
  readonly evidence: readonly Evidence[]
}

/** The framing of a story: each outlet's words first, then what is left out by whom. */
export function framingViews(context: StoryContext): FramingView[] {
  const worded = context.story.framing.filter((framing) => framing.kind !== 'silence')
  return [
    ...worded.map((framing) => ({
      outlets: [plainText(framing.outlet)],
      kind: framing.kind,
      what: plainText(framing.what),
      ...(framing.about === undefined ? {} : { about: plainText(framing.about) }),
      count: framing.count,
      of: framing.of,
      ...(framing.interval === undefined ? {} : { interval: framing.interval }),
      ...(framing.others === undefined ? {} : { others: framing.others }),
      ...(framing.words === undefined ? {} : { words: framing.words }),
      rules: framing.rules,
      evidence: evidencesOf(context, framing.spans.slice(0, shownPlaces)),
    })),
    ...silences(context),
  ]
}

// One line for each claim that is left out; the record names the claim by its id.
function silences(context: StoryContext): FramingView[] {
  const byClaim = new Map<string, Framing[]>()
  for (const framing of context.story.framing) {
    if (framing.kind === 'silence') byClaim.set(framing.what, [...(byClaim.get(framing.what) ?? []), framing])
  }
  return [...byClaim].flatMap(([id, silent]): FramingView[] => {
    const claim = context.story.claims.find((each) => each.id === id)
    const gist = claim && evidenceOf(context, claim.gist)
    if (gist === undefined) return []
    return [
      {
        outlets: silent.map((framing) => plainText(framing.outlet)),
        kind: 'silence',
        what: gist.quote,
        href: claimHref(context.story.id, id),
        count: 0,
        of: Math.max(...silent.map((framing) => framing.of)),
        rules: silent[0]?.rules ?? [],
        evidence: [],
      },
    ]
  })
}

/** What an outlet does with a wording, in words: "calls Kessara, those who rule: “regime”". */
export function framingWords({ kind, what, about }: FramingView): string {
  if (kind === 'label') return `${about}: “${what}”`
  if (kind === 'scare-quotes') return `between marks: ${what}`
  if (kind === 'cue') return `brings in ${about?.replace(/^The /u, 'the ')} ${what}`
  if (kind === 'voice') return `voice: ${what}`
  return kind === 'own-reporting' ? 'statements that enter the record through it' : `leaves out: ${what}`
}

/** The counts behind a wording: "4 of 5 (38–96 %), others 1 of 12". */
export function framingCounts({ kind, count, of, interval, others, words }: FramingView): string {
  if (kind === 'silence') return `${of} certain origins`
  const range = interval === undefined ? '' : ` (${percent(interval.low)}–${percent(interval.high)} %)`
  const share = `${count} of ${of}${kind === 'voice' ? ' attributions' : ''}${range}`
  const spoken = words === undefined ? '' : `, ${words.count} of ${words.of} words`
  return `${share}${spoken}${others === undefined ? '' : `; others ${others.count} of ${others.of}`}`
}

function percent(share: number): number {
  return Math.round(share * 100)
}
