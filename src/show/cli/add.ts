import { openStore } from '../../keep/open-store.ts'
import { counted } from '../views/wording.ts'
import { allowPrivate, type Command, readingOf, rulesOnly, textOf } from './command.ts'
import { stopOnInterrupt } from './interrupt.ts'
import { recordPath } from './record.ts'
import { openTally } from './tally.ts'

/** `onrecord add`: gathers, reads, keeps and compares. */
export const add: Command = {
  name: 'add',
  words: [['<inputs...>', 'files, folders, addresses, or - for standard input']],
  says: 'read articles into the record',
  options: [
    ['--published <date>', 'publication date of articles that state none'],
    [
      '--outlet <name>',
      'outlet of articles that state none; of an archive, only the pages of this outlet or host',
    ],
    ['--url <address>', 'address of the one bare text that is given'],
    ['--language <tag>', 'language of the articles, not to be detected; of an archive, only the pages in it'],
    ['--since <date>', 'of an archive, only pages fetched then or later'],
    ['--limit <number>', 'no more articles than this'],
    allowPrivate,
    rulesOnly,
  ],
  examples: [
    'onrecord add articles/',
    'onrecord add report.txt --outlet "Harrow Post" --published 2031-03-04',
    'cat story.html | onrecord add - --url https://harrow.example/talks',
    'onrecord add news.warc.gz --since 2031-03-04 --outlet harrow.example --language en --limit 1000',
  ],
  async run(call, terminal) {
    const limit = textOf(call, 'limit')
    if (limit !== undefined && !/^[1-9]\d{0,14}$/.test(limit)) {
      terminal.say(`--limit: found "${limit}"; give a whole number above 0`)
      return 2
    }
    const { addToRecord } = await import('../../pipeline.ts')
    const store = await openStore(recordPath(call))
    const stop = stopOnInterrupt(terminal)
    const tally = openTally(call, terminal)
    try {
      await addToRecord(store, call.words, {
        published: textOf(call, 'published'),
        outlet: textOf(call, 'outlet'),
        url: textOf(call, 'url'),
        language: textOf(call, 'language'),
        reading: readingOf(call),
        since: textOf(call, 'since'),
        limit: limit === undefined ? undefined : Number(limit),
        fetch: { allowPrivate: call.options.allowPrivate === true },
        advance: tally.advance,
        acknowledge: tally.take,
        progress: (_, done, of) => terminal.progress(`comparing: ${done} of ${counted(of, 'story')}`),
        signal: stop.signal,
      })
      terminal.say(tally.words())
      const lacking = tally.lacking()
      if (lacking !== undefined) terminal.say(lacking)
      if (stop.signal.aborted) terminal.say(tally.whereToGoOn())
      return tally.failures() > 0 ? 1 : 0
    } finally {
      stop.forget()
      // An input that stays open would keep the process from ending.
      process.stdin.destroy()
      terminal.progress('')
      await store.close()
    }
  },
}
