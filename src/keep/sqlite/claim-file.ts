import { rmSync } from 'node:fs'
import Libsql from 'libsql'
import { StoreProblem } from '../problem.ts'
import { sqliteProblem } from './sqlite-problem.ts'

/**
 * Claims the watch of a record in a file by a lock on the file `….watch` beside it, which the system gives back when the
 * process ends in whatever way; rejects with the `StoreProblem` `watched` where another process holds it.
 */
export async function claimFile(path: string): Promise<() => Promise<void>> {
  if (path === ':memory:') return async () => {}
  const place = `${path}.watch`
  let file: Libsql.Database | undefined
  try {
    file = new Libsql(place)
    file.exec('pragma journal_mode = memory')
    file.exec('begin exclusive')
  } catch (error) {
    file?.close()
    const problem = sqliteProblem(place, error)
    if (problem.code !== 'locked') throw problem
    const found = 'another onrecord watch runs on this record'
    throw new StoreProblem('watched', `${path}: ${found}; stop that one, or name another file with --db`)
  }
  const held = file
  return async () => {
    rmSync(place, { force: true })
    held.exec('rollback')
    held.close()
  }
}
