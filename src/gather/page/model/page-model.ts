import { z } from 'zod'
import { pageFeatureNames } from '../features/page-features.ts'
import { secondLookNames } from '../features/second-look.ts'
import { type Forest, forestOf } from './forest.ts'
import { type Linear, linearOf } from './linear.ts'

/** The model that tells blocks of an article's body from others: cues, a first look, and a second that knows the first. */
export type PageModel = {
  /** What the words of a block and the names of its elements speak for. */
  readonly cues: { readonly words: Linear; readonly names: Linear }
  readonly first: Forest
  readonly second: Forest
  /** Names of the columns of the second look. */
  readonly columns: readonly string[]
}

const forest = z.object({ bias: z.number(), trees: z.array(z.array(z.array(z.number()))) })
const linear = z.object({ bias: z.number(), scale: z.number(), weights: z.string() })
const schema = z.object({
  features: z.array(z.string()),
  second: z.array(z.string()),
  words: linear,
  names: linear,
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
  const columns = [...pageFeatureNames(), ...secondLookNames]
  const trained = [...stored.features, ...stored.second]
  const wrong = columns.findIndex((name, i) => trained[i] !== name)
  if (wrong !== -1 || trained.length !== columns.length) {
    throw new Error(
      `data/page-model.json was trained with other columns (${trained[wrong]} for ${columns[wrong]}): train it again`,
    )
  }
  const cues = { words: linearOf(stored.words), names: linearOf(stored.names) }
  return { cues, first: forestOf(stored.first), second: forestOf(stored.look), columns }
}

function readModel(): string {
  const fs = globalThis.process?.getBuiltinModule?.('node:fs')
  if (fs === undefined) throw new Error('there is no file system to read data/page-model.json from')
  return fs.readFileSync(new URL('../../../../data/page-model.json', import.meta.url), 'utf8')
}
