import type { FirstKinds } from './first-kinds.ts'

/** What the network takes a text's words for wherever else they stand. */
export type TextKinds = {
  /** The kind that most others of the word have, how surely and how many there are: "P31"; "0" when there is no other, "-" when it never has a capital. */
  readonly elsewhere: (low: string, own: string | undefined) => string
  /** How often the text has the two words one after the other, up to 2. */
  readonly pair: (first: string, second: string) => number
}

/** Counts the words with a capital of a text's sentences by what the network takes them for; `lows` are the forms in small letters. */
export function textKindsOf(
  sentences: readonly (readonly string[])[],
  lows: readonly (readonly string[])[],
  first: readonly FirstKinds[],
): TextKinds {
  const counts = new Map<string, Map<string, number>>()
  const pairs = new Map<string, number>()
  sentences.forEach((forms, s) => {
    forms.forEach((form, i) => {
      const low = lows[s]?.[i] ?? ''
      if (form === low) return
      const kinds = counts.get(low) ?? new Map<string, number>()
      counts.set(low, count(kinds, first[s]?.kinds[i] ?? 'O'))
      count(pairs, `${low} ${lows[s]?.[i + 1] ?? '$'}`)
    })
  })

  function elsewhere(low: string, own: string | undefined): string {
    const kinds = counts.get(low)
    if (kinds === undefined) return '-'
    let [found, most, sum] = ['', 0, 0]
    for (const kind of 'OPGLM') {
      const times = (kinds.get(kind) ?? 0) - (kind === own ? 1 : 0)
      sum += times
      if (times > most) [found, most] = [kind, times]
    }
    if (sum === 0) return '0'
    const share = most === sum ? 3 : most > sum * 0.6 ? 2 : 1
    return `${found}${share}${sum > 4 ? 3 : sum > 1 ? 2 : 1}`
  }

  return { elsewhere, pair: (one, other) => Math.min(2, pairs.get(`${one} ${other}`) ?? 0) }
}

function count(counts: Map<string, number>, key: string): Map<string, number> {
  return counts.set(key, (counts.get(key) ?? 0) + 1)
}
