import { loudFailures } from '../../gather/watch/again.ts'
import type { Agenda, Feed, PageCounts } from '../../gather/watch/agenda.ts'
import { openStore } from '../../keep/open-store.ts'
import { counted, fullMomentInWords, plainText } from '../views/wording.ts'
import { allowPrivate, type Call, type Command, type ExitCode, isJson } from './command.ts'
import { followed } from './followed.ts'
import { recordPath, withRecord } from './record.ts'
import type { Terminal } from './terminal.ts'

/** `onrecord feeds`: what is watched and how it stands. */
export const feeds: Command = {
  name: 'feeds',
  words: [
    ['[verb]', 'add or remove; without it, the feeds are listed'],
    ['[feeds...]', 'addresses of feeds or news sitemaps; to add, also OPML files'],
  ],
  says: 'list the feeds that are watched with their state and last error, add and remove them',
  options: [['--opml', 'the list as OPML, for another reader of feeds'], allowPrivate],
  examples: [
    'onrecord feeds',
    'onrecord feeds add https://harrow.example/feed subscriptions.opml',
    'onrecord feeds remove https://harrow.example/feed',
    'onrecord feeds --opml > feeds.opml',
  ],
  async run(call, terminal) {
    const [verb, ...places] = call.words
    if (verb === undefined) {
      return await withRecord(call, async ({ agenda }) =>
        call.options.opml === true ? await printOpml(agenda, terminal) : await list(agenda, call, terminal),
      )
    }
    if (verb !== 'add' && verb !== 'remove') {
      terminal.say(
        `${plainText(verb)}: found where a verb stands; say onrecord feeds add or onrecord feeds remove`,
      )
      return 2
    }
    if (places.length === 0) {
      terminal.say(`feeds ${verb}: no feed is named; give its address`)
      return 2
    }
    if (verb === 'remove') return await withRecord(call, ({ agenda }) => remove(agenda, places, terminal))
    const store = await openStore(recordPath(call))
    try {
      return await followed(store.agenda, places, { call, terminal })
    } finally {
      await store.close()
    }
  },
}

async function remove(agenda: Agenda, places: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { feedAt } = await import('../../gather/watch/follow-feeds.ts')
  let code: ExitCode = 0
  for (const place of places) {
    const feed = feedAt(await agenda.feeds(), place)
    if (feed !== undefined && (await agenda.removeFeed(feed.url))) {
      terminal.say(`${plainText(feed.url)}: removed; the articles that it brought stay on the record`)
      continue
    }
    terminal.say(`${plainText(place)}: no feed has this address; onrecord feeds lists them`)
    code = 1
  }
  return code
}

async function printOpml(agenda: Agenda, terminal: Terminal): Promise<ExitCode> {
  const { writeOpml } = await import('../../gather/feed/opml.ts')
  terminal.print(writeOpml(await agenda.feeds()).trimEnd())
  return 0
}

async function list(agenda: Agenda, call: Call, terminal: Terminal): Promise<ExitCode> {
  const all = await agenda.feeds()
  const counts = await agenda.pageCounts()
  for (const feed of all) {
    const pages = counts.get(feed.url) ?? { waiting: 0, kept: 0, lost: 0 }
    if (isJson(call)) terminal.print(JSON.stringify({ ...feed, pages }))
    else printFeed(feed, pages, terminal)
  }
  if (all.length === 0) terminal.say('no feeds are watched; add one with onrecord feeds add ADDRESS')
  const bad = all.filter(isLoud)
  if (bad.length > 0) {
    const noun = bad.length === 1 ? 'feed gives' : 'feeds give'
    terminal.say(
      `${bad.length} ${noun} nothing any more (✕ above); see the address in a browser, or remove it`,
    )
  }
  return bad.length > 0 ? 1 : 0
}

/** True for a feed that has failed so often that somebody should look. */
function isLoud({ state, failures }: Feed): boolean {
  return state === 'gone' || failures >= loudFailures
}

const glyphs: Readonly<Record<Feed['state'], string>> = { new: '○', fine: '●', failing: '△', gone: '✕' }

function printFeed(feed: Feed, pages: PageCounts, { print, paint }: Terminal): void {
  const glyph = isLoud(feed) ? paint.red('✕') : glyphs[feed.state]
  const title = feed.title === undefined ? '' : `${paint.bold(plainText(feed.title))}  `
  print(`${glyph} ${title}${paint.dim(plainText(feed.url))}`)
  print(`  ${[stateInWords(feed), ...pagesInWords(pages)].join(' · ')}`)
  if (feed.movedFrom !== undefined) print(`  moved here from ${plainText(feed.movedFrom)}`)
  if (feed.error !== undefined) print(`  ${paint.red(plainText(feed.error))}`)
}

function stateInWords({ state, failures, checked, succeeded, next }: Feed): string {
  if (checked === undefined) return 'new, not asked yet'
  const last = `${state === 'fine' ? 'fine, asked' : 'asked'} ${fullMomentInWords(checked)}`
  if (state === 'fine') return last
  if (state === 'gone') return `gone for good, ${last}`
  const since = succeeded === undefined ? 'never fine' : `fine until ${fullMomentInWords(succeeded)}`
  const times = failures === 1 ? 'once' : `${failures} times`
  return `failing (${times}, ${since}), ${last}, again ${fullMomentInWords(next)}`
}

function pagesInWords({ waiting, kept, lost }: PageCounts): readonly string[] {
  const words = [`${counted(kept, 'article')}`]
  if (waiting > 0) words.push(`${counted(waiting, 'page')} to fetch`)
  if (lost > 0) words.push(`${counted(lost, 'page')} not to be had`)
  return words
}
