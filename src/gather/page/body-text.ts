import type { PageArticle } from './page-article.ts'

/** The body of a page's article: from its blocks, or as its JSON-LD states it where the page shows little of it. */
export type BodyText = { readonly kind: 'blocks' | 'stated'; readonly text: string }

/** The text of a page's body, paragraphs parted by a blank line; undefined where there is none. */
export function bodyText({
  blocks,
  metadata,
}: Pick<PageArticle, 'blocks' | 'metadata'>): BodyText | undefined {
  const shown = blocks
    .filter((judged) => judged.isBody && judged.kind !== 'headline')
    .map(({ block }) => block.text)
    .join('\n\n')
  const stated = metadata.body === undefined ? '' : paragraphs(metadata.body)
  if (stated.length > 2.5 * shown.length && stated.length > (shown === '' ? 150 : 400))
    return { kind: 'stated', text: stated }
  return shown === '' ? undefined : { kind: 'blocks', text: shown }
}

function paragraphs(body: string): string {
  return body
    .replace(/<\/(?:p|div|li|h\d)>|<br\s*\/?>\s*<br\s*\/?>/gi, '\n')
    .replace(/<[^>]{0,300}>/g, ' ')
    .split(/\s*\n\s*/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n\n')
}
