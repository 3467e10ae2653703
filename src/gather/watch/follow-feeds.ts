import { readFile } from 'node:fs/promises'
import type { Issue } from '../../model/reason.ts'
import { type ListedFeed, readOpml } from '../feed/opml.ts'
import { issue } from '../issue.ts'
import { charsetIn, decode } from '../source/decode.ts'
import { failed } from '../source/files.ts'
import { isPassing } from './again.ts'
import type { Agenda, Feed } from './agenda.ts'
import { newFeed } from './new-feed.ts'
import { keepPoll, type PollMeans, pollFeed } from './poll-feed.ts'

/** What became of one place that was given to be followed: feeds that are new, those known before, and what is wrong. */
export type Followed = {
  readonly from: string
  readonly added: readonly string[]
  readonly known: readonly string[]
  readonly issue?: Issue
}

/**
 * Adds feeds to an agenda, given by their addresses or by files in OPML. An address is asked at once: what is no feed is
 * not added, and a page says which feeds it names. A server that gives no answer now is asked again by the watch. Feeds of a
 * list are not asked, being many.
 */
export async function* followFeeds(
  agenda: Agenda,
  places: readonly string[],
  means: PollMeans,
): AsyncGenerator<Followed> {
  for (const place of places) {
    if (/^[a-z][\w+.-]*:\/\//i.test(place)) yield await followAddress(agenda, place, means)
    else yield await followFile(agenda, place, means)
  }
}

async function followAddress(agenda: Agenda, place: string, means: PollMeans): Promise<Followed> {
  const url = addressOf(place)
  if (url === undefined) return none(place, issue('bad-url', place, 'this is no address of the web'))
  const known = feedAt(await agenda.feeds(), url)
  if (known !== undefined) return { from: place, added: [], known: [known.url] }
  const feed = newFeed(url, means.now())
  const polled = await pollFeed(feed, means)
  if (polled.instead?.kind === 'list') return await followList(agenda, place, polled.instead.feeds, means)
  if (polled.issue !== undefined && !isPassing({ issue: polled.issue, status: polled.status })) {
    return none(place, polled.issue)
  }
  const already = feedAt(await agenda.feeds(), polled.feed.url)
  if (already !== undefined) return { from: place, added: [], known: [already.url] }
  await keepPoll(agenda, polled)
  return { from: place, added: [polled.feed.url], known: [], issue: polled.issue }
}

async function followFile(agenda: Agenda, path: string, means: PollMeans): Promise<Followed> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => error)
  if (bytes instanceof Error) {
    const isAddress = bytes.code === 'ENOENT' && /^[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:\/|$)/.test(path)
    if (isAddress && !/\.(?:opml|xml)$/i.test(path)) {
      return none(path, issue('bad-url', path, 'it is neither a file nor a whole address'))
    }
    const found = failed(path, bytes)
    if (found.ok) throw bytes
    return none(path, found.issue)
  }
  const text = decode(bytes, path, charsetIn(bytes))
  if (!text.ok) return none(path, text.issue)
  const listed = readOpml(text.text)
  if (listed === undefined) return none(path, issue('bad-opml', path, 'it is no OPML'))
  if (listed.length === 0) return none(path, issue('bad-opml', path, 'it names no feed'))
  return await followList(agenda, path, listed, means)
}

async function followList(
  agenda: Agenda,
  from: string,
  listed: readonly ListedFeed[],
  means: PollMeans,
): Promise<Followed> {
  const added = await agenda.addFeeds(listed.map(({ url, title }) => newFeed(url, means.now(), title)))
  const fresh = new Set(added)
  return { from, added, known: listed.map(({ url }) => url).filter((url) => !fresh.has(url)) }
}

/** The feed of that address, also where it had that address before it moved. */
export function feedAt(feeds: readonly Feed[], place: string): Feed | undefined {
  const url = addressOf(place)
  return feeds.find((feed) => feed.url === url || feed.movedFrom === url)
}

function addressOf(place: string): string | undefined {
  if (!/^https?:\/\//i.test(place) || !URL.canParse(place)) return undefined
  return new URL(place).href
}

function none(from: string, wrong: Issue): Followed {
  return { from, added: [], known: [], issue: wrong }
}
