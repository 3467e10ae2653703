import { openStore } from '../../keep/open-store.ts'
import type { Outcome } from '../../keep/store.ts'
import type { Added } from '../../pipeline.ts'
import { counted, plainText } from '../views/wording.ts'
import { type Call, type Command, isJson, readingOf, rulesOnly, textOf } from './command.ts'
import { recordPath } from './record.ts'
import type { Terminal } from './terminal.ts'

/** `onrecord add`: gathers, reads, keeps and compares. */
export const add: Command = {
  name: 'add',
  words: [['<inputs...>', 'files, folders, addresses, or - for standard input']],
  says: 'read articles into the record',
  options: [
    ['--published <date>', 'publication date of articles that state none'],
    ['--outlet <name>', 'outlet of articles that state none'],
    ['--url <address>', 'address of the one bare text that is given'],
    ['--language <tag>', 'language of the articles, when it need not be detected'],
    rulesOnly,
  ],
  examples: [
    'onrecord add articles/',
    'onrecord add report.txt --outlet "Harrow Post" --published 2031-03-04',
    'cat story.html | onrecord add - --url https://harrow.example/talks',
  ],
  async run(call, terminal) {
    const { addToRecord } = await import('../../pipeline.ts')
    const store = await openStore(recordPath(call))
    const stop = new AbortController()
    const interrupt = () => {
      terminal.say('stopping after the articles at hand; press Ctrl-C again to stop at once')
      stop.abort()
      process.stdin.destroy()
      process.once('SIGINT', () => process.exit(130))
    }
    process.once('SIGINT', interrupt)
    const tally = openTally(call, terminal)
    try {
      await addToRecord(store, call.words, {
        published: textOf(call, 'published'),
        outlet: textOf(call, 'outlet'),
        url: textOf(call, 'url'),
        language: textOf(call, 'language'),
        reading: readingOf(call),
        acknowledge: tally.take,
        progress: (_, done, of) => terminal.progress(`comparing: ${done} of ${counted(of, 'story')}`),
        signal: stop.signal,
      })
      terminal.say(tally.words())
      return tally.failures() > 0 ? 1 : 0
    } finally {
      process.off('SIGINT', interrupt)
      // An input that stays open would keep the process from ending.
      process.stdin.destroy()
      terminal.progress('')
      await store.close()
    }
  },
}

function openTally(call: Call, terminal: Terminal) {
  const counts: Record<Outcome | 'failed', number> = { added: 0, revised: 0, unchanged: 0, failed: 0 }
  return {
    take(added: Added) {
      counts[added.outcome]++
      for (const issue of added.issues) terminal.say(plainText(issue.message))
      if (isJson(call)) terminal.print(JSON.stringify(added))
      terminal.progress(`reading: ${counted(counts.added + counts.revised + counts.unchanged, 'article')}`)
    },
    failures: () => counts.failed,
    words: () =>
      [
        `${counted(counts.added, 'article')} added`,
        ...(counts.revised > 0 ? [`${counts.revised} revised`] : []),
        ...(counts.unchanged > 0 ? [`${counts.unchanged} already on the record`] : []),
        ...(counts.failed > 0 ? [`${counted(counts.failed, 'problem')} (see above)`] : []),
      ].join(', '),
  }
}
