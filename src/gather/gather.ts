import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Issue } from '../model/reason.ts'
import { readDate } from './date.ts'
import { fetchSource } from './fetch/fetch-source.ts'
import { articlesOf } from './format/articles-of.ts'
import { issue } from './issue.ts'
import type { GatherOptions, GatherResult } from './result.ts'
import { ahead } from './source/ahead.ts'
import { failed, filesUnder } from './source/files.ts'
import type { Source } from './source/source.ts'

/**
 * Articles of files, folders, web addresses and standard input (`-`), in the order given. What is wrong with one of them
 * is a result of its own and the rest goes on.
 */
export async function* gather(
  inputs: readonly string[],
  options: GatherOptions = {},
): AsyncIterable<GatherResult> {
  const { options: usable, issues } = checked(inputs, options)
  for (const [from, found] of issues) yield { ok: false, from, issue: found }
  let left = usable.limit ?? Number.POSITIVE_INFINITY
  for (const input of inputs) {
    if (left <= 0) return
    for await (const result of resultsOf(input, usable)) {
      yield result
      if (result.ok) left -= 1
      if (left <= 0) break
    }
  }
}

async function* resultsOf(input: string, options: GatherOptions): AsyncIterable<GatherResult> {
  const begun = ahead(sourcesOf(input, options), (opened) => begin(opened, options), options.atOnce ?? 1)
  for await (const results of begun) yield* results
}

// Of a folder of pages several are read at once; what may hold many articles is read when its turn comes.
async function begin(
  opened: Opened,
  options: GatherOptions,
): Promise<readonly GatherResult[] | AsyncIterable<GatherResult>> {
  if (!opened.ok) return [opened]
  const results = guarded(opened.source, options)
  if (opened.source.format !== 'page') return results
  const all: GatherResult[] = []
  for await (const result of results) all.push(result)
  return all
}

type Opened = { readonly ok: true; readonly source: Source } | (GatherResult & { readonly ok: false })

async function* sourcesOf(input: string, options: GatherOptions): AsyncIterable<Opened> {
  if (input === '-') {
    const bytes = options.stdin ?? process.stdin
    yield { ok: true, source: { from: 'stdin', format: undefined, bytes } }
    return
  }
  if (/^https?:\/\//i.test(input)) {
    yield await fetchSource(input, options.fetch ?? {})
    return
  }
  for await (const file of filesUnder(input)) {
    if (!file.ok) yield file
    else {
      const { path, format, start } = file
      yield { ok: true, source: { from: path, format, start, bytes: fileBytes(path, start ?? 0, options) } }
    }
  }
}

/** The bytes of a file from an offset on, telling how far they have been read. */
async function* fileBytes(
  path: string,
  start: number,
  { advance }: GatherOptions,
): AsyncIterable<Uint8Array> {
  const stream = createReadStream(path, { start, highWaterMark: 256 * 1024 })
  const of = advance === undefined ? 0 : (await stat(path)).size
  let done = start
  for await (const chunk of stream) {
    yield chunk
    done += chunk.length
    advance?.({ path, done, of })
  }
}

/** A stream that fails in the middle is an issue of its source, not the end of the run. */
async function* guarded(source: Source, options: GatherOptions): AsyncIterable<GatherResult> {
  try {
    yield* articlesOf(source, options)
  } catch (error) {
    if (!isSystemError(error)) throw error
    const found = failed(source.from, error)
    if (!found.ok) yield found
  }
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && 'syscall' in error
}

type Checked = { readonly options: GatherOptions; readonly issues: readonly (readonly [string, Issue])[] }

/** The options that can be used, and what is wrong with the others. */
function checked(inputs: readonly string[], options: GatherOptions): Checked {
  const issues: (readonly [string, Issue])[] = []
  let { published, url, since } = options
  const read = published === undefined ? undefined : readDate(published)
  if (published !== undefined && read?.code !== undefined) {
    issues.push(['--published', issue(read.code, '--published', `found "${published}"`)])
    if (!read.ok) published = undefined
  }
  const earliest = since === undefined ? undefined : readDate(since)
  if (since !== undefined && earliest?.code !== undefined) {
    issues.push(['--since', issue(earliest.code, '--since', `found "${since}"`)])
  }
  since = earliest?.ok ? asUtc(earliest.value) : undefined
  if (url !== undefined && !URL.canParse(url)) {
    issues.push(['--url', issue('bad-url', '--url', `found "${url}"`)])
    url = undefined
  }
  if (url !== undefined && inputs.length > 1) {
    issues.push(['--url', issue('url-for-many', '--url', `there are ${inputs.length} inputs`)])
    url = undefined
  }
  return { options: { ...options, published, url, since }, issues }
}

// Archives write their times in UTC.
function asUtc(time: string): string {
  return time.includes('T') ? new Date(time).toISOString() : time
}
