import { type Evidence, outletInWords } from '../views/evidence.ts'

/** Where evidence stands, in words: "Harrow Post ¶3". */
export function placeInWords(evidence: Evidence): string {
  return `${outletInWords(evidence.outlet)} ${evidence.place}`
}
