// npm run --silent predict -- TASK < in.jsonl > out.jsonl: the product's own code on a benchmark's input.
import { root, run } from './install.mjs'

run(process.execPath, [`${root}scripts/build.mjs`], { stdio: ['ignore', 'ignore', 'inherit'] })
run(process.execPath, [`${root}dist/show/cli.js`, 'predict', ...process.argv.slice(2)])
