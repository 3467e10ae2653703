import { readFileSync } from 'node:fs'
import type { Kept } from '../../keep/store.ts'
import { quoteOf } from '../../model/span.ts'
import { aloneWith } from '../views/alone-with.ts'
import { noteViews } from '../views/note-view.ts'
import { plainText, shortened } from '../views/wording.ts'
import { type Command, isJson, readingOf, rulesOnly, textOf } from './command.ts'
import { placesIn } from './places-in.ts'
import type { Terminal } from './terminal.ts'

/** `onrecord read FILE`: what is read in articles, without keeping them. */
export const read: Command = {
  name: 'read',
  words: [['<inputs...>', 'files, folders, addresses, or - for standard input']],
  says: 'print who says what in articles as file:line:col, keeping nothing',
  options: [
    ['--published <date>', 'publication date of articles that state none'],
    ['--outlet <name>', 'outlet of articles that state none'],
    rulesOnly,
  ],
  examples: ['onrecord read report.txt', 'onrecord read --json articles/ | jq .attributions'],
  async run(call, terminal) {
    const { gather } = await import('../../gather/gather.ts')
    const { read: readArticle } = await import('../../read/read.ts')
    let problems = 0
    const options = { published: textOf(call, 'published'), outlet: textOf(call, 'outlet') }
    for await (const result of gather(call.words, options)) {
      if (!result.ok) {
        problems++
        terminal.say(plainText(result.issue.message))
        continue
      }
      const { article } = result
      for (const issue of article.issues) terminal.say(plainText(issue.message))
      const kept = { article, reading: readArticle(article, readingOf(call)) }
      if (isJson(call)) terminal.print(JSON.stringify({ ...kept.reading, text: article.text }))
      else printReading(kept, terminal)
    }
    return problems === 0 ? 0 : 1
  },
}

function printReading(kept: Kept, terminal: Terminal): void {
  const { article, reading } = kept
  const { from } = article.provenance
  const notes = noteViews(aloneWith(kept), article.id)
  const places = placesIn(article.text, rawText(from))
  for (const note of notes) {
    const attribution = reading.attributions.find((each) => each.id === note.attribution)
    const content = attribution?.content[0]
    if (attribution === undefined || content === undefined) continue
    const words = attribution.content.map((range) => plainText(quoteOf(article.text, range))).join(' … ')
    const { line, column } = places(content)
    const { paint } = terminal
    terminal.print(
      `${plainText(from)}:${line}:${column}  ${note.speaker} · ${note.cue || paint.dim('no cue')} · ${shortened(words, 120)}`,
    )
  }
}

// The file itself, where the article came from one: an editor counts its lines, front matter and markup included.
function rawText(from: string): string | undefined {
  try {
    return readFileSync(from, 'utf8')
  } catch {
    return undefined
  }
}
