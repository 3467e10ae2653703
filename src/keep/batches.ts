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

/** How long a batch waits for the next article, in milliseconds. */
const patience = 500

async function after(milliseconds: number): Promise<'paused'> {
  return new Promise((resolve) => {
    setTimeout(() => resolve('paused'), milliseconds).unref()
  })
}
