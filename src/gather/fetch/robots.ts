import { createRequire } from 'node:module'
import type { Issue } from '../../model/reason.ts'
import { issue } from '../issue.ts'
import { fetchBytes, userAgent } from './fetch-bytes.ts'
import type { FetchOptions } from './options.ts'

// Its declarations say that it is a module with a default export, which it is not.
const robotsParser: typeof import('robots-parser').default = createRequire(import.meta.url)('robots-parser')

/** What the robots.txt of each site asks for (RFC 9309), fetched once a day. */
export type Robots = {
  /** The issue where a page must not be fetched, or where its site does not say whether it may. */
  readonly admit: (url: URL) => Promise<Issue | undefined>
  /** The pause between requests that the site of an address asks for, in milliseconds, as far as it is known already. */
  readonly pauseOf: (url: string) => number | undefined
}

const day = 24 * 60 * 60_000
const soon = 10 * 60_000
/** A robots.txt is read up to here; RFC 9309 asks for at least 500 KiB. */
const mostBytes = 512 * 1024
const mostPause = 60 * 60_000
const mostSites = 10_000

type Rules = ReturnType<typeof robotsParser>
type Known =
  | { readonly until: number; readonly rules: Rules }
  | { readonly until: number; readonly found: Issue }

/** Nothing is known of any site yet. Without an answer a site is taken to refuse, and asked again ten minutes later. */
export function openRobots(options: FetchOptions, now: () => number): Robots {
  const name = (options.userAgent ?? userAgent).split('/')[0] ?? 'OnRecord'
  const asked = new Map<string, Promise<Known>>()
  const known = new Map<string, Known>()

  async function ofSite(origin: string): Promise<Known> {
    const before = known.get(origin)
    if (before !== undefined && before.until > now()) return before
    const running = asked.get(origin)
    if (running !== undefined) return running
    const fresh = rulesOf(origin, options, now)
    asked.set(origin, fresh)
    try {
      const rules = await fresh
      if (known.size >= mostSites) known.clear()
      known.set(origin, rules)
      return rules
    } finally {
      asked.delete(origin)
    }
  }

  return {
    async admit(url) {
      const site = await ofSite(url.origin)
      if ('found' in site) return site.found
      if (site.rules.isAllowed(url.href, name) !== false) return undefined
      const line = site.rules.getMatchingLineNumber(url.href, name)
      return issue('refused-by-robots', url.href, `${url.origin}/robots.txt:${line} asks not to fetch it`)
    },
    pauseOf(url) {
      const site = URL.canParse(url) ? known.get(new URL(url).origin) : undefined
      if (site === undefined || 'found' in site) return undefined
      const seconds = site.rules.getCrawlDelay(name)
      return seconds === undefined ? undefined : Math.min(seconds * 1000, mostPause)
    },
  }
}

async function rulesOf(origin: string, options: FetchOptions, now: () => number): Promise<Known> {
  const place = `${origin}/robots.txt`
  const { etag: _, lastModified: __, admit: ___, ...plain } = options
  const answer = await fetchBytes(place, { ...plain, maxBytes: 8 * mostBytes })
  if (answer.ok) {
    const text = new TextDecoder().decode(answer.bytes.subarray(0, mostBytes))
    return { until: now() + day, rules: robotsParser(place, text) }
  }
  const { status } = answer
  // Whoever has no robots.txt asks for nothing.
  const isAbsent = status !== undefined && status >= 400 && status < 500 && status !== 429
  if (isAbsent) return { until: now() + day, rules: robotsParser(place, '') }
  return { until: now() + soon, found: answer.issue }
}
