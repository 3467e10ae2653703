import { setTimeout as pause } from 'node:timers/promises'
import type { FetchOptions } from '../fetch/options.ts'
import { openRobots } from '../fetch/robots.ts'
import type { GatherOptions, GatherResult } from '../result.ts'
import type { Agenda, AwaitedPage, Feed } from './agenda.ts'
import { openHosts } from './hosts.ts'
import { type KeptPoll, keepPoll, pollFeed } from './poll-feed.ts'
import { visitPage } from './visit-page.ts'

/** How to watch. Times are milliseconds. */
export type WatchOptions = GatherOptions & {
  /** How often a feed is asked. */
  readonly every?: number
  /** Requests at once, overall and on one host. */
  readonly atOnce?: number
  readonly perHost?: number
  /** Pause between two requests to a host, where its robots.txt asks for none or a shorter one. */
  readonly pause?: number
  /** When kept pages are looked at again for changes. */
  readonly revisits?: readonly number[]
  /** Ends when nothing more is to be done now; every feed that is not failing, or was asked just before, is asked once. */
  readonly until?: 'idle' | 'stopped'
  readonly signal?: AbortSignal
  /** Called after each answer of a feed, with how many of its entries are new or have changed. */
  readonly polled?: (polled: KeptPoll) => void
  readonly now?: () => number
}

/** A running watch: what it finds, and where it is told what became of that. */
export type Watch = {
  readonly results: AsyncGenerator<GatherResult>
  /** Says that what was found at these addresses is on the record; resolves once the agenda holds that it need not be fetched again. */
  readonly settle: (from: readonly string[]) => Promise<void>
  /** Ends the watch; resolves once everything that was settled is kept on the agenda. */
  readonly close: () => Promise<void>
}

const hour = 60 * 60_000

/** How often a feed is asked unless told otherwise, in milliseconds. */
export const usualPause: number = hour / 4

