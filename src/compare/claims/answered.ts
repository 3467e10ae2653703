import { denials } from '../disputes/denials.ts'
import { type ClaimMatter, sidesOf } from '../disputes/find-disputes.ts'
import type { Aligned, Alignment } from './align.ts'
import { type Around, isDenial } from './fit.ts'

/** A claim of the first look, with the statements that it was made of. */
type Found = { readonly alignment: Alignment; readonly matter: ClaimMatter }

/** Puts what only denies with what it denies, in report order: "he never received a crown" carries the claim that he took 600,000. */
export function withAnswers(
  found: readonly Found[],
  { weighing, order }: { readonly weighing: Around; readonly order: (statement: Aligned) => number },
): Alignment[] {
  const byId = new Map(found.map((one) => [one.matter.claim.id, one]))
  const answered = new Map<Found, Found>()
  for (const { claims } of denials(sidesOf(found.map(({ matter }) => matter)), weighing)) {
    const [one, answer] = claims.map((id) => byId.get(id))
    if (one === undefined || answer === undefined || one === answer || answered.has(answer)) continue
    if (answered.has(one) || !answer.alignment.statements.every(isDenial)) continue
    answered.set(answer, one)
  }
  const joined = new Map<Found, Found[]>()
  for (const one of found) {
    const claim = answered.get(one) ?? one
    joined.set(claim, [...(joined.get(claim) ?? []), one])
  }
  return [...joined].map(([claim, parts]) => (parts.length === 1 ? claim.alignment : together(parts, order)))
}

function together(parts: readonly Found[], order: (statement: Aligned) => number): Alignment {
  return {
    statements: parts.flatMap(({ alignment }) => alignment.statements).sort((a, b) => order(a) - order(b)),
    rules: [...new Set(['CLM-ANSWER', ...parts.flatMap(({ alignment }) => alignment.rules)])].sort(),
  }
}
