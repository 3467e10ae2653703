/** A row of a data table: column name to cell; a missing cell is the empty string. */
export type Row = Readonly<Record<string, string>>

const parsed = new Map<string, readonly Row[]>()
const provided = new Map<string, string>()

/** Rows of `data/NAME.tsv`, read once. Throws when the table is not there. */
export function table(name: string): readonly Row[] {
  const known = parsed.get(name)
  if (known !== undefined) return known
  const rows = parseTable(provided.get(name) ?? readData(`${name}.tsv`))
  parsed.set(name, rows)
  return rows
}

/** Gives the text of a table where there is no file system, as in a browser. */
export function provideTable(name: string, text: string): void {
  provided.set(name, text)
  parsed.delete(name)
}

/** Rows of tab-separated text: `#` lines are comments, the first other line names the columns. */
export function parseTable(text: string): readonly Row[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'))
  const columns = (lines[0] ?? '').split('\t').map((name) => name.trim())
  return lines.slice(1).map((line) => {
    const cells = line.split('\t')
    return Object.fromEntries(columns.map((name, i) => [name, (cells[i] ?? '').trim()]))
  })
}

function readData(file: string): string {
  const fs = globalThis.process?.getBuiltinModule?.('node:fs')
  if (fs === undefined)
    throw new Error(`data/${file} was not provided, and there is no file system to read it from`)
  return fs.readFileSync(new URL(`../../data/${file}`, import.meta.url), 'utf8')
}
