import type { CueClass } from '../../model/reading.ts'
import type { Range } from '../../model/span.ts'

/** A source – cue – content relation as found, before anything is worked out about it. No source: the text names none. */
export type Triple = {
  readonly source?: Range
  readonly cue: Range
  readonly content: readonly Range[]
  /** The row of `data/cues.tsv` that the cue rests on, and its class; absent where only the model knows the cue. */
  readonly cueRow?: string
  readonly cueClass?: CueClass
  /** The report that cites the source, where it is another's. */
  readonly citedBy?: Range
  /** Between 0 and 1, for what a trained model found. */
  readonly score?: number
  readonly rules: readonly string[]
}
