import { createReadStream } from 'node:fs'
import type { Issue } from '../../model/reason.ts'
import { fetchBytes } from '../fetch/fetch-bytes.ts'
import type { FetchOptions } from '../fetch/options.ts'
import { issue } from '../issue.ts'
import { charsetIn, decode } from '../source/decode.ts'
import { failed } from '../source/files.ts'
import { mostBytes, takeAll } from '../source/take.ts'
import { type PageArticle, pageArticle } from './page-article.ts'

/** A page opened and read, or why it could not be. */
export type OpenedPage =
  | { readonly ok: true; readonly page: PageArticle }
  | { readonly ok: false; readonly issue: Issue }

/** Reads the page in a file or at a web address. */
export async function openPage(place: string, options: FetchOptions = {}): Promise<OpenedPage> {
  const isAddress = /^https?:\/\//i.test(place)
  const got: Got = isAddress ? await fetchBytes(place, options) : await fileBytes(place)
  if (!got.ok) return got
  const decoded = decode(got.bytes, place, got.charset ?? charsetIn(got.bytes))
  if (!decoded.ok) return decoded
  return { ok: true, page: pageArticle(decoded.text, got.url) }
}

type Got =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly url?: string; readonly charset?: string }
  | { readonly ok: false; readonly issue: Issue }

async function fileBytes(path: string): Promise<Got> {
  try {
    const { bytes, tooLarge } = await takeAll(createReadStream(path), mostBytes)
    if (!tooLarge) return { ok: true, bytes }
    return { ok: false, issue: issue('too-large', path, `it has more than ${mostBytes >> 20} MB`) }
  } catch (error) {
    const found = error instanceof Error ? failed(path, error) : undefined
    if (found === undefined || found.ok) throw error
    return { ok: false, issue: found.issue }
  }
}
