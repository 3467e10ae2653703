import { setTimeout } from 'node:timers/promises'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import type Database from 'libsql'
import { sqliteProblem } from './sqlite-problem.ts'

/** Kysely over one libsql connection: write transactions take the lock at once, errors name the file. */
export function libsqlDialect(path: string, database: Database.Database): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new LibsqlDriver(new LibsqlConnection(path, database)),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  }
}

/** How long to wait for another program's transaction, and how often to look, in milliseconds. */
const patience = 10_000
const pause = 5

class LibsqlDriver implements Driver {
  readonly #connection: LibsqlConnection
  #last: Promise<void> = Promise.resolve()
  #release: () => void = () => {}

  constructor(connection: LibsqlConnection) {
    this.#connection = connection
  }

  async init(): Promise<void> {}

  // One connection serves everybody in turn: a transaction is never mixed with another caller's queries.
  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#last
    let release = () => {}
    this.#last = new Promise((resolve) => {
      release = resolve
    })
    await before
    this.#release = release
    return this.#connection
  }

  async releaseConnection(): Promise<void> {
    this.#release()
  }

  // "immediate": a transaction that reads first and writes later would fail when another process writes in between.
  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'))
  }

  // A full disk has already rolled back by itself.
  async rollbackTransaction(): Promise<void> {
    this.#connection.rollback()
  }

  async destroy(): Promise<void> {
    this.#connection.close()
  }
}

class LibsqlConnection implements DatabaseConnection {
  readonly #path: string
  readonly #database: Database.Database
  readonly #statements = new Map<string, ReturnType<Database.Database['prepare']>>()

  constructor(path: string, database: Database.Database) {
    this.#path = path
    this.#database = database
  }

  // The driver's own waiting for a lock would stop the whole process, and with it whoever holds the lock here.
  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    for (let waited = 0; ; waited += pause) {
      try {
        return this.#execute(query)
      } catch (error) {
        const problem = sqliteProblem(this.#path, error)
        if (problem.code !== 'locked' || this.#database.inTransaction || waited >= patience) throw problem
        await setTimeout(pause)
      }
    }
  }

  #execute<R>(query: CompiledQuery): QueryResult<R> {
    const statement = this.#prepare(query.sql)
    if (statement.reader) return { rows: statement.all(query.parameters) as R[] }
    const { changes } = statement.run(query.parameters)
    return { rows: [], numAffectedRows: BigInt(changes) }
  }

  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    yield await this.executeQuery<R>(query)
  }

  rollback(): void {
    if (this.#database.inTransaction) this.#database.exec('rollback')
  }

  close(): void {
    this.#statements.clear()
    this.#database.close()
  }

  // Preparing costs more than most of these queries do. Statements differ by the number of rows in a list; keep a few.
  #prepare(sql: string): ReturnType<Database.Database['prepare']> {
    const known = this.#statements.get(sql)
    if (known !== undefined) return known
    const statement = this.#database.prepare(sql)
    if (this.#statements.size >= 100) this.#statements.clear()
    this.#statements.set(sql, statement)
    return statement
  }
}
