import { z } from 'zod'

const numbers = z.array(z.number())

const frozenWindow = z.object({
  version: z.literal(1),
  latest: z.string(),
  clock: z.number(),
  nextStory: z.number(),
  articles: z.number(),
  nextSketch: z.number(),
  stories: z.array(
    z.object({
      number: z.number(),
      id: z.string(),
      first: z.number(),
      last: z.number(),
      articles: z.number(),
      terms: numbers,
      weights: numbers,
      names: numbers,
      nameWeights: numbers,
      title: numbers,
    }),
  ),
  postings: z.array(z.tuple([z.number(), numbers])),
  days: z.array(
    z.object({
      day: z.number(),
      articles: z.number(),
      frequency: z.array(z.tuple([z.number(), z.number()])),
    }),
  ),
  sketches: z.array(z.object({ number: z.number(), story: z.number(), at: z.number(), sketch: numbers })),
  bands: z.object({ slots: z.array(z.tuple([z.number(), z.number()])), length: z.number() }),
})

/** A window as it is written down. */
export type Frozen = z.infer<typeof frozenWindow>

/** The window in parsed JSON; throws, naming what is amiss, when it is none of this version. */
export function expectWindow(value: unknown): Frozen {
  return frozenWindow.parse(value)
}
