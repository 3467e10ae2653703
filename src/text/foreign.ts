import { table } from './table.ts'

/** The language of a passage that is not English: a BCP 47 tag, "und" where only its letters tell; undefined for English and for too few words. */
export function foreignLanguage(passage: string): string | undefined {
  const sample = passage.slice(0, longestSample)
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0
  if (letters >= 4 && latin < letters / 2) return 'und'
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? []
  if (words.length < fewestWords) return undefined
  const [best, english] = counted(words)
  const isForeign = best.hits >= words.length * leastShare && best.hits > 2 * english
  return isForeign ? best.language : undefined
}

const longestSample = 3000
const fewestWords = 6

// In running text a third of the words and more are small words; names in an English sentence never come near.
const leastShare = 0.2

let languages: readonly { readonly language: string; readonly words: ReadonlySet<string> }[] | undefined

function counted(words: readonly string[]): [{ language: string; hits: number }, number] {
  languages ??= table('language-words').map(({ language = '', words: list = '' }) => ({
    language,
    words: new Set(list.split(' ')),
  }))
  let best = { language: '', hits: 0 }
  let english = 0
  for (const { language, words: known } of languages) {
    const hits = words.filter((word) => known.has(word)).length
    if (language === 'en') english = hits
    else if (hits > best.hits) best = { language, hits }
  }
  return [best, english]
}
