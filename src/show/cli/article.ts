import { keptRevisions } from '../../keep/kept-revisions.ts'
import type { Store } from '../../keep/store.ts'
import { aloneWith } from '../views/alone-with.ts'
import { type ArticleView, articleView } from '../views/article-view.ts'
import { type RevisionView, revisionViews } from '../views/revision-view.ts'
import { fullMomentInWords } from '../views/wording.ts'
import { type Command, isJson } from './command.ts'
import { contextOf, onlyOne, withRecord } from './record.ts'
import type { Terminal } from './terminal.ts'

/** `onrecord article ID`: one article with what was read in it. */
export const article: Command = {
  name: 'article',
  words: [['<article>', 'id or beginning of an id']],
  says: 'show an article with the attributions found in it',
  options: [
    ['--history', 'its revisions instead, oldest first, with what each changed and whether the page says so'],
  ],
  examples: ['onrecord article 9f86d081', 'onrecord article 9f86 --history'],
  run: (call, terminal) =>
    withRecord(call, async (store) => {
      const reference = call.words[0] ?? ''
      const found = await store.findArticles(reference)
      const given = { what: 'article', reference, list: 'onrecord story ID' }
      const id = onlyOne(found, given, terminal)
      if (id === undefined) return 1
      if (call.options.history === true) {
        const revisions = revisionViews(await keptRevisions(store, id))
        for (const each of revisions)
          if (isJson(call)) terminal.print(JSON.stringify(each))
          else printRevision(each, terminal)
        return 0
      }
      const view = await viewOf(store, id)
      if (view === undefined) return 1
      if (isJson(call)) terminal.print(JSON.stringify(view))
      else printArticle(view, terminal)
      return 0
    }),
}

async function viewOf(store: Store, id: string): Promise<ArticleView | undefined> {
  const kept = await store.article(id)
  if (kept === undefined) return undefined
  const story = await store.storyOf(id)
  const context = story === undefined ? undefined : await contextOf(store, story)
  return articleView(context ?? aloneWith(kept), id, { revisions: await keptRevisions(store, id) })
}

function printRevision(revision: RevisionView, { paint, print }: Terminal): void {
  const mark = revision.isSilent ? paint.red('⚠ silent: ') : ''
  print(`${paint.bold(revision.revision)}  ${revision.kept ?? ''}  ${mark}${revision.summary}`)
  if (revision.changes.length > 0) for (const fact of revision.facts) print(`  ${paint.dim(fact)}`)
  for (const change of revision.changes) {
    const words = change.words.map(({ kind, text }) => {
      if (kind === 'removed') return paint.red(`[-${text}-]`)
      return kind === 'added' ? paint.green(`{+${text}+}`) : text
    })
    print(`  ${paint.dim(`${change.block} ${change.kind}:`)} ${words.join(' ')}`)
  }
}

function printArticle(view: ArticleView, terminal: Terminal): void {
  const { paint, print } = terminal
  const when = view.published === undefined ? 'undated' : fullMomentInWords(view.published)
  print(paint.bold(view.title))
  print([view.outlet, when, ...view.byline].join(' · '))
  print(paint.dim([view.id, `revision ${view.revision}`, view.url ?? view.from].join(' · ')))
  print(view.summary.join(', '))
  for (const issue of view.issues) terminal.say(issue)
  for (const block of view.blocks) {
    const text = block.pieces.map((piece) => piece.text).join('')
    print(`\n${block.isProse ? text : paint.dim(`[${block.kind}] ${text}`)}`)
    for (const note of block.notes) {
      const facts = [note.source.label, note.cue, note.quoteType, note.modality, note.polarity]
      if (note.repeats !== undefined) facts.push('repeated in the body')
      print(`  ${paint.cyan('▏')} ${note.speaker} — ${facts.join(' · ')}  ${paint.dim(note.attribution)}`)
    }
  }
}
