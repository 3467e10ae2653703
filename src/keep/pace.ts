/** Decides when work that is cheaper done together is done: at most a fifth of the time goes into it. */
export type Pace = {
  /** True when the share of the work is small enough to do it again; at once where it never was. */
  readonly isDue: () => boolean
  /** Does the work and remembers what it took. */
  readonly take: (work: () => Promise<void>) => Promise<void>
}

/** A pace over a clock that counts milliseconds. It says when something happens, never what comes of it. */
export function openPace(now: () => number = () => performance.now()): Pace {
  let ended = Number.NEGATIVE_INFINITY
  let took = 0
  return {
    isDue: () => now() - ended >= 4 * took,
    async take(work) {
      const started = now()
      await work()
      ended = now()
      took = ended - started
    },
  }
}
