import type { Polarity } from '../../model/reading.ts'
import type { Aligned } from './align.ts'

/** How the statements of one claim stand to it. */
export type Standing = {
  readonly polarity: (statement: Aligned) => Polarity
  /** True of words that say the claim as it is affirmed: no denial, and no denial of its contrary. */
  readonly says: (statement: Aligned) => boolean
}

/**
 * How each statement of a claim stands to it. The claim is put as those put it who affirm it, whatever came first: who says "no
 * hospital received that many" denies that one did.
 */
export function standingOf(statements: readonly Aligned[]): Standing {
  const isNegative = isPutNegatively(statements)
  return {
    polarity: ({ statement: { polarity }, matter }) => {
      if (polarity === 'doubted' || matter.negated === isNegative) return polarity
      return polarity === 'denied' ? 'affirmed' : 'denied'
    },
    says: ({ statement, matter }) => statement.polarity === 'affirmed' && matter.negated === isNegative,
  }
}

// "Denied that she would stay away": what is denied by the word is what others affirm. Else what most voices say; but "there was no letter"
// and "he never wrote" answer who says otherwise, however many say so, where anybody does.
function isPutNegatively(statements: readonly Aligned[]): boolean {
  const denied = statements.filter(({ statement }) => statement.polarity === 'denied')
  const said = statements.filter(({ statement }) => statement.polarity === 'affirmed')
  return mostly(denied) ?? mostly(said.filter((one) => !isFlat(one))) ?? mostly(said) ?? false
}

// Whether more voices put it negatively than not; undefined where they are even.
function mostly(statements: readonly Aligned[]): boolean | undefined {
  const voices = (isNegative: boolean) =>
    new Set(
      statements
        .filter(({ matter }) => matter.negated === isNegative)
        .map(({ speaker, outlet }) => speaker ?? outlet),
    ).size
  const [negative, plain] = [voices(true), voices(false)]
  return negative === plain ? undefined : negative > plain
}

function isFlat({ matter: { negated, untrue, forms } }: Aligned): boolean {
  return negated && (untrue || forms.slice(0, 10).some((form) => flatly.test(form)))
}

// "there is no letter", "nobody was hurt", "he never wrote"
const flatly = /^(?:no|never|nobody|none|nothing|nowhere|neither)$/
