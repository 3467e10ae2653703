import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'onrecord-packed-'))

beforeAll(() => {
  npm(root, ['pack', '--pack-destination', folder])
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? ''
  writeFileSync(join(folder, 'package.json'), '{"private":true}')
  npm(folder, ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', `./${tarball}`])
}, 300_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('the packed tool reads its own sample corpus in an empty folder', () => {
  const corpus = join('node_modules', 'onrecord', 'corpus', 'articles')
  onrecord(['add', corpus])
  const stories = JSON.parse(`[${onrecord(['stories', '--json']).trim().split('\n').join(',')}]`)
  expect(stories.length).toBeGreaterThan(0)
  expect(stories[0].articles).toBeGreaterThan(5)
})

test('the packed library can be imported', () => {
  const script =
    "import('onrecord').then(({ read, articleFromText }) => console.log(read(articleFromText({ text: '\"The road is shut,\" the mayor said.' })).attributions.length))"
  expect(run(process.execPath, ['-e', script]).trim()).toBe('1')
})

test('the package brings no tests, training code or sources of the build', () => {
  const files = readdirSync(join(folder, 'node_modules', 'onrecord'), { recursive: true, encoding: 'utf8' })
  expect(files.filter((name) => /\.test\.|^(?:src|training|test|bench|scripts)\b/.test(name))).toEqual([])
})

function onrecord(args: string[]): string {
  return run('npx', ['--no-install', 'onrecord', ...args])
}

function npm(cwd: string, args: string[]): void {
  execFileSync('npm', [...args, '--loglevel=error'], { cwd, stdio: ['ignore', 'ignore', 'inherit'] })
}

function run(command: string, args: string[]): string {
  return execFileSync(command, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
}
