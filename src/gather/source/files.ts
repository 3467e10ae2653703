import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Issue } from '../../model/reason.ts'
import { issue } from '../issue.ts'

/** A file to read, or what was wrong with a path. */
export type Found =
  | { readonly ok: true; readonly path: string; readonly format: Format; readonly start?: number }
  | { readonly ok: false; readonly from: string; readonly issue: Issue }

/** How the bytes of a file are to be read. */
export type Format = 'text' | 'markdown' | 'page' | 'jsonl' | 'warc' | 'feed'

/**
 * Files under a path in name order. A folder's hidden files, its README and LICENSE and the records in it are passed over.
 * "a.warc.gz@4096" is an archive from the record on that begins at that byte.
 */
export async function* filesUnder(path: string): AsyncIterable<Found> {
  let isEmpty = true
  for await (const file of found(path)) {
    isEmpty = false
    yield file
  }
  if (isEmpty)
    yield { ok: false, from: path, issue: issue('empty-text', path, 'there is no file to read in it') }
}

async function* found(path: string): AsyncIterable<Found> {
  const info = await stat(path).catch((error: NodeJS.ErrnoException) => error)
  const record = /^(.+\.warc(?:\.gz)?)@(\d{1,15})$/i.exec(path)
  if (info instanceof Error && record?.[1] !== undefined) {
    for await (const file of found(record[1])) yield file.ok ? { ...file, start: Number(record[2]) } : file
    return
  }
  if (info instanceof Error) return yield failed(path, info)
  if (!info.isDirectory()) return yield formatted(path)
  const entries = await readdir(path, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => error)
  if (entries instanceof Error) return yield failed(path, entries)
  const names = entries.map((entry) => entry.name).sort()
  for (const name of names) {
    if (passedOver.test(name)) continue
    yield* found(join(path, name))
  }
}

const passedOver = /^\.|^(?:readme|license)\b|\.expected\.\w+$|\.db(?:-(?:wal|shm|journal))?$/i

/** What went wrong with a path, from the error that the system gave. */
export function failed(path: string, error: NodeJS.ErrnoException): Found {
  if (error.code === 'ENOENT') {
    return { ok: false, from: path, issue: issue('missing-file', path, 'there is no such file or folder') }
  }
  return { ok: false, from: path, issue: issue('unreadable-file', path, `it cannot be read (${error.code})`) }
}

const formats: readonly (readonly [RegExp, Format])[] = [
  [/\.(?:txt|text)$/i, 'text'],
  [/\.(?:md|markdown)$/i, 'markdown'],
  [/\.(?:html?|xhtml)$/i, 'page'],
  [/\.(?:jsonl|ndjson|json)$/i, 'jsonl'],
  [/\.warc(?:\.gz)?$/i, 'warc'],
  [/\.(?:rss|atom|xml)$/i, 'feed'],
]

function formatted(path: string): Found {
  const known = formats.find(([pattern]) => pattern.test(path))
  if (known !== undefined) return { ok: true, path, format: known[1] }
  const extension = /\.[^./\\]+$/.exec(path)?.[0]
  const found =
    extension === undefined
      ? 'its name has no extension'
      : `its extension ${extension} is not one that is read`
  return { ok: false, from: path, issue: issue('unknown-extension', path, found) }
}
