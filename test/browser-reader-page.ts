import { readLanguage } from '../src/text/language.ts'
import { paragraphsOf } from '../src/text/paragraphs.ts'
import { provideTable } from '../src/text/table.ts'
import { provideWeights } from '../src/text/weight-files.ts'

/** What a page that reads on its own needs: names of tables and of weights, both to be fetched, and texts. */
export type PageInput = {
  readonly tables: readonly string[]
  readonly weights: readonly string[]
  readonly texts: readonly string[]
}

/** Reads the texts as a browser would, from what it fetched alone; each answer is JSON. */
export async function readInPage({ tables, weights, texts }: PageInput): Promise<string[]> {
  for (const name of tables) provideTable(name, await (await fetch(`/data/${name}.tsv`)).text())
  for (const name of weights) {
    provideWeights(name, new Uint8Array(await (await fetch(`/weights/${name}`)).arrayBuffer()))
  }
  return texts.map((text) => JSON.stringify(readLanguage(text, paragraphsOf(text))))
}

Object.assign(globalThis, { readInPage })
