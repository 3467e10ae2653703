import { z } from 'zod'
import { pageFeatureNames } from '../features/page-features.ts'
import { secondLookNames } from '../features/second-look.ts'
import { type Forest, forestOf } from './forest.ts'

/** The model that tells blocks of an article's body from others: a first look, and a second that knows the first. */
export type PageModel = { readonly first: Forest; readonly second: Forest; readonly names: readonly string[] }

const forest = z.object({ bias: z.number(), trees: z.array(z.array(z.array(z.number()))) })
const schema = z.object({
  features: z.array(z.string()),
  second: z.array(z.string()),
  first: forest,
  look: forest,
})

let loaded: PageModel | undefined

/** The model of `data/page-model.json`, read once. Throws where its columns are not those that the code measures. */
export function pageModel(): PageModel {
  loaded ??= parsed(JSON.parse(readModel()))
  return loaded
}

function parsed(json: unknown): PageModel {
  const stored = schema.parse(json)
  const names = [...pageFeatureNames(), ...secondLookNames]
  const trained = [...stored.features, ...stored.second]
  const wrong = names.findIndex((name, i) => trained[i] !== name)
  if (wrong !== -1 || trained.length !== names.length) {
    throw new Error(
      `data/page-model.json was trained with other columns (${trained[wrong]} for ${names[wrong]}): train it again`,
    )
  }
  return { first: forestOf(stored.first), second: forestOf(stored.look), names }
}

function readModel(): string {
  const fs = globalThis.process?.getBuiltinModule?.('node:fs')
  if (fs === undefined) throw new Error('there is no file system to read data/page-model.json from')
  return fs.readFileSync(new URL('../../../../data/page-model.json', import.meta.url), 'utf8')
}
