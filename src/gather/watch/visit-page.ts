import type { Issue } from '../../model/reason.ts'
import { entryArticle, entryOptions, notHad } from '../feed/entry-article.ts'
import { fetchBytes } from '../fetch/fetch-bytes.ts'
import { fetchedSource } from '../fetch/fetch-source.ts'
import { pageOf } from '../format/articles-of.ts'
import { issue } from '../issue.ts'
import type { GatherOptions, GatherResult } from '../result.ts'
import { isPassing, mostFailures, pageBackoff, restUntil, retryAfter } from './again.ts'
import type { AwaitedPage } from './agenda.ts'

/** What visiting pages needs beside the network: the clock, and after how long kept pages are looked at again. */
export type VisitMeans = {
  readonly options: GatherOptions
  readonly now: () => number
  /** Milliseconds from each visit to the next; a page with as many visits is not fetched again. */
  readonly revisits: readonly number[]
  /** Titles of feeds by their address: the outlet of pages that name none. */
  readonly outletOf: (feed: string) => string | undefined
}

/**
 * What a visit brought: an article, an issue, or nothing new; and the page's standing, which holds for an article once it
 * is on the record.
 */
export type Visit = {
  readonly page: AwaitedPage
  readonly result?: GatherResult
  /** Until when the host wants to be left alone, in milliseconds. */
  readonly rest?: number
}

/** Fetches a page that a feed names. Where it cannot be had, the feed's full text stands for it. */
export async function visitPage(page: AwaitedPage, means: VisitMeans): Promise<Visit> {
  if (page.entry.url === undefined || page.url.includes('#')) return await fromFeed(page, undefined, means)
  const { etag, lastModified } = page
  const answer = await fetchBytes(page.url, { ...means.options.fetch, etag, lastModified })
  if (!answer.ok && answer.issue.code === 'not-modified' && page.visits > 0)
    return { page: seen(page, means) }
  if (!answer.ok) {
    return isPassing(answer) && page.failures + 1 < mostFailures
      ? later(page, answer, means)
      : await fromFeed(page, answer.issue, means)
  }
  if (answer.isCut && page.failures + 1 < mostFailures) {
    const cut = issue('cut-short', page.url, 'the answer ended before it should have')
    return later(page, { issue: cut, status: undefined, retryAfter: undefined }, means)
  }
  const source = fetchedSource(page.url, answer)
  if (!source.ok) return await fromFeed(page, source.issue, means)
  const outlet = means.outletOf(page.feed)
  for await (const result of pageOf(source.source, entryOptions(page.entry, outlet, means.options))) {
    if (!result.ok) return await fromFeed(page, result.issue, means)
    const { etag: tag, 'last-modified': changed } = answer.headers
    return { page: { ...seen(page, means), etag: tag, lastModified: changed }, result }
  }
  return await fromFeed(page, issue('no-article', page.url, 'there is nothing in it'), means)
}

type Failure = {
  readonly issue: Issue
  readonly status: number | undefined
  readonly retryAfter: string | undefined
}

function later(page: AwaitedPage, failure: Failure, { now }: VisitMeans): Visit {
  const failures = page.failures + 1
  const rest = restUntil(failure, now())
  // Where the whole host is left alone, the other pages come before the one that was refused.
  const earliest = rest === undefined ? retryAfter(failure.retryAfter, now()) : rest + 1
  const moment = Math.max(now() + pageBackoff(failures), earliest ?? 0)
  const next = new Date(moment).toISOString()
  const { message } = failure.issue
  return {
    page: { ...page, failures, next, error: message, etag: undefined, lastModified: undefined },
    result: { ok: false, from: page.url, issue: failure.issue },
    rest,
  }
}

function seen(page: AwaitedPage, { now, revisits }: VisitMeans): AwaitedPage {
  const pause = revisits[page.visits]
  return {
    ...page,
    state: 'kept',
    visits: page.visits + 1,
    failures: 0,
    error: undefined,
    next: pause === undefined ? undefined : new Date(now() + pause).toISOString(),
  }
}

// A page that is on the record and cannot be had any more stays there; that it went is said once.
async function fromFeed(page: AwaitedPage, wrong: Issue | undefined, means: VisitMeans): Promise<Visit> {
  const gone = { ...page, next: undefined, error: wrong?.message }
  if (page.visits > 0 && wrong !== undefined)
    return { page: gone, result: { ok: false, from: page.url, issue: wrong } }
  const known = {
    from: page.url,
    outlet: means.outletOf(page.feed),
    issues: wrong === undefined ? [] : [notHad(page.url, wrong)],
    fetched: new Date(means.now()).toISOString(),
  }
  const result = await entryArticle(page.entry, known, means.options)
  if (result?.ok === true) return { page: { ...gone, state: 'kept', visits: page.visits + 1 }, result }
  const nothing = issue('no-article', page.url, 'the feed carries no full text and no address for it')
  return {
    page: { ...gone, state: 'lost', error: (wrong ?? nothing).message },
    result: { ok: false, from: page.url, issue: wrong ?? nothing },
  }
}
