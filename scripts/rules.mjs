// Writes docs/rules.md from the tables in data/: every rule in words. Run it after adding a rule; a test compares.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

const root = new URL('..', import.meta.url)

/** The text of docs/rules.md. */
export function rulesDocument() {
  const names = readdirSync(new URL('data/', root)).filter((file) => file.endsWith('.tsv'))
  const tables = names.sort().map((file) => tableOf(file))
  const rules = tables.filter((table) => table.columns.includes('says'))
  const words = tables.filter((table) => !table.columns.includes('says') && table.columns[0] === 'id')
  return [
    '# Rules\n',
    'Every output names the rule that made it by its id. `onrecord explain ID` and the page `/rules` say the same as this list, which',
    '`node scripts/rules.mjs` writes from the tables in `data/`. What the trained models found carries the id of the model instead.\n',
    ...rules.flatMap(section),
    '## Word lists\n',
    'Rows of these may stand beside an output, too; their ids begin as shown.\n',
    '| table | rows | an id |\n| --- | --- | --- |',
    ...words.map(({ file, rows }) => `| \`data/${file}\` | ${rows.length} | \`${rows[0]?.id ?? ''}\` |`),
    '',
  ].join('\n')
}

function section({ file, rows }) {
  const lines = rows.map(({ id, says, example }) => `| \`${id}\` | ${cell(says)} | ${cell(example)} |`)
  return [`## ${file.slice(0, -4)}\n`, '| id | says | example |\n| --- | --- | --- |', ...lines, '']
}

function tableOf(file) {
  const lines = readFileSync(new URL(`data/${file}`, root), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
  const columns = (lines[0] ?? '').split('\t').map((name) => name.trim())
  const rows = lines.slice(1).map((line) => {
    const cells = line.split('\t')
    return Object.fromEntries(columns.map((name, i) => [name, (cells[i] ?? '').trim()]))
  })
  return { file, columns, rows }
}

function cell(text = '') {
  return text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('*', '\\*')
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync(new URL('docs/rules.md', root), rulesDocument())
}
