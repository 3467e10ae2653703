import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { agendaContract } from '../agenda.contract.ts'
import { openStore } from '../open-store.ts'
import { storeContract } from '../store.contract.ts'

// A server of our own on a socket in a folder, so that no other is needed or touched; DATABASE_URL_TEST names one instead.
const binaries = binariesFolder()
const given = process.env.DATABASE_URL_TEST
const isPossible = given !== undefined || binaries !== undefined
if (!isPossible) console.log('skipped: no PostgreSQL server is installed, and DATABASE_URL_TEST names none')

describe.skipIf(!isPossible)('PostgreSQL', () => {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-postgres-'))
  beforeAll(() => {
    if (given === undefined) start(folder)
  })
  afterAll(() => {
    if (given === undefined) asServer('pg_ctl', ['-D', join(folder, 'data'), '-m', 'immediate', 'stop'])
    rmSync(folder, { recursive: true, force: true })
  })

  const address = (database: string) =>
    given?.replace(/\/[^/]*$/, `/${database}`) ?? `postgres://postgres@localhost/${database}?host=${folder}`
  let made = 0
  const fresh = async () => {
    const name = `record_${process.pid}_${made++}`
    await administer(address('postgres'), `create database ${name}`)
    return {
      open: () => openStore(address(name)),
      remove: () => administer(address('postgres'), `drop database ${name} with (force)`),
    }
  }

  storeContract(fresh)
  agendaContract(fresh)

  test('a record of a newer version is refused', async () => {
    const record = await fresh()
    await (await record.open()).close()
    const name = `record_${process.pid}_${made - 1}`
    await administer(address(name), 'update schema_version set version = 99')
    await expect(record.open()).rejects.toMatchObject({ code: 'newer-record' })
    await record.remove()
  })

  test('a database that is not there is named, without its password', async () => {
    const opened = openStore(address('nowhere').replace('//postgres@', '//postgres:secret@'))
    await expect(opened).rejects.toMatchObject({ code: 'unreachable' })
    await expect(opened).rejects.toThrow(/^(?!.*secret).*nowhere.*; see that the server runs/)
  })
})

function start(folder: string): void {
  if (process.getuid?.() === 0) {
    const [uid, gid] = serverUser()
    chownSync(folder, uid, gid)
  }
  chmodSync(folder, 0o755)
  const data = join(folder, 'data')
  asServer('initdb', ['-D', data, '-U', 'postgres', '--auth=trust', '--no-sync', '-E', 'UTF8', '--locale=C'])
  const options = `-c listen_addresses='' -c unix_socket_directories='${folder}' -c fsync=off`
  asServer('pg_ctl', ['-D', data, '-w', '-l', join(folder, 'log'), '-o', options, 'start'])
}

// The server refuses to run as root.
function asServer(command: string, args: readonly string[]): void {
  const [uid, gid] = process.getuid?.() === 0 ? serverUser() : []
  execFileSync(join(binaries ?? '', command), args, {
    uid,
    gid,
    cwd: tmpdir(),
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

function serverUser(): [number, number] {
  const id = (flag: string) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout.trim())
  return [id('-u'), id('-g')]
}

function binariesFolder(): string | undefined {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).filter((name) => Number(name) >= 15) : []
  const folders = versions.sort((a, b) => Number(b) - Number(a)).map((name) => join(debian, name, 'bin'))
  return folders.find((path) => existsSync(join(path, 'initdb')))
}

async function administer(address: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: address })
  await client.connect()
  await client.query(statement)
  await client.end()
}
