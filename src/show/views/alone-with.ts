import type { Kept } from '../../keep/store.ts'
import type { Story } from '../../model/record.ts'
import type { StoryContext } from './evidence.ts'

/** An article that no story holds yet is read as a story of its own, without a name. */
export function aloneWith(kept: Kept): StoryContext {
  const { id } = kept.article
  const story: Story = {
    id: '',
    title: { article: id, start: 0, end: 0 },
    aliases: [],
    articles: [id],
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
  return { story, articles: new Map([[id, kept]]) }
}
