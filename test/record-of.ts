import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { GatherResult } from '../src/gather/result.ts'
import { openStore } from '../src/keep/open-store.ts'
import type { Article } from '../src/model/article.ts'
import type { Story } from '../src/model/record.ts'
import { addArticles } from '../src/pipeline.ts'

/** The stories of a new record that was given these articles, largest first. */
export async function recordOf(articles: readonly Article[]): Promise<readonly Story[]> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-record-'))
  const store = await openStore(join(folder, 'record.db'))
  try {
    await addArticles(store, results(articles))
    const found = await Promise.all((await store.stories()).map(({ id }) => store.story(id)))
    return found.filter((story) => story !== undefined).sort((a, b) => b.articles.length - a.articles.length)
  } finally {
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function* results(articles: readonly Article[]): AsyncGenerator<GatherResult> {
  for (const article of articles) yield { ok: true, article }
}
