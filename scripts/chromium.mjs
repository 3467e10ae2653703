// Finds a Chromium for the browser tests: the system's, else Debian's package, else playwright's own.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { root } from './install.mjs'

/** Path of a Chromium, installed when there is none; undefined when it cannot be had, with the reason printed. */
export function findChromium() {
  const known = onSystem()
  if (known !== undefined) return known
  console.error('no Chromium found: installing one for the browser tests …')
  if (process.getuid?.() === 0 && has('apt-get')) {
    quietly('apt-get', ['update', '-qq'])
    quietly('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'])
    const debian = onSystem()
    if (debian !== undefined) return debian
  }
  quietly(process.execPath, [
    `${root}node_modules/playwright-core/cli.js`,
    'install',
    '--with-deps',
    'chromium',
  ])
  return playwrights()
}

function onSystem() {
  const named = process.env.CHROMIUM_PATH
  if (named !== undefined && existsSync(named)) return named
  for (const name of ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']) {
    const found = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' })
    if (found.status === 0) return found.stdout.trim()
  }
  return undefined
}

function playwrights() {
  const script = 'import("playwright-core").then(({ chromium }) => console.log(chromium.executablePath()))'
  const path = spawnSync(process.execPath, ['-e', script], { cwd: root, encoding: 'utf8' }).stdout.trim()
  if (existsSync(path)) return path
  console.error('Chromium could not be installed; set CHROMIUM_PATH to one and run this again')
  return undefined
}

function has(command) {
  return spawnSync('sh', ['-c', `command -v ${command}`]).status === 0
}

function quietly(command, args) {
  const result = spawnSync(command, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  if (result.status !== 0)
    console.error(`${command} ${args.join(' ')}: exit ${result.status ?? result.error?.message}`)
}
