import { StoreProblem, type StoreProblemCode } from '../problem.ts'

type Known = readonly [pattern: RegExp, code: StoreProblemCode, found: string, remedy: string]

// Tried in order against "CODE message": SQLite's codes where the driver passes them on, its words where it does not.
const known: readonly Known[] = [
  [
    /SQLITE_NOTADB|file is not a database/,
    'not-a-record',
    'is not an On Record database',
    'name another file with --db',
  ],
  [
    /SQLITE_CORRUPT|malformed/,
    'damaged',
    'is damaged',
    'restore it from a copy, or rescue it with sqlite3 FILE .recover',
  ],
  [
    /SQLITE_READONLY|readonly database/,
    'read-only',
    'cannot be written',
    'make the file and its folder writable (SQLite keeps -wal and -shm files beside it), or name another file with --db',
  ],
  [
    /SQLITE_FULL|disk is full/,
    'full-disk',
    'cannot grow: the disk is full',
    'make room and run this again; what was acknowledged is kept',
  ],
  [
    /SQLITE_IOERR/,
    'full-disk',
    'could not be read or written by the system',
    'see that the disk has room and is well; what was acknowledged is kept',
  ],
  [
    /SQLITE_BUSY|SQLITE_LOCKED|database is locked/,
    'locked',
    'is locked by another program',
    'wait for it or stop it, and run this again',
  ],
  [
    /SQLITE_CANTOPEN|Unable to open|unable to open/,
    'no-folder',
    'cannot be opened',
    'see that its folder exists and may be written, or name another file with --db',
  ],
]

/** An error of the driver as a problem that names the file, what was found and what to do. */
export function sqliteProblem(path: string, error: unknown): StoreProblem {
  if (error instanceof StoreProblem) return error
  const message = error instanceof Error ? error.message : String(error)
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const match = known.find(([pattern]) => pattern.test(`${code} ${message}`))
  if (match === undefined) return new StoreProblem('failed', `${path}: ${message}`, { cause: error })
  const [, problem, found, remedy] = match
  return new StoreProblem(problem, `${path}: ${found}; ${remedy}`, { cause: error })
}
