// Installs what is missing, builds, and runs every check; the last line reads "N passed, N failed".
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium } from './chromium.mjs'
import { install, root } from './install.mjs'

install()
const chromium = findChromium()
let passed = 0
let failed = 0

check('type check', ['node_modules/typescript/bin/tsc', '--noEmit'])
check('lint and format', ['node_modules/@biomejs/biome/bin/biome', 'check', '.'])
check('build', ['scripts/build.mjs'])
runTests()
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)

function check(name, args) {
  const status = runNode(args)
  if (status === 0) passed += 1
  else failed += 1
  console.log(`${status === 0 ? 'ok' : 'FAILED'}: ${name}`)
}

function runTests() {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-test-'))
  const report = join(folder, 'report.json')
  const named = process.argv.slice(2)
  const status = runNode([
    'node_modules/vitest/vitest.mjs',
    'run',
    ...named,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ])
  count(report, status)
  rmSync(folder, { recursive: true, force: true })
}

function count(report, status) {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'))
    passed += numPassedTests
    // A file that cannot be loaded holds no test that could fail, so it counts as one failure itself.
    failed +=
      numFailedTests +
      testResults.filter(
        (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
      ).length
    if (status !== 0 && failed === 0) failed = 1
  } catch (error) {
    console.log(`FAILED: the test run left no report (${error.message})`)
    failed += 1
  }
}

function runNode(args) {
  const env = { ...process.env, ...(chromium === undefined ? {} : { CHROMIUM_PATH: chromium }) }
  return spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env }).status
}
