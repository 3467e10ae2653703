/** What can be wrong with a record's database; `docs/storage.md` says what to do about each. */
export type StoreProblemCode =
  | 'no-record'
  | 'not-a-record'
  | 'newer-record'
  | 'no-folder'
  | 'read-only'
  | 'full-disk'
  | 'locked'
  | 'watched'
  | 'damaged'
  | 'unreachable'
  | 'failed'

/** Why a record cannot be opened, read or written: the message names the file, what was found and what to do. */
export class StoreProblem extends Error {
  readonly code: StoreProblemCode

  constructor(code: StoreProblemCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'StoreProblem'
    this.code = code
  }
}
