// Compiles src/ to dist/ and copies what the pages need; skips the work when dist/ is newer than every source.
import {
  chmodSync,
  cpSync,
  existsSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { install, root, run } from './install.mjs'

install()
if (isStale()) build()

// Types are the business of `npm run check`; a build only needs the sources to parse.
function build() {
  console.error('building …')
  const fresh = `${root}dist.${process.pid}`
  const tsc = `${root}node_modules/typescript/bin/tsc`
  run(process.execPath, [tsc, '-p', 'tsconfig.build.json', '--noCheck', '--outDir', fresh])
  for (const name of assets()) cpSync(`${root}src/${name}`, `${fresh}/${name}`)
  if (existsSync(`${fresh}/show/cli.js`)) chmodSync(`${fresh}/show/cli.js`, 0o755)
  writeFileSync(`${fresh}/.built`, '')
  rmSync(`${root}dist`, { recursive: true, force: true })
  renameSync(fresh, `${root}dist`)
}

function isStale() {
  if (!existsSync(`${root}dist/.built`)) return true
  const built = statSync(`${root}dist/.built`).mtimeMs
  const inputs = [
    'package.json',
    'tsconfig.json',
    'tsconfig.build.json',
    ...sources().map((name) => `src/${name}`),
  ]
  return inputs.some((name) => statSync(root + name).mtimeMs > built)
}

function sources() {
  return readdirSync(`${root}src`, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.\w+$/.test(name),
  )
}

// Style sheets, page scripts, compiled kernels: everything in src/ that the compiler leaves alone.
function assets() {
  return sources().filter((name) => !/\.(?:ts|tsx|md)$/.test(name))
}
