import { wordsOf } from '../words/words.ts'
import { type Bounds, boundsOfQuantity, relateBounds, vagueCountAt } from './bounds.ts'
import type { Reported } from './reported.ts'
import { talliesIn } from './tallies.ts'

/** Relates what two reports count of one kind of people, or the first figures of both where they count no one kind. */
export function relateCounts(a: Reported, b: Reported): 'equal' | 'finer' | 'apart' | 'alike' {
  const [one, other] = sameKind(a, b) ?? [firstOf(a), firstOf(b)]
  if (one === undefined || other === undefined) return 'alike'
  const relation = relateBounds(one, other)
  return relation === 'coarser' || relation === 'across' ? 'finer' : relation
}

function sameKind(a: Reported, b: Reported): readonly [Bounds, Bounds] | undefined {
  const theirs = talliesIn(b.text, wordsOf(b.text))
  for (const { kind, bounds } of talliesIn(a.text, wordsOf(a.text))) {
    const other = theirs.find((tally) => tally.kind === kind)
    if (other !== undefined) return [bounds, other.bounds]
  }
  return undefined
}

function firstOf({ matter: { forms, numbers } }: Reported): Bounds | undefined {
  for (const at of forms.keys()) {
    const vague = vagueCountAt(forms, at)
    if (vague !== undefined) return vague.bounds
  }
  return numbers[0] && boundsOfQuantity(numbers[0])
}
