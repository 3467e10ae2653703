import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '../src/keep/open-store.ts'
import type { Kept } from '../src/keep/store.ts'
import type { Story } from '../src/model/record.ts'
import type { Range } from '../src/model/span.ts'
import { addToRecord } from '../src/pipeline.ts'

/** The folder of the sample corpus. */
export const corpusFolder = join(import.meta.dirname, '..', 'corpus', 'articles')

/** The sample corpus as the product keeps it; articles go by their file number, as in EXPECTED.md: "01", "05b". */
export type CorpusRecord = {
  readonly stories: readonly Story[]
  readonly article: (number: string) => Kept
  /** The file number of an article's id. */
  readonly numberOf: (id: string) => string
  /** The story of an article. */
  readonly storyOf: (number: string) => Story
  /** The characters of a span of an article. */
  readonly words: (span: Range & { readonly article: string }) => string
}

/** Runs the whole product over files of the corpus, in the order given. */
export async function corpusRecord(inputs: readonly string[] = [corpusFolder]): Promise<CorpusRecord> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-corpus-'))
  const store = await openStore(join(folder, 'record.db'))
  try {
    await addToRecord(store, inputs)
    const ids: string[] = []
    for await (const { id } of store.log()) ids.push(id)
    const kept = await store.articles(ids)
    const summaries = await store.stories({ limit: 100 })
    const stories: Story[] = []
    for (const { id } of summaries) {
      const story = await store.story(id)
      if (story !== undefined) stories.push(story)
    }
    return recordOf(kept, stories)
  } finally {
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

function recordOf(kept: readonly Kept[], stories: readonly Story[]): CorpusRecord {
  const numbers = new Map(kept.map((each) => [each.article.id, numberFrom(each.article.provenance.from)]))
  const found = <T>(value: T | undefined, what: string): T => {
    if (value === undefined) throw new Error(`the corpus has no ${what}`)
    return value
  }
  const article = (number: string) =>
    found(
      kept.find((each) => numbers.get(each.article.id) === number),
      `article ${number}`,
    )
  return {
    stories,
    article,
    numberOf: (id) => numbers.get(id) ?? id,
    storyOf: (number) =>
      found(
        stories.find((story) => story.articles.includes(article(number).article.id)),
        `story of ${number}`,
      ),
    words: (span) =>
      found(
        kept.find((each) => each.article.id === span.article),
        span.article,
      ).article.text.slice(span.start, span.end),
  }
}

// ".../05-tidewater-wire.jsonl:2" is "05b"; other files hold one article and go by their number alone.
function numberFrom(from: string): string {
  const match = /(\d\d)-[\w-]+\.(\w+)(?::(\d+))?$/.exec(from)
  const line = match?.[3]
  if (match?.[1] === undefined) return from
  return match[1] === '05' && line !== undefined ? `05${'abc'[Number(line) - 1]}` : match[1]
}
