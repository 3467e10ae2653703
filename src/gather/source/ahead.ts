/**
 * Maps what comes from a source, with up to `depth` pieces of work begun before their turn. Results keep the order and
 * come as soon as they are there, also while the source pauses.
 */
export async function* ahead<In, Out>(
  items: AsyncIterable<In>,
  work: (item: In) => Promise<Out>,
  depth: number,
): AsyncGenerator<Out> {
  const iterator = items[Symbol.asyncIterator]()
  const begun: Promise<Out>[] = []
  let next = ask()
  let isOver = false
  try {
    while (!isOver || begun.length > 0) {
      const [first] = begun
      if (first !== undefined && (isOver || begun.length === depth || (await isSooner(first, next)))) {
        begun.shift()
        yield await first
        continue
      }
      const item = await next
      if (item.done) isOver = true
      else {
        begun.push(quiet(work(item.value)))
        next = ask()
      }
    }
  } finally {
    // A source that is still waiting for its next item ends when that comes: nobody waits for it here.
    quiet(Promise.resolve(iterator.return?.()))
  }

  function ask(): Promise<IteratorResult<In>> {
    return quiet(iterator.next())
  }
}

// A failure is raised in its turn, not where nobody waits for it yet.
function quiet<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {})
  return promise
}

async function isSooner(a: Promise<unknown>, b: Promise<unknown>): Promise<boolean> {
  const settled = (promise: Promise<unknown>, which: boolean) =>
    promise.then(
      () => which,
      () => which,
    )
  return Promise.race([settled(b, false), settled(a, true)])
}
