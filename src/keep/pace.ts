/** Decides when work that is cheaper done together is done: not in the first minute, and then at most a fifth of the time goes into it. */
export type Pace = {
  /** True when the share of the work is small enough to do it again. */
  readonly isDue: () => boolean
  /** Does the work and remembers what it took. */
  readonly take: (work: () => Promise<void>) => Promise<void>
}

/** What comes within so many milliseconds is worked on together. */
const together = 60_000

/** A pace over a clock that counts milliseconds. It says when something happens, never what comes of it. */
export function openPace(now: () => number = () => performance.now()): Pace {
  let ended = now()
  let rest = together
  return {
    isDue: () => now() - ended >= rest,
    async take(work) {
      const started = now()
      await work()
      ended = now()
      rest = 4 * (ended - started)
    },
  }
}
