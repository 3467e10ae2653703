import type { StoryContext } from '../views/evidence.ts'
import { storyView } from '../views/story-view.ts'

/** Stories as facts, one JSON object a line, each naming its story and what it is in `kind`. */
export async function* exportNdjson(contexts: AsyncIterable<StoryContext>): AsyncGenerator<string> {
  for await (const context of contexts) {
    const { claims, plans, disputes, timeline, sources, people, ...rest } = storyView(context)
    const { id, title, articles, outlets, origins, span, lastReport, undated } = rest
    const fact = (kind: string, value: object) => JSON.stringify({ kind, story: id, ...value })
    yield fact('story', { title, articles, outlets, origins, span, lastReport, undated })
    for (const each of sources) yield fact('article', each)
    for (const each of claims) yield fact('claim', each)
    for (const each of plans) yield fact('plan', each)
    for (const each of disputes) yield fact('dispute', each)
    for (const each of timeline) yield fact('timeline', each)
    for (const each of people) yield fact('person', each)
  }
}
