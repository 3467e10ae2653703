import type { KeptRevision } from '../../keep/kept-revisions.ts'
import type { Article, Block, BlockKind } from '../../model/article.ts'
import { differencesOf } from '../../text/differences.ts'
import { counted, plainText } from './wording.ts'

/** Words of a changed block: kept, taken out or put in. */
export type ChangedWords = { readonly kind: 'same' | 'removed' | 'added'; readonly text: string }

/** A block that a revision changed: taken out, put in, or worded anew. */
export type BlockChange = {
  readonly kind: 'removed' | 'added' | 'reworded'
  readonly block: BlockKind
  readonly words: readonly ChangedWords[]
}

/** One revision of an article, with what it changed in the one before. */
export type RevisionView = {
  readonly revision: string
  /** When it was kept; unknown for articles that are not kept. */
  readonly kept?: string
  readonly published?: string
  readonly modified?: string
  readonly title?: string
  /** Title, byline and dates that changed, as "title: A → B". */
  readonly facts: readonly string[]
  readonly changes: readonly BlockChange[]
  /** How the page itself says that it was changed; absent where it does not: the change is silent. */
  readonly told?: 'a correction note' | 'a later date of change'
  readonly isSilent: boolean
  /** One line: what changed, and whether the page says so. */
  readonly summary: string
}

/** The revisions of one article, oldest first, each with what it changed. */
export function revisionViews(revisions: readonly KeptRevision[]): readonly RevisionView[] {
  return inOrder(revisions).map((revision, i, all) => revisionView(revision, all[i - 1]?.article))
}

// Where all are dated they stand in the order of their dates, else in that in which they were kept.
function inOrder(revisions: readonly KeptRevision[]): readonly KeptRevision[] {
  const moment = ({ article }: KeptRevision) => Date.parse(article.modified ?? article.published ?? '')
  if (revisions.some((each) => Number.isNaN(moment(each)))) return revisions
  return revisions.toSorted((a, b) => moment(a) - moment(b))
}

function revisionView({ article, kept }: KeptRevision, before: Article | undefined): RevisionView {
  const own = {
    revision: article.revision,
    kept,
    published: article.published,
    modified: article.modified,
    title: article.title === undefined ? undefined : plainText(article.title),
  }
  if (before === undefined)
    return { ...own, facts: [], changes: [], isSilent: false, summary: 'the first that was kept' }
  const facts = changedFacts(before, article)
  const changes = changedBlocks(before, article)
  const told = toldBy(before, article, changes)
  const isSilent = changes.length > 0 && told === undefined
  return { ...own, facts, changes, told, isSilent, summary: summaryOf(facts, changes, told) }
}

function summaryOf(
  facts: readonly string[],
  changes: readonly BlockChange[],
  told: RevisionView['told'],
): string {
  if (changes.length === 0) return facts.length === 0 ? 'only its make-up changed' : facts.join('; ')
  const kinds = (['reworded', 'added', 'removed'] as const).flatMap((kind) => {
    const count = changes.filter((change) => change.kind === kind).length
    return count === 0 ? [] : [`${counted(count, 'block')} ${kind}`]
  })
  return `${kinds.join(', ')}; ${told === undefined ? 'the page does not say so' : `the page says so by ${told}`}`
}

function toldBy(before: Article, after: Article, changes: readonly BlockChange[]): RevisionView['told'] {
  if (changes.some((change) => change.block === 'correction' && change.kind !== 'removed'))
    return 'a correction note'
  const isLater =
    after.modified !== undefined &&
    after.modified !== before.modified &&
    (before.modified === undefined || Date.parse(after.modified) > Date.parse(before.modified))
  return isLater ? 'a later date of change' : undefined
}

function changedFacts(before: Article, after: Article): readonly string[] {
  const facts = [
    ['title', before.title, after.title],
    ['byline', before.byline?.join(', '), after.byline?.join(', ')],
    ['published', before.published, after.published],
    ['changed', before.modified, after.modified],
    ['credit', before.credit, after.credit],
  ] as const
  return facts
    .filter(([, old, now]) => old !== now)
    .map(([name, old, now]) => plainText(`${name}: ${old ?? 'none'} → ${now ?? 'none'}`))
}

/** Blocks that changed, in reading order; one taken out and one put in at the same place with half their words alike is reworded. */
function changedBlocks(before: Article, after: Article): readonly BlockChange[] {
  const [old, now] = [textsOf(before), textsOf(after)]
  const changes: BlockChange[] = []
  let gone: number[] = []
  let come: number[] = []
  const flush = () => {
    changes.push(...paired(gone, come, { before, after, old, now }))
    gone = []
    come = []
  }
  for (const each of differencesOf(old, now)) {
    if (each.kind === 'same') flush()
    else if (each.kind === 'removed') gone.push(each.before)
    else come.push(each.after)
  }
  flush()
  return changes
}

type Texts = {
  readonly before: Article
  readonly after: Article
  readonly old: readonly string[]
  readonly now: readonly string[]
}

function paired(gone: readonly number[], come: readonly number[], texts: Texts): readonly BlockChange[] {
  const changes: BlockChange[] = []
  const rest = [...gone]
  for (const j of come) {
    const alike = rest.findIndex((i) => isReworded(texts.old[i] ?? '', texts.now[j] ?? ''))
    if (alike === -1) {
      changes.push(whole('added', texts.after.blocks[j], texts.now[j]))
      continue
    }
    // What stood before the one that was worded anew and has no partner is gone.
    for (const i of rest.splice(0, alike))
      changes.push(whole('removed', texts.before.blocks[i], texts.old[i]))
    const i = rest.shift() ?? 0
    const words = changedWords(texts.old[i] ?? '', texts.now[j] ?? '')
    changes.push({ kind: 'reworded', block: texts.after.blocks[j]?.kind ?? 'prose', words })
  }
  for (const i of rest) changes.push(whole('removed', texts.before.blocks[i], texts.old[i]))
  return changes
}

function whole(kind: 'added' | 'removed', block: Block | undefined, text = ''): BlockChange {
  return { kind, block: block?.kind ?? 'prose', words: [{ kind, text: plainText(text) }] }
}

function isReworded(old: string, now: string): boolean {
  const [a, b] = [wordsOf(old), wordsOf(now)]
  const same = differencesOf(a, b).filter((each) => each.kind === 'same').length
  return same >= Math.min(a.length, b.length) / 2
}

function changedWords(old: string, now: string): readonly ChangedWords[] {
  const [a, b] = [wordsOf(old), wordsOf(now)]
  const runs: { kind: ChangedWords['kind']; words: string[] }[] = []
  for (const each of differencesOf(a, b)) {
    const word = (each.kind === 'added' ? b[each.after] : a[each.before]) ?? ''
    const last = runs.at(-1)
    if (last?.kind === each.kind) last.words.push(word)
    else runs.push({ kind: each.kind, words: [word] })
  }
  return runs.map(({ kind, words }) => ({ kind, text: plainText(words.join(' ')) }))
}

function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '')
}

function textsOf({ text, blocks }: Article): readonly string[] {
  return blocks.map(({ start, end }) => text.slice(start, end))
}
