import type { StorySummary } from '../../keep/store.ts'
import { storiesView } from '../views/stories-view.ts'
import { counted, originsInWords, outletsInWords } from '../views/wording.ts'
import { type Command, isJson } from './command.ts'
import { withRecord } from './record.ts'
import type { Terminal } from './terminal.ts'

/** `onrecord stories`: what is on the record. */
export const stories: Command = {
  name: 'stories',
  words: [],
  says: 'list the stories on the record, the latest first',
  options: [],
  examples: ['onrecord stories', 'onrecord stories --json | head -3'],
  run: (call, terminal) =>
    withRecord(call, async (store) => {
      const size = 500
      for (let offset = 0; ; offset += size) {
        const page = await store.stories({ limit: size, offset })
        for (const summary of page) {
          if (isJson(call)) terminal.print(JSON.stringify(summary))
          else printLine(summary, terminal)
        }
        if (page.length < size) return 0
      }
    }),
}

function printLine(summary: StorySummary, terminal: Terminal): void {
  const [line] = storiesView([summary])
  if (line === undefined) return
  const { paint } = terminal
  const facts = [
    counted(line.articles, 'article'),
    outletsInWords(line.outlets),
    originsInWords(summary.origins, summary.possibleOrigins ?? summary.origins),
    ...(line.disputes > 0 ? [counted(line.disputes, 'dispute')] : []),
    ...(line.span === undefined ? ['undated'] : [line.span]),
  ]
  terminal.print(`${paint.bold(line.title)}`)
  terminal.print(`  ${facts.join(' · ')}  ${paint.dim(summary.id)}`)
}
