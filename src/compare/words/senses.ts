import { table } from '../../text/table.ts'
import { stem } from './stem.ts'

let senses: ReadonlyMap<string, string> | undefined

/** The sense that a stem is compared by, where the table has one; else the stem. */
export function senseOf(key: string): string {
  senses ??= new Map(table('compare-senses').map((row) => [stem(row.stem ?? ''), row.sense ?? '']))
  // "inspection" is of who inspects.
  const verb = key.replace(/(?<=..[cp]t)ion$/, '')
  return senses.get(key) ?? senses.get(verb) ?? verb
}
