import { searchView } from '../views/search-view.ts'
import { counted } from '../views/wording.ts'
import { type Command, isJson, textOf } from './command.ts'
import { byId, withRecord } from './record.ts'

/** `onrecord search WORDS`: articles that hold the words. */
export const search: Command = {
  name: 'search',
  words: [['<words...>', 'all must occur; "quoted words" as a phrase; a last word* as a beginning']],
  says: 'find articles and the sentences that hold the words',
  options: [['--limit <number>', 'at most so many articles (20)']],
  examples: ['onrecord search harbour', 'onrecord search \'"second round"\' talks'],
  run: (call, terminal) =>
    withRecord(call, async (store) => {
      const limit = Number(textOf(call, 'limit') ?? 20)
      if (!Number.isInteger(limit) || limit < 1) {
        terminal.say(`--limit: found "${textOf(call, 'limit')}"; give a whole number above 0`)
        return 2
      }
      const words = call.words.join(' ')
      const hits = await store.search(words, limit)
      const found = byId(await store.articles(hits.map((hit) => hit.article)))
      const { paint, print } = terminal
      for (const result of searchView(words, hits, found)) {
        if (isJson(call)) {
          print(JSON.stringify(result))
          continue
        }
        print(
          `${paint.bold(result.title)}  ${result.outlet ?? 'outlet not stated'}  ${paint.dim(result.article)}`,
        )
        for (const { pieces, said } of result.sentences) {
          const words = pieces.map(({ text, kinds }) => (kinds.includes('at') ? paint.inverse(text) : text))
          print(
            `  ${words.join('').replace(/\s+/g, ' ')}${said === undefined ? '' : paint.dim(`  — ${said}`)}`,
          )
        }
      }
      terminal.say(counted(hits.length, 'article'))
      return 0
    }),
}
