import { formerIdsOf } from '../compare/entities/entity-of.ts'
import type { Story } from '../model/record.ts'
import { lockedCounter, setCounter, versionGrows } from './counters.ts'
import { pack } from './pack.ts'
import { writePlaces } from './places.ts'
import type { Database } from './schema.ts'
import { slices } from './slices.ts'
import type { StoryChange } from './store.ts'
import { type Heading, slugOf, summaryOf } from './summary.ts'

/** Replaces and removes stories inside a transaction; `stale` when the log was compared further by somebody else. */
export async function writeStories(transaction: Database, change: StoryChange): Promise<'saved' | 'stale'> {
  const { save, remove, compared } = change
  if (compared !== undefined) {
    if ((await lockedCounter(transaction, 'compared')) !== compared.from) return 'stale'
    await setCounter(transaction, 'compared', compared.to)
  }
  await writePlaces(transaction, change.placed ?? [])
  const gone = [...new Set([...remove, ...save.map((story) => story.id)])]
  for (const ids of slices(gone, 500)) {
    await transaction.deleteFrom('story').where('story_id', 'in', ids).execute()
    await transaction.deleteFrom('story_article').where('story_id', 'in', ids).execute()
    await transaction.deleteFrom('story_item').where('story_id', 'in', ids).execute()
    await transaction.deleteFrom('story_alias').where('story_id', 'in', ids).execute()
  }
  for (const story of save) await writeStory(transaction, story)
  if (gone.length > 0) await versionGrows(transaction)
  return 'saved'
}

async function writeStory(transaction: Database, story: Story): Promise<void> {
  const headings = await headingsOf(transaction, story.articles)
  const { id, ...summary } = summaryOf(story, await textOf(transaction, story.title.article), headings)
  await transaction
    .insertInto('story')
    .values({
      story_id: id,
      slug: slugOf(summary.title),
      title: summary.title,
      articles: summary.articles,
      outlets: summary.outlets,
      origins: summary.origins,
      possible_origins: summary.possibleOrigins,
      disputes: summary.disputes,
      first: summary.first ?? null,
      last: summary.last ?? null,
      last_at: summary.last === undefined ? null : Date.parse(summary.last),
      body: pack(story),
    })
    .execute()
  // An article that moves here from a story that is not part of this change leaves that one.
  for (const ids of slices(story.articles, 500)) {
    await transaction
      .insertInto('story_article')
      .values(ids.map((article_id) => ({ article_id, story_id: id })))
      .onConflict((conflict) => conflict.column('article_id').doUpdateSet({ story_id: id }))
      .execute()
  }
  for (const items of slices(itemsOf(story), 500)) {
    const rows = items.map((item_id) => ({ item_id, story_id: id }))
    await transaction.insertInto('story_item').values(rows).execute()
  }
  for (const alias of story.aliases) {
    await transaction
      .insertInto('story_alias')
      .values({ alias, story_id: id })
      .onConflict((conflict) => conflict.column('alias').doUpdateSet({ story_id: id }))
      .execute()
  }
}

// What a person may ask about by its id alone.
function itemsOf(story: Story): string[] {
  const parts = [story.claims, story.plans, story.disputes, story.entities].flat()
  return [...new Set([...parts.map((part) => part.id), ...story.entities.flatMap(formerIdsOf)])]
}

async function headingsOf(transaction: Database, articles: readonly string[]): Promise<Heading[]> {
  const headings: Heading[] = []
  for (const ids of slices(articles, 500)) {
    const query = transaction
      .selectFrom('article')
      .select(['outlet', 'published'])
      .where('article_id', 'in', ids)
    for (const row of await query.execute()) {
      headings.push({ outlet: row.outlet ?? undefined, published: row.published ?? undefined })
    }
  }
  return headings
}

async function textOf(transaction: Database, article: string): Promise<string> {
  const query = transaction
    .selectFrom('article')
    .innerJoin('revision', (join) =>
      join
        .onRef('revision.article_id', '=', 'article.article_id')
        .onRef('revision.revision', '=', 'article.revision'),
    )
    .select('revision.text')
    .where('article.article_id', '=', article)
  return (await query.executeTakeFirst())?.text ?? ''
}
