// npm run bench [-- ARTICLES]: speed and memory beside baselines, and how cost grows with size; 10,000 articles unless told.
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { root, run } from './install.mjs'

run(process.execPath, [`${root}scripts/build.mjs`], { stdio: ['ignore', 'ignore', 'inherit'] })
const articles = process.argv[2] ?? '10000'
const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'))
console.log(`Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores\n`)

section('From a file to the record')
run(process.execPath, [`${root}bench/speed.mjs`, articles, folder])
section('Pages')
run(process.execPath, [`${root}bench/pages.mjs`, join(folder, 'record.db')])
for (const [title, file] of [
  ['The reader', 'bench/reader/speed.mjs'],
  ['The reader from a cold start', 'bench/reader/cold.mjs'],
  ['Attribution', 'bench/attribution/score.mjs'],
  ['Events', 'bench/events/speed.mjs'],
  ['Times', 'bench/times/score.mjs'],
  ['Plans', 'bench/plans/score.mjs'],
  ['Duplicates and stories', 'bench/compare/place.mjs'],
  ['One story that grows', 'bench/story.mjs'],
  ['A story of thousands of articles', 'bench/compare/big-story.mjs'],
  ['What attribution costs beside the reader', 'bench/attribution/cost.mjs'],
  ['Gathering', 'bench/gather.mjs'],
  ['Feeds', 'bench/feeds/score.mjs'],
]) {
  if (!existsSync(root + file)) continue
  section(title)
  run(process.execPath, [root + file])
}
rmSync(folder, { recursive: true, force: true })

function section(title) {
  console.log(`\n## ${title}`)
}
