import { areContrary } from '../words/contraries.ts'
import { senseOf } from '../words/senses.ts'
import { stem } from '../words/stem.ts'
import type { Matter } from './matter.ts'

/** Whether two statements say contrary things of one subject: "the bridge held", "the bridge collapsed"; "the fire was an accident", "the fire was sabotage". */
export function sayContraries(a: Matter, b: Matter): boolean {
  if (a.negated || b.negated) return false
  const [ours, theirs] = [ownForms(a, b), ownForms(b, a)]
  return ours.some((one) =>
    theirs.some(
      (other) =>
        isSaidOf(one, a) && isSaidOf(other, b) && areContrary(one, other, 'any') && haveOneSubject(a, b),
    ),
  )
}

function ownForms({ forms }: Matter, other: Matter): string[] {
  return forms.filter((form) => !other.forms.includes(form))
}

function isSaidOf(form: string, { predicate }: Matter): boolean {
  return predicate.has(senseOf(stem(form)))
}

// "The old bridge", "The bridge over the Teyle": the words before what is said share one that carries matter.
function haveOneSubject(a: Matter, b: Matter): boolean {
  const [one, other] = [subjectOf(a), subjectOf(b)]
  return one.some((key) => other.includes(key))
}

function subjectOf({ forms, keys, predicate }: Matter): string[] {
  const found = forms.map((form) => senseOf(stem(form)))
  const end = found.findIndex((key) => predicate.has(key))
  return found.slice(0, end < 0 ? 4 : end).filter((key) => keys.has(key))
}
