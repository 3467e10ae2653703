/** The stems of the words that say what a passage is about: four letters and more, none that stand in any report. */
export function contentOf(text: string): ReadonlySet<string> {
  const words = text
    .split(/[^\p{L}-]+/u)
    .filter((word) => /^\p{L}{4,}/u.test(word) && !empty.has(word.toLowerCase()))
  return new Set(words.map((word) => stem(word.toLowerCase())))
}

function stem(word: string): string {
  return word.replace(/(?:'s|ies|es|s|ing|ed)$/, '').slice(0, 7)
}

const empty: ReadonlySet<string> = new Set(
  'will would shall have been with that this from they them their there then than into until after before about over when where which while also said says told take taken takes place held hold last next week month year days hours time first second again more most other some only still than were what who monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december minister president'.split(
    ' ',
  ),
)
