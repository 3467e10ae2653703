import { table } from '../../text/table.ts'

let forms: ReadonlyMap<string, string> | undefined
const stems = new Map<string, string>()

/** The stem of a lower-case word: irregular forms by table (`met` is `meet`), the rest by suffix (`killed`, `killing`: `kill`). */
export function stem(word: string): string {
  const known = stems.get(word)
  if (known !== undefined) return known
  forms ??= new Map(table('compare-forms').map((row) => [row.form ?? '', row.stem ?? '']))
  const made = withoutSuffix(forms.get(word) ?? word)
  if (stems.size < 200_000) stems.set(word, made)
  return made
}

const suffixes: readonly (readonly [RegExp, string])[] = [
  [/(?:ational|ation|ations)$/, 'ate'],
  [/(?:ments|ment)$/, ''],
  [/(?:ings|ing|edly|ed)$/, ''],
  [/(?:ies|ied)$/, 'y'],
  [/(?:sses)$/, 'ss'],
  [/(?<=[sxz]|ch|sh)es$/, ''],
  [/(?<![su'])s$/, ''],
  [/(?:fully|ously|ively|ly)$/, ''],
]

function withoutSuffix(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word
  for (const [suffix, replacement] of suffixes) {
    const cut = word.replace(suffix, replacement)
    if (cut === word || cut.length < 3 || !/[aeiouy]/.test(cut)) continue
    return cut.replace(/([^aeiouls])\1$/, '$1').replace(/(?<=.{2})e$/, '')
  }
  return word.replace(/(?<=.{3})e$/, '')
}
