/** What comes from a source in batches of at most `size`; a source that pauses does not hold up what it gave before. */
export async function* inBatches<T>(items: AsyncIterable<T>, size: number): AsyncGenerator<readonly T[]> {
  const iterator = items[Symbol.asyncIterator]()
  let batch: T[] = []
  let next = ask()
  try {
    for (;;) {
      const result = batch.length === 0 ? await next : await Promise.race([next, after(patience)])
      if (result === 'paused') {
        yield batch
        batch = []
        continue
      }
      if (result.done) break
      batch.push(result.value)
      next = ask()
      if (batch.length < size) continue
      yield batch
      batch = []
    }
    if (batch.length > 0) yield batch
  } finally {
    // A source that is still waiting for its next item ends when that comes: nobody waits for it here.
    Promise.resolve(iterator.return?.()).catch(() => {})
  }

  // A failure while a batch is being worked on is raised when the next one is asked for, not before.
  function ask(): Promise<IteratorResult<T>> {
    const asked = iterator.next()
    asked.catch(() => {})
    return asked
  }
}

/**
 * How long a batch waits for the next article: so many ticks, in milliseconds. Where this thread was busy meanwhile, as with
 * reading, only the tick at hand is over: the source has had no time of its own.
 */
const patience = { ticks: 5, tick: 100 }

async function after({ ticks, tick }: typeof patience): Promise<'paused'> {
  for (let i = 0; i < ticks; i++) {
    await new Promise<void>((resolve) => {
      setTimeout(resolve, tick).unref()
    })
  }
  return 'paused'
}
