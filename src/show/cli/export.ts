import type { Store } from '../../keep/store.ts'
import { exportEvents } from '../export/export-events.ts'
import { exportJson } from '../export/export-json.ts'
import { exportMarkdown } from '../export/export-markdown.ts'
import { exportNdjson } from '../export/export-ndjson.ts'
import { type Command, isJson, textOf } from './command.ts'
import { contextOf, onlyOne, withRecord } from './record.ts'
import { storyIds } from './story-ids.ts'

const formats = { json: exportJson, ndjson: exportNdjson, md: exportMarkdown, events: exportEvents }

/** `onrecord export`: stories with all that is known of them, for other programs and for readers. */
export const exportStories: Command = {
  name: 'export',
  words: [['[story]', 'only this story: id, beginning of an id, or words-of-the-title']],
  says: 'write stories as JSON, NDJSON, a Markdown brief or event data to standard output',
  options: [
    [
      '--format <format>',
      'json: one array; ndjson: one fact a line; md: a brief; events: coded events, tab-separated (json)',
    ],
  ],
  examples: ['onrecord export > record.json', 'onrecord export talks-move --format md > brief.md'],
  run: (call, terminal) =>
    withRecord(call, async (store) => {
      const format = textOf(call, 'format') ?? 'json'
      if (format !== 'json' && format !== 'ndjson' && format !== 'md' && format !== 'events') {
        terminal.say(`--format: found "${format}"; give json, ndjson, md or events`)
        return 2
      }
      const reference = call.words[0]
      const found = reference === undefined ? [] : await store.findStories(reference)
      const given = { what: 'story', reference: reference ?? '', list: 'onrecord stories' }
      const only = reference === undefined ? undefined : onlyOne(found, given, terminal)
      if (reference !== undefined && only === undefined) return 1
      const write = isJson(call) ? formats.json : formats[format]
      for await (const line of write(contexts(store, only))) terminal.print(line)
      return 0
    }),
}

async function* contexts(store: Store, only: string | undefined) {
  for await (const id of only === undefined ? storyIds(store) : [only]) {
    const context = await contextOf(store, id)
    if (context !== undefined) yield context
  }
}
