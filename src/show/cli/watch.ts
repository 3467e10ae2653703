import { loudFailures } from '../../gather/watch/again.ts'
import type { KeptPoll } from '../../gather/watch/poll-feed.ts'
import { openStore } from '../../keep/open-store.ts'
import type { Added } from '../../pipeline.ts'
import { counted, momentInWords, plainText } from '../views/wording.ts'
import { allowPrivate, type Call, type Command, isJson, readingOf, rulesOnly, textOf } from './command.ts'
import { followed } from './followed.ts'
import { stopOnInterrupt } from './interrupt.ts'
import { recordPath } from './record.ts'
import { openTally } from './tally.ts'
import type { Terminal } from './terminal.ts'

/** `onrecord watch`: asks feeds and keeps what they bring. */
export const watch: Command = {
  name: 'watch',
  words: [['[feeds...]', 'addresses of feeds or news sitemaps, or OPML files, to be watched from now on']],
  says: 'ask the feeds again and again, and read the pages that they name into the record',
  options: [
    ['--once', 'end when there is nothing more to do now'],
    ['--every <minutes>', 'how often a feed is asked; 15 unless told'],
    ['--at-once <number>', 'requests at once over all; 8 unless told'],
    ['--per-host <number>', 'requests at once to one host; 1 unless told'],
    [
      '--pause <seconds>',
      'between two requests to a host, where its robots.txt asks for no longer one; 1 unless told',
    ],
    allowPrivate,
    rulesOnly,
  ],
  examples: [
    'onrecord watch https://harrow.example/feed',
    'onrecord watch subscriptions.opml',
    'onrecord watch --once --every 60',
  ],
  async run(call, terminal) {
    const numbers = numbersOf(call)
    if (typeof numbers === 'string') {
      terminal.say(numbers)
      return 2
    }
    const { watchRecord } = await import('../../pipeline.ts')
    const store = await openStore(recordPath(call), { make: call.words.length === 0 ? 'never' : 'if-absent' })
    const stop = stopOnInterrupt(terminal)
    const tally = openTally(call, terminal)
    let failing = 0
    try {
      const code = await followed(store.agenda, call.words, { call, terminal, signal: stop.signal })
      const feeds = await store.agenda.feeds()
      if (feeds.length === 0) {
        terminal.say('no feeds are watched; name one: onrecord watch ADDRESS')
        return 1
      }
      const isOnce = call.options.once === true
      if (!isOnce) terminal.say(`watching ${counted(feeds.length, 'feed')}; press Ctrl-C to stop`)
      await watchRecord(store, {
        ...numbers,
        until: isOnce ? 'idle' : 'stopped',
        fetch: { allowPrivate: call.options.allowPrivate === true },
        reading: readingOf(call),
        polled(poll) {
          if (poll.issue !== undefined) failing += 1
          tellPoll(poll, call, terminal)
        },
        acknowledge(added) {
          tally.take(added)
          if (!isJson(call)) tellArticle(added, terminal)
        },
        progress: (_, done, of) => terminal.progress(`comparing: ${done} of ${counted(of, 'story')}`),
        signal: stop.signal,
      })
      terminal.say(tally.words())
      if (stop.signal.aborted) terminal.say('stopped; onrecord watch goes on from here')
      return code === 1 || failing > 0 || tally.failures() > 0 ? 1 : 0
    } finally {
      stop.forget()
      terminal.progress('')
      await store.close()
    }
  },
}

function tellArticle(added: Added, { print }: Terminal): void {
  if (added.outcome === 'added' || added.outcome === 'revised')
    print(`${added.outcome.padEnd(7)}  ${added.id}  ${plainText(added.from)}`)
}

function tellPoll({ feed, fresh, issue }: KeptPoll, call: Call, terminal: Terminal): void {
  const { url, state, failures, next } = feed
  if (isJson(call)) {
    const issues = issue === undefined ? [] : [issue]
    terminal.print(JSON.stringify({ feed: url, state, failures, fresh, latest: feed.latest, next, issues }))
  }
  if (issue === undefined) {
    if (fresh > 0)
      terminal.say(`${plainText(feed.title ?? url)}: ${fresh} new of ${counted(feed.latest, 'entry')}`)
    return
  }
  terminal.say(plainText(issue.message))
  if (state === 'gone')
    terminal.say(`${plainText(url)}: is not asked again; onrecord feeds remove takes it off the list`)
  else if (failures >= loudFailures) {
    const times = `${failures} times in a row without a good answer`
    terminal.say(
      terminal.paint.red(`${plainText(url)}: ${times}; see it in a browser, or onrecord feeds remove it`),
    )
  } else if (failures > 1)
    terminal.say(`${plainText(url)}: ${failures} times in a row; asked again ${momentInWords(next)}`)
}

type Numbers = {
  readonly every?: number
  readonly atOnce?: number
  readonly perHost?: number
  readonly pause?: number
}

/** The numbers that were given, times in milliseconds; or what is wrong with one. */
function numbersOf(call: Call): Numbers | string {
  const numbers: { -readonly [name in keyof Numbers]: number } = {}
  for (const [name, flag, unit, least] of given) {
    const text = textOf(call, name)
    if (text === undefined) continue
    const value = Number(text)
    if (!/^\d{1,6}(?:\.\d{1,3})?$/.test(text) || value < least || (unit === 1 && !Number.isInteger(value)))
      return `${flag}: found "${plainText(text)}"; give ${unit === 1 ? 'a whole number' : 'a number'} from ${least} on`
    numbers[name] = value * unit
  }
  return numbers
}

const given = [
  ['every', '--every', 60_000, 1],
  ['atOnce', '--at-once', 1, 1],
  ['perHost', '--per-host', 1, 1],
  ['pause', '--pause', 1000, 0],
] as const
