// One command from a fresh clone to a record in the browser: installs, builds, reads the sample corpus, serves it.
import { existsSync } from 'node:fs'
import { root, run } from './install.mjs'

run(process.execPath, [`${root}scripts/build.mjs`])
const cli = `${root}dist/show/cli.js`
const db = process.env.ONRECORD_DB ?? `${root}sample.db`
if (!existsSync(db)) run(process.execPath, [cli, 'add', `${root}corpus/articles`, '--db', db])
run(process.execPath, [cli, 'serve', '--db', db, ...process.argv.slice(2)])
