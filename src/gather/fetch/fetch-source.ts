import type { Issue } from '../../model/reason.ts'
import { issue } from '../issue.ts'
import type { Source } from '../source/source.ts'
import type { FetchOptions } from './options.ts'

/** A source opened over the network, or why it could not be. */
export type Fetched =
  | { readonly ok: true; readonly source: Source }
  | { readonly ok: false; readonly from: string; readonly issue: Issue }

/** Opens a web address. Its body is not read before it is asked for. */
export async function fetchSource(url: string, options: FetchOptions): Promise<Fetched> {
  void options
  return { ok: false, from: url, issue: issue('unreachable', url, 'fetching is not there yet') }
}
