import type { Store } from '../../keep/store.ts'
import { aloneWith } from '../views/alone-with.ts'
import type { StoryContext } from '../views/evidence.ts'
import { type ExplainView, explainView } from '../views/explain-view.ts'
import { type Command, isJson } from './command.ts'
import { placeInWords } from './place-in-words.ts'
import { contextOf, withRecord } from './record.ts'
import type { Terminal } from './terminal.ts'
import { underlined } from './underlined.ts'

/** `onrecord explain ID`: the passage underlined, with the rules that found it. */
export const explain: Command = {
  name: 'explain',
  words: [
    [
      '<id>',
      'id of a story, claim, attribution, event, plan, dispute, person or thing, or the beginning of one',
    ],
  ],
  says: 'show the passages that something rests on, and the rules that found it',
  options: [],
  examples: ['onrecord explain c:9f86d081', 'onrecord explain a:9f86d081884c7d65:120-160'],
  run: (call, terminal) =>
    withRecord(call, async (store) => {
      const reference = call.words[0] ?? ''
      const found = await explained(store, reference)
      const [view, second] = found
      if (view === undefined) {
        terminal.say(
          `${reference}: nothing on the record has this id or begins so; onrecord claims lists ids`,
        )
        return 1
      }
      if (second !== undefined) {
        terminal.say(
          `${reference}: several begin so (${found
            .slice(0, 3)
            .map(({ id }) => id)
            .join(', ')} …); give more of the id`,
        )
        return 1
      }
      if (isJson(call)) terminal.print(JSON.stringify(view))
      else printView(view, terminal)
      return 0
    }),
}

async function explained(store: Store, reference: string): Promise<ExplainView[]> {
  const views: ExplainView[] = []
  for (const { item, story } of await store.findItems(reference)) {
    const context = await contextOf(store, story)
    const view = context && explainView(context, item)
    if (view !== undefined && !views.some((each) => each.id === view.id)) views.push(view)
  }
  if (reference.startsWith('s:')) {
    for (const id of await store.findStories(reference)) {
      const context = await contextOf(store, id)
      const view = context && explainView(context, context.story.id)
      if (view !== undefined) views.push(view)
    }
  }
  // What lies within one article names it: "a:ARTICLE:120-160".
  const [, kind, article] = /^([a-z]+):([0-9a-f]{4,16})/.exec(reference) ?? []
  if (views.length > 0 || kind === undefined || article === undefined) return views
  for (const id of await store.findArticles(article)) {
    const context = await contextOfArticle(store, id)
    const reading = context?.articles.get(id)?.reading
    if (context === undefined || reading === undefined) continue
    for (const each of [...reading.attributions, ...reading.events]) {
      if (!each.id.startsWith(reference)) continue
      const view = explainView(context, each.id)
      if (view !== undefined) views.push(view)
    }
  }
  return views
}

async function contextOfArticle(store: Store, id: string): Promise<StoryContext | undefined> {
  const story = await store.storyOf(id)
  const kept = await store.article(id)
  const context = story === undefined ? undefined : await contextOf(store, story)
  return context ?? (kept && aloneWith(kept))
}

function printView(view: ExplainView, terminal: Terminal): void {
  const { paint, print } = terminal
  print(`${paint.bold(view.id)}  ${view.what}`)
  for (const { evidence, text, parts, rules, facts = [] } of view.passages) {
    print(
      `\n${paint.dim(`${placeInWords(evidence)}, ${evidence.span.article}:${evidence.span.start}-${evidence.span.end}`)}`,
    )
    for (const line of underlined(text, parts, Math.min(terminal.width, 110) - 2)) print(`  ${line}`)
    for (const fact of facts) print(`  ${fact}`)
    for (const { id, says } of rules) print(`  ${paint.cyan(id)}${says === undefined ? '' : `  ${says}`}`)
  }
}
