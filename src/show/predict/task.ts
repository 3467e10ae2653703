/** A task of the contract: takes records in order and answers each, or all at the end. */
export type Task = {
  readonly take: (record: unknown) => Iterable<unknown>
  readonly end: () => Iterable<unknown>
}

/** A task whose answer to a record depends on that record alone. */
export function eachRecord(answer: (record: unknown) => unknown): Task {
  return { take: (record) => [answer(record)], end: () => [] }
}

/** A task whose answers depend on all records together. */
export function allRecords(answer: (records: readonly unknown[]) => Iterable<unknown>): Task {
  const records: unknown[] = []
  return {
    take(record) {
      records.push(record)
      return []
    },
    end: () => answer(records),
  }
}
