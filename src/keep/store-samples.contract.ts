import type { Article } from '../model/article.ts'
import { articleId, hash64 } from '../model/id.ts'
import type { Story } from '../model/record.ts'
import type { Kept, Placed } from './store.ts'

/** All that comes from a source. */
export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const item of items) list.push(item)
  return list
}

/** A small article with an empty reading. */
export function kept(text: string, more: Partial<Article> = {}): Kept {
  const id = articleId({ text, ...more })
  const revision = hash64(JSON.stringify([text, more]))
  const whole = { start: 0, end: text.length }
  const article: Article = {
    id,
    revision,
    text,
    blocks: [{ ...whole, kind: 'prose', rule: 'test' }],
    provenance: { from: 'test' },
    issues: [],
    ...more,
  }
  const reading = {
    article: id,
    revision,
    reader: 'test',
    sentences: [whole],
    mentions: [],
    chains: [],
    times: [],
    quotations: [],
    attributions: [],
    events: [],
    issues: [],
  }
  return { article, reading }
}

/** An article placed at a turn. */
export function place(key: string, { article }: Kept): Placed {
  return {
    key,
    sequence: 1,
    features: {
      article: article.id,
      revision: article.revision,
      terms: [1, 2],
      weights: [3, 4],
      names: [],
      title: [],
      sketch: [],
      words: 2,
    },
    placement: { article: article.id, story: 's', rule: 'JOIN-NEW', score: 0.5, because: ['test'] },
  }
}

/** The whole of an article as a span. */
export function span({ article }: Kept) {
  return { article: article.id, start: 0, end: article.text.length }
}

/** A story without anything compared. */
export function story(id: string, members: readonly Kept[]): Story {
  const first = members[0]?.article
  return {
    id,
    title: { article: first?.id ?? '', start: 0, end: first?.text.length ?? 0 },
    aliases: [],
    articles: members.map((each) => each.article.id),
    joined: [],
    entities: [],
    claims: [],
    relays: [],
    copies: [],
    plans: [],
    changes: [],
    disputes: [],
    timeline: [],
    positions: [],
    framing: [],
    brief: [],
  }
}
