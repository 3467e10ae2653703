import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Libsql from 'libsql'
import { describe, expect, test } from 'vitest'
import { agendaContract } from '../agenda.contract.ts'
import { openStore } from '../open-store.ts'
import { storeContract } from '../store.contract.ts'
import { kept } from '../store-samples.contract.ts'

const folder = () => mkdtempSync(join(tmpdir(), 'onrecord-store-'))

describe('SQLite', () => {
  const fresh = async () => {
    const place = folder()
    return {
      open: () => openStore(join(place, 'record.db')),
      remove: async () => rmSync(place, { recursive: true }),
    }
  }
  storeContract(fresh)
  agendaContract(fresh)
})

test('a record of a newer version is refused and left alone', async () => {
  const path = join(folder(), 'newer.db')
  await (await openStore(path)).close()
  const raw = new Libsql(path)
  raw.exec('pragma user_version = 99')
  raw.close()
  const before = readFileSync(path)
  await expect(openStore(path)).rejects.toMatchObject({ code: 'newer-record' })
  await expect(openStore(path)).rejects.toThrow(/newer\.db: has schema version 99, .* update onrecord/)
  expect(readFileSync(path).equals(before)).toBe(true)
})

test('a file that is no database, and a database of another program, are refused and left alone', async () => {
  const place = folder()
  const text = join(place, 'notes.db')
  writeFileSync(text, 'These are notes and no database. '.repeat(40))
  await expect(openStore(text)).rejects.toMatchObject({ code: 'not-a-record' })
  expect(readFileSync(text, 'utf8')).toMatch(/^These are notes/)
  const foreign = join(place, 'foreign.db')
  const raw = new Libsql(foreign)
  raw.exec('create table recipes (name text)')
  raw.close()
  await expect(openStore(foreign)).rejects.toThrow(/database of another program; name another file with --db/)
})

test('a record that is not there is made, or not, as asked; a folder never is', async () => {
  const path = join(folder(), 'record.db')
  await expect(openStore(path, { make: 'never' })).rejects.toMatchObject({ code: 'no-record' })
  await (await openStore(path)).close()
  await (await openStore(path, { make: 'never' })).close()
  await expect(openStore(join(path, '..', 'no', 'record.db'))).rejects.toMatchObject({ code: 'no-folder' })
})

test('many connections may open a new file at once', async () => {
  const path = join(folder(), 'record.db')
  const stores = await Promise.all(Array.from({ length: 8 }, () => openStore(path)))
  for (const store of stores) await store.close()
})

test('a closed record is one file that holds everything: the log of writes beside it is empty or gone', async () => {
  const path = join(folder(), 'record.db')
  const store = await openStore(path)
  const one = kept('The harbour is shut.')
  await store.keep([one])
  await store.close()
  expect(existsSync(`${path}-wal`) ? statSync(`${path}-wal`).size : 0).toBe(0)
  const copy = join(folder(), 'copy.db')
  writeFileSync(copy, readFileSync(path))
  const copied = await openStore(copy, { make: 'never' })
  expect(await copied.article(one.article.id)).toEqual(one)
  await copied.close()
})

test('closing while another connection reads neither fails nor loses anything', async () => {
  const path = join(folder(), 'record.db')
  const [store, other] = [await openStore(path), await openStore(path)]
  await store.keep([kept('One.')])
  const log = other.log()[Symbol.asyncIterator]()
  await log.next()
  await store.close()
  expect(await other.counts()).toMatchObject({ articles: 1 })
  await log.return?.()
  await other.close()
})

test('a record of an earlier version is brought up to this one, with what it holds', async () => {
  const path = join(folder(), 'earlier.db')
  const one = kept('The harbour is shut.')
  const store = await openStore(path)
  await store.keep([one])
  await store.close()
  const raw = new Libsql(path)
  raw.exec('drop table feed; drop table awaited_page; pragma user_version = 1')
  raw.close()
  const opened = await openStore(path)
  expect(await opened.article(one.article.id)).toEqual(one)
  expect(await opened.search('harbour')).toHaveLength(1)
  expect(await opened.agenda.feeds()).toEqual([])
  await opened.close()
})
