import { senseOf } from '../words/senses.ts'
import { wordsOf } from '../words/words.ts'

/** Whether a statement brings in an event of its own: "seven died in a bus crash", after the toll of a hotel fire. */
export function hasOwnOccasion(forms: readonly string[], before: ReadonlySet<string>): boolean {
  const occasion = newOccasion.exec(forms.join(' '))?.[1]
  if (occasion === undefined) return false
  const words = wordsOf(occasion).filter((word) => !word.empty)
  return words.length > 0 && words.every((word) => !before.has(senseOf(word.key)))
}

/** "in a bus crash", "when a roof fell", "in another fire" */
const newOccasion = /\b(?:in|by|when|during|after) (?:an?|another) (\S+(?: \S+)?)/u
