import { z } from 'zod'

/** The version of frozen windows; another is not thawed, and the record is placed anew. */
export const frozenVersion = 5

const number = z.number()
const move = { rule: z.string(), score: number, because: z.array(z.string()).readonly() }
const settled = z.object({ ...move, earlier: z.array(z.object(move)).readonly().optional() })

const frozenWindow = z.object({
  version: z.literal(frozenVersion),
  latest: z.string(),
  clock: number,
  nextStory: number,
  articles: number,
  stories: z.array(
    z.object({ number, id: z.string(), last: number, members: z.array(number), isOld: z.boolean() }),
  ),
  vocabulary: z.object({
    used: number,
    hashes: z.string(),
    frequency: z.string(),
    free: z.array(number),
    length: number,
  }),
  shelf: z.object({
    first: number,
    next: number,
    capacity: number,
    ids: z.array(z.string()),
    columns: z.array(z.string()),
  }),
  copies: z.array(z.tuple([number, z.array(number)])),
  settled: z.array(z.tuple([number, settled])),
  carried: z.array(z.tuple([number, z.array(z.string()).readonly()])),
  bands: number,
})

/** A window as it is kept; columns of numbers are base64 of their bytes. */
export type Frozen = z.infer<typeof frozenWindow>

/** The frozen window that a value should be; throws where it is none of this version. */
export function expectWindow(value: unknown): Frozen {
  return frozenWindow.parse(value)
}

/** True when a text is a frozen window of this version. */
export function isThisVersion(text: string): boolean {
  return text.startsWith(`{"version":${frozenVersion},`)
}
