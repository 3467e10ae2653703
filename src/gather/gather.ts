import { createReadStream } from 'node:fs'
import type { Issue } from '../model/reason.ts'
import { readDate } from './date.ts'
import { fetchSource } from './fetch/fetch-source.ts'
import { articlesOf } from './format/articles-of.ts'
import { issue } from './issue.ts'
import type { GatherOptions, GatherResult } from './result.ts'
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
  for (const input of inputs) {
    for await (const source of sourcesOf(input, usable)) {
      if (source.ok) yield* guarded(source.source, usable)
      else yield source
    }
  }
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
    else
      yield { ok: true, source: { from: file.path, format: file.format, bytes: createReadStream(file.path) } }
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
  let { published, url } = options
  const read = published === undefined ? undefined : readDate(published)
  if (published !== undefined && read?.code !== undefined) {
    issues.push(['--published', issue(read.code, '--published', `found "${published}"`)])
    if (!read.ok) published = undefined
  }
  if (url !== undefined && !URL.canParse(url)) {
    issues.push(['--url', issue('bad-url', '--url', `found "${url}"`)])
    url = undefined
  }
  if (url !== undefined && inputs.length > 1) {
    issues.push(['--url', issue('url-for-many', '--url', `there are ${inputs.length} inputs`)])
    url = undefined
  }
  return { options: { ...options, published, url }, issues }
}
