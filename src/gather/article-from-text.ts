import type { Article, Block, Provenance } from '../model/article.ts'
import { articleId, hash64 } from '../model/id.ts'
import { textBlocks } from './blocks/text-blocks.ts'

/** A text with what is known about it. All but `text` may be absent, and stays absent in the article. */
export type TextInput = Pick<Article, 'text'> &
  Partial<Omit<Article, 'id' | 'revision' | 'text' | 'provenance'>> & { readonly provenance?: Provenance }

/**
 * The article of a text, which is kept exactly as given: a title given beside it is not put in front.
 * Blocks are told by rule unless they are given.
 */
export function articleFromText(input: TextInput): Article {
  const { provenance = { from: input.url ?? 'text' }, issues = [] } = input
  const blocks: readonly Block[] = input.blocks ?? textBlocks(input.text, input.title)
  const title = input.title ?? headlineOf(input.text, blocks)
  return {
    ...input,
    ...(title === undefined ? {} : { title }),
    id: articleId(input),
    revision: revisionOf(input, title),
    blocks,
    provenance,
    issues,
  }
}

function headlineOf(text: string, blocks: readonly Block[]): string | undefined {
  const first = blocks.find((block) => block.kind === 'headline')
  return first && text.slice(first.start, first.end).replace(/\s+/g, ' ')
}

/** What a reader of the page could see change: the words, and who published them under which name and time. */
function revisionOf(input: TextInput, title: string | undefined): string {
  const { text, outlet, url, published, modified, byline, credit, language } = input
  return hash64(JSON.stringify([text, title, outlet, url, published, modified, byline, credit, language]))
}
