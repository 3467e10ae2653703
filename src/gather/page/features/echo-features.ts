import type { PageScan } from '../page-scan.ts'

/** What a page states about its article outside its visible text: where a block echoes it, it belongs. */
export type Echoes = {
  readonly titles: readonly string[]
  readonly descriptions: readonly string[]
  readonly body: string | undefined
  readonly authors: readonly string[]
}

/** Names of the values of {@link echoFeatures}, in order. */
export const echoFeatureNames: readonly string[] = [
  'echoes the title',
  'echoes the description',
  'echoes the stated body',
  'a body is stated',
  'names an author',
]

/** How much of each block repeats the stated title, description and body: shares between 0 and 1. */
export function echoFeatures(scan: PageScan, echoes: Echoes): readonly (readonly number[])[] {
  const titles = echoes.titles.map((title) => new Set(wordsOf(title)))
  const descriptions = echoes.descriptions
    .map((text) => new Set(wordsOf(text)))
    .filter((words) => words.size >= 5)
  const body =
    echoes.body === undefined || echoes.body.length < 200 ? undefined : shinglesOf(wordsOf(echoes.body))
  const authors = echoes.authors.map((name) => name.toLowerCase()).filter((name) => name.length > 4)
  // A block that is much longer than any of these echoes none of them.
  const longest = Math.max(0, ...[...titles, ...descriptions].map((words) => words.size))
  return scan.blocks.map((block) => {
    const isLong = block.text.length > 60 * (3 * longest + 6)
    const words = isLong && body === undefined ? [] : wordsOf(block.text)
    const own = new Set(words)
    const lower = block.text.length < 400 ? block.text.toLowerCase() : ''
    return [
      Math.max(0, ...titles.map((title) => likeness(words.length, own, title))),
      Math.max(0, ...descriptions.map((description) => likeness(words.length, own, description))),
      body === undefined ? -1 : shareIn(words, body),
      body === undefined ? 0 : 1,
      authors.some((name) => lower.includes(name)) ? 1 : 0,
    ]
  })
}

const isPlain = /^[ -~\n‐-‧]*$/

function wordsOf(text: string): readonly string[] {
  const lower = text.toLowerCase()
  return lower.match(isPlain.test(lower) ? /[a-z0-9]+/g : /[\p{L}\p{N}]+/gu) ?? []
}

/** Words in common over the words of the longer one, counted as sets. */
function likeness(length: number, own: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (length === 0 || b.size === 0 || length > 3 * b.size + 5 || b.size > 3 * length + 5) return 0
  let common = 0
  for (const word of own) if (b.has(word)) common += 1
  return common / Math.max(b.size, own.size)
}

function shinglesOf(words: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>()
  for (let i = 0; i + 2 < words.length; i++) found.add(`${words[i]} ${words[i + 1]} ${words[i + 2]}`)
  return found
}

function shareIn(words: readonly string[], shingles: ReadonlySet<string>): number {
  if (words.length < 3) return 0.5
  let found = 0
  for (let i = 0; i + 2 < words.length; i++) {
    if (shingles.has(`${words[i]} ${words[i + 1]} ${words[i + 2]}`)) found += 1
  }
  return found / (words.length - 2)
}
