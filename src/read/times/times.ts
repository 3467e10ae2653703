import type { TimeExpression } from '../../model/reading.ts'
import type { ReadContext } from '../context.ts'

/** Time expressions of an article in text order, resolved against its publication where it has one. */
export function findTimes(_context: ReadContext): TimeExpression[] {
  return []
}
