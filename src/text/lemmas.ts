import { normal } from './reader/form-features.ts'
import { weightTable } from './weight-files.ts'

/** The lemma of a form with its Penn Treebank tag. */
export type LemmaOf = (form: string, xpos: string) => string

type Script = { readonly cut: number; readonly add: string }

const longestEnd = 6

const asItStands = new Set(['ADD', 'NFP', 'SYM', 'HYPH', ':', ',', '.', "''", '``', '-LRB-', '-RRB-'])

/** Lemmas by the rows of `weights/reader/lemmas.tsv`: a row for the word, else for its longest ending; without a row the form itself. */
export function lemmatizer(): LemmaOf {
  const { words, ends } = rows()
  return (form, xpos) => {
    const base = baseOf(form, xpos)
    const word = words.get(`${xpos} ${base}`)
    if (word !== undefined) return changed(base, word)
    for (let size = Math.min(longestEnd, base.length); size >= 0; size--) {
      const end = ends.get(`${xpos} ${base.slice(base.length - size)}`)
      if (end !== undefined) return changed(base, end)
    }
    return base
  }
}

function baseOf(form: string, xpos: string): string {
  if (asItStands.has(xpos)) return form
  const plain = normal(form)
  return xpos === 'NNP' || xpos === 'NNPS' ? plain : plain.toLowerCase()
}

function changed(base: string, { cut, add }: Script): string {
  return cut > base.length ? base : base.slice(0, base.length - cut) + add
}

function rows(): { words: Map<string, Script>; ends: Map<string, Script> } {
  const words = new Map<string, Script>()
  const ends = new Map<string, Script>()
  for (const line of (weightTable('reader/lemmas.tsv') ?? '').split('\n')) {
    const [, kind, xpos, key = '', cut = '', add = ''] = line.split('\t')
    // "=" gives the whole lemma, whatever the form.
    const script = { cut: cut === '=' ? key.length : Number(cut), add }
    if (kind === 'word') words.set(`${xpos} ${key}`, script)
    else if (kind === 'end') ends.set(`${xpos} ${key}`, script)
  }
  return { words, ends }
}
