import type { StoryContext } from '../views/evidence.ts'
import { storyView } from '../views/story-view.ts'

/** Stories as one JSON array, a story a line: what its page says, and the story as it is kept, with its articles. */
export async function* exportJson(contexts: AsyncIterable<StoryContext>): AsyncGenerator<string> {
  yield '['
  let before: string | undefined
  for await (const context of contexts) {
    if (before !== undefined) yield `${before},`
    before = JSON.stringify(exported(context))
  }
  if (before !== undefined) yield before
  yield ']'
}

function exported(context: StoryContext) {
  return {
    view: storyView(context),
    story: context.story,
    articles: [...context.articles.values()].map(({ article, reading }) => ({ ...article, reading })),
  }
}
