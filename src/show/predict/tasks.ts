import type { ReadOptions } from '../../read/read.ts'
import { allRecords, eachRecord, type Task } from './task.ts'

/** The tasks of the contract by name; each loads its code when it is opened and has no memory of another. */
export const tasks: Readonly<Record<string, (reading?: ReadOptions) => Promise<Task>>> = {
  attribution: async (reading) => {
    const { attribution } = await import('./attribution.ts')
    return eachRecord((given) => attribution(given, reading))
  },
  copies: async () => allRecords((await import('./copies.ts')).copies),
  coref: async () => allRecords((await import('./coref.ts')).coref),
  dates: async () => eachRecord((await import('./dates.ts')).dates),
  events: async () => eachRecord((await import('./events.ts')).events),
  extract: async () => eachRecord((await import('./extract.ts')).extract),
  names: async () => eachRecord((await import('./names.ts')).names),
  parse: async () => eachRecord((await import('./parse.ts')).parse),
  record: async (reading) => {
    const { record } = await import('./record.ts')
    return eachRecord((given) => record(given, reading))
  },
  slots: async (reading) => {
    const { slots } = await import('./slots.ts')
    return eachRecord((given) => slots(given, reading))
  },
  stories: async () => allRecords((await import('./stories.ts')).stories),
  time: async () => eachRecord((await import('./time.ts')).time),
}
