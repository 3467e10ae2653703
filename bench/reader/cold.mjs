// node bench/reader/cold.mjs: wall clock of fresh processes, from their start to the first sentence read, beside a process that does nothing.
// `npm run build` first, or run `npm run bench`. Runs alternate, so that a busy machine slows both alike; the median of 9 counts.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const dist = process.env.BENCH_DIST ?? join(root, 'dist')
const runs = 9

const reading = `const begun = performance.now()
const { readLanguage } = await import(${JSON.stringify(pathToFileURL(join(dist, 'text/language.js')).href)})
const text = 'The mayor left Harrow on Friday.'
const { sentences, model } = readLanguage(text, [{ start: 0, end: text.length, kind: 'prose', rule: '' }])
const { user, system } = process.cpuUsage()
console.log(JSON.stringify({ model, words: sentences[0].tokens.length, own: performance.now() - begun, cpu: (user + system) / 1000 }))`

const bare = []
const read = []
run(reading) // The first run of all reads files from the disk.
for (let i = 0; i < runs; i++) {
  bare.push(run('0'))
  read.push(run(reading))
}
console.log(`cold start to the first sentence, milliseconds (median of ${runs}, least in brackets)`)
row('a process that does nothing: start to end, wall clock', bare, 'wall')
row('onrecord: start of the process to its end, wall clock', read, 'wall')
row('onrecord: import to first sentence, wall clock', read, 'own')
row('onrecord: processor time of the whole process', read, 'cpu')

function run(code) {
  const before = performance.now()
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
    encoding: 'utf8',
  })
  const wall = performance.now() - before
  if (status !== 0) throw new Error(stderr)
  if (stdout === '') return { wall }
  const said = JSON.parse(stdout)
  if (said.words !== 7 || said.model === 'rules') throw new Error(`the sentence was not read: ${stdout}`)
  return { wall, ...said }
}

function row(name, measured, key) {
  const sorted = measured.map((one) => one[key]).sort((a, b) => a - b)
  const middle = sorted[(sorted.length - 1) / 2]
  console.log(`  ${name.padEnd(56)} ${Math.round(middle)}  (${Math.round(sorted[0])})`)
}
