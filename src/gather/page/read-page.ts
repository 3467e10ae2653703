import type { Block } from '../../model/article.ts'
import type { Issue } from '../../model/reason.ts'
import { hull, type Range } from '../../model/span.ts'
import type { Draft } from '../finish.ts'
import { issue } from '../issue.ts'
import { bodyText } from './body-text.ts'
import type { JudgedBlock } from './judge-blocks.ts'
import type { PageMetadata } from './metadata/metadata.ts'
import { pageArticle } from './page-article.ts'

/** Where a page comes from. */
export type PageFrom = { readonly from: string; readonly url: string | undefined }

/** The article of a page as a draft; undefined where there is none. */
export function readPage(html: string, { from, url }: PageFrom): Draft | undefined {
  const page = pageArticle(html, url)
  const { metadata } = page
  const body = bodyText(page)
  if (body === undefined || body.text.length < 80) return undefined
  const headline = page.blocks.find((judged) => judged.kind === 'headline')
  const parts =
    body.kind === 'stated'
      ? stated(body.text)
      : page.blocks.filter((judged) => judged.kind !== undefined && judged.kind !== 'headline').map(part)
  const first = headline === undefined ? titlePart(metadata.title) : part(headline)
  return {
    from,
    ...composed(first === undefined ? parts : [first, ...parts]),
    title: metadata.title,
    url: metadata.url,
    outlet: metadata.site,
    published: metadata.published,
    issues: dateIssues(metadata, from),
    modified: metadata.modified,
    byline: metadata.authors.length === 0 ? undefined : metadata.authors,
    credit: metadata.credit,
    section: metadata.section,
    provenance: { from },
  }
}

// Where a page has no other date, the one that it cannot have is why.
function dateIssues({ published, unlikely }: PageMetadata, from: string): readonly Issue[] {
  if (published !== undefined || unlikely === undefined) return []
  return [issue('unlikely-date', `${from}: published`, `found "${unlikely.slice(0, 60)}"`)]
}

type Part = Pick<Block, 'kind' | 'rule' | 'source'> & {
  readonly text: string
  readonly links: readonly (Range & { readonly url: string })[]
}

function part({ block, kind, rule }: JudgedBlock): Part {
  return { text: block.text, kind: kind ?? 'prose', rule, source: hull(block.pieces), links: block.links }
}

function titlePart(title: string | undefined): Part | undefined {
  return title === undefined ? undefined : { text: title, kind: 'headline', rule: 'PG-HEAD-02', links: [] }
}

function stated(text: string): readonly Part[] {
  return text.split('\n\n').map((words) => ({ text: words, kind: 'prose', rule: 'PG-BODY-01', links: [] }))
}

function composed(parts: readonly Part[]): Pick<Draft, 'text' | 'blocks' | 'links'> {
  const blocks: Block[] = []
  const links: (Range & { readonly url: string })[] = []
  let text = ''
  for (const { text: words, kind, rule, source, links: own } of parts) {
    const start = text === '' ? 0 : text.length + 2
    text += (text === '' ? '' : '\n\n') + words
    blocks.push({ start, end: text.length, kind, rule, ...(source === undefined ? {} : { source }) })
    for (const link of own) links.push({ start: start + link.start, end: start + link.end, url: link.url })
  }
  return { text, blocks, links: links.length === 0 ? undefined : links }
}
