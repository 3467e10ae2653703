import { table } from '../../text/table.ts'
import { stem } from './stem.ts'

let senses: ReadonlyMap<string, string> | undefined

/** The sense that a stem is compared by, where the table has one; else the stem. */
export function senseOf(key: string): string {
  senses ??= new Map(table('compare-senses').map((row) => [stem(row.stem ?? ''), row.sense ?? '']))
  return senses.get(key) ?? key
}
