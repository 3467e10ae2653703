import { counted } from '../views/wording.ts'
import { type Command, isJson, readingOf, rulesOnly } from './command.ts'
import { withRecord } from './record.ts'

/** `onrecord rebuild`: everything derived is made again from the log. */
export const rebuild: Command = {
  name: 'rebuild',
  words: [],
  says: 'read every article again and make all stories anew; corrections and revisions stay',
  options: [rulesOnly],
  examples: ['onrecord rebuild'],
  run: (call, terminal) =>
    withRecord(call, async (store) => {
      const pipeline = await import('../../pipeline.ts')
      await pipeline.rebuild(store, {
        reading: readingOf(call),
        progress: (_, done, of) => terminal.progress(`comparing: ${done} of ${counted(of, 'story')}`),
      })
      terminal.progress('')
      const counts = await store.counts()
      if (isJson(call)) terminal.print(JSON.stringify(counts))
      terminal.say(`${counted(counts.articles, 'article')} in ${counted(counts.stories, 'story')}`)
      return 0
    }),
}