/** Asks the feeds of an agenda and fetches the pages that they name, as fast as hosts and the reader of the results allow. */
export function openWatch(agenda: Agenda, options: WatchOptions = {}): Watch {
  const over = new AbortController()
  const settings = settingsOf(options, over.signal)
  const { now, signal } = settings
  const robots = openRobots(settings.fetch, now)
  const hosts = openHosts(options.perHost ?? 1, now)
  const visiting = new Set<string>()
  const found = new Map<string, AwaitedPage>()
  const polling = new Set<string>()
  const flying = new Set<Promise<void>>()
  const ready: GatherResult[] = []
  const writes = new Set<Promise<void>>()
  const trouble: unknown[] = []
  let feeds = new Map<string, Feed>()
  let loaded = 0

  return {
    results: run(),
    settle: (from) => save(from.flatMap((url) => found.get(url) ?? [])),
    async close() {
      over.abort()
      await Promise.allSettled([...flying, ...writes])
      raise()
    },
  }

  async function* run(): AsyncGenerator<GatherResult> {
    await reload()
    if (options.until === 'idle') askAllOnce()
    try {
      while (!signal.aborted) {
        await Promise.allSettled(writes)
        raise()
        if (now() - loaded > settings.look) await reload()
        const wake = await launch()
        if (ready.length === 0) {
          const isIdle = flying.size === 0 && !wake.isHeldUp
          if (isIdle && (options.until === 'idle' || feeds.size === 0)) return
          await next(wake.at)
        }
        yield* ready.splice(0)
      }
    } finally {
      await Promise.allSettled(flying)
    }
  }

  /** What the agenda refused to keep, as on a full disk, ends the watch. */
  function raise(): void {
    if (trouble.length > 0) throw trouble[0]
  }

  async function reload(): Promise<void> {
    const before = feeds
    loaded = now()
    feeds = new Map((await agenda.feeds()).map((feed) => [feed.url, feed]))
    // What is asked at once in a run that ends by itself is so by its own decision, not the agenda's.
    for (const [url, feed] of feeds) feeds.set(url, { ...feed, next: earlier(feed, before.get(url)) })
  }

  function askAllOnce(): void {
    const moment = new Date(now()).toISOString()
    for (const [url, feed] of feeds) {
      if (feed.failures > 0 || feed.state === 'gone' || isJustAsked(feed, now())) continue
      feeds.set(url, { ...feed, next: moment })
    }
  }

  /** Starts what may start now, and answers what is left: held up by its host only, or due at some moment. */
  async function launch(): Promise<Wake> {
    const wake: { isHeldUp: boolean; at?: number } = { isHeldUp: false }
    const dueAt = (moment: number) => {
      wake.at = Math.min(moment, wake.at ?? moment)
    }
    for (const feed of feeds.values()) {
      if (feed.state === 'gone' || polling.has(feed.url)) continue
      const { host } = new URL(feed.url)
      if (Date.parse(feed.next) > now()) dueAt(Date.parse(feed.next))
      else if (!launched(host, feed.url, () => poll(feed))) wake.isHeldUp = true
    }
    while ((await launchPages(dueAt)) && flying.size < settings.atOnce) {}
    // The pages of hosts that are not to be asked now were not among those.
    const waiting = await agenda.pages({ limit: visiting.size + 1, except: [] })
    const held = waiting.find(({ url }) => !visiting.has(url))
    if (held !== undefined && Date.parse(held.next ?? '') <= now()) wake.isHeldUp = true
    const free = wake.isHeldUp ? hosts.nextFree() : undefined
    if (free !== undefined) dueAt(free)
    return wake
  }

  /** Starts due pages of hosts that may be asked; true where any was started, since others may stand behind those. */
  async function launchPages(dueAt: (moment: number) => void): Promise<boolean> {
    let hasStarted = false
    const limit = settings.atOnce + visiting.size
    for (const page of await agenda.pages({ limit, except: hosts.busy() })) {
      if (visiting.has(page.url)) continue
      const due = Date.parse(page.next ?? '')
      if (due > now()) dueAt(due)
      else if (launched(page.host, page.url, () => visit(page))) {
        visiting.add(page.url)
        hasStarted = true
      }
    }
    return hasStarted
  }

  function launched(host: string, url: string, work: () => Promise<void>): boolean {
    if (flying.size >= settings.atOnce || !hosts.mayEnter(host)) return false
    start(host, url, work)
    return true
  }

  function start(host: string, url: string, work: () => Promise<void>): void {
    hosts.enter(host)
    const flight = work()
      .catch((error: unknown) => {
        trouble.push(error)
      })
      .finally(() => {
        hosts.leave(host, Math.max(settings.pause, robots.pauseOf(url) ?? 0))
        flying.delete(flight)
      })
    flying.add(flight)
  }

  async function poll(feed: Feed): Promise<void> {
    polling.add(feed.url)
    try {
      const polled = await pollFeed(feed, { fetch: settings.fetch, now, every: settings.every })
      if (signal.aborted) return
      await rest(feed.url, polled.rest)
      // A feed that was removed meanwhile stays so.
      if (!(await agenda.feeds()).some(({ url }) => url === feed.url)) {
        feeds.delete(feed.url)
        return
      }
      const kept = await keepPoll(agenda, polled)
      feeds.delete(feed.url)
      feeds.set(kept.feed.url, kept.feed)
      options.polled?.(kept)
    } finally {
      polling.delete(feed.url)
    }
  }

  async function visit(page: AwaitedPage): Promise<void> {
    const {
      page: after,
      result,
      rest: until,
    } = await visitPage(page, {
      options: { ...options, fetch: { ...settings.fetch, admit: robots.admit } },
      now,
      revisits: settings.revisits,
      outletOf: (feed) => feeds.get(feed)?.title,
    })
    if (signal.aborted) return
    await rest(page.url, until)
    if (result?.ok === true) found.set(page.url, after)
    else void save([after])
    if (result !== undefined) ready.push(result)
  }

  async function rest(url: string, until: number | undefined): Promise<void> {
    if (until !== undefined) await agenda.restHost(new URL(url).host, new Date(until).toISOString())
  }

  async function save(pages: readonly AwaitedPage[]): Promise<void> {
    if (pages.length === 0) return
    for (const { url } of pages) found.delete(url)
    const write = agenda
      .savePages(pages)
      .catch((error: unknown) => {
        trouble.push(error)
      })
      .finally(() => {
        writes.delete(write)
        for (const { url } of pages) visiting.delete(url)
      })
    writes.add(write)
    await write
  }

  /** Waits until something ends, or until `at`, but never so long that feeds added meanwhile wait for long. */
  async function next(at: number | undefined): Promise<void> {
    const wait = Math.min(Math.max(0, (at ?? now() + settings.look) - now()), settings.look)
    const woken = new AbortController()
    const stop = AbortSignal.any([woken.signal, signal])
    const timer = pause(wait, undefined, { signal: stop }).catch(() => undefined)
    await Promise.race([timer, ...flying])
    woken.abort()
  }
}

/** What is left to start: whether anything is due that only its host holds up, and when the next thing may start. */
type Wake = { readonly isHeldUp: boolean; readonly at?: number }

function earlier(feed: Feed, before: Feed | undefined): string {
  return before !== undefined && before.checked === feed.checked && before.next < feed.next
    ? before.next
    : feed.next
}

// A feed is asked as it is added: a watch that then begins need not ask it again at once.
function isJustAsked({ checked }: Feed, now: number): boolean {
  return checked !== undefined && now - Date.parse(checked) < 60_000
}

function settingsOf(options: WatchOptions, over: AbortSignal) {
  const signal = options.signal === undefined ? over : AbortSignal.any([options.signal, over])
  const fetch: FetchOptions = { ...options.fetch, signal }
  return {
    fetch,
    signal,
    now: options.now ?? Date.now,
    every: options.every ?? usualPause,
    atOnce: options.atOnce ?? 8,
    pause: options.pause ?? 1000,
    revisits: options.revisits ?? [hour, 6 * hour, 24 * hour],
    look: 30_000,
  }
}
