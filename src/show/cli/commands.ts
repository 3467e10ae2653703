import { add } from './add.ts'
import { article } from './article.ts'
import { claims } from './claims.ts'
import type { Command } from './command.ts'
import { correct } from './correct.ts'
import { explain } from './explain.ts'
import { exportStories } from './export.ts'
import { feeds } from './feeds.ts'
import { page } from './page.ts'
import { predict } from './predict.ts'
import { read } from './read.ts'
import { rebuild } from './rebuild.ts'
import { search } from './search.ts'
import { serve } from './serve.ts'
import { stories } from './stories.ts'
import { story } from './story.ts'
import { watch } from './watch.ts'

/** Every command, in the order in which help lists them. */
export const commands: readonly Command[] = [
  add,
  watch,
  feeds,
  stories,
  story,
  claims,
  article,
  explain,
  correct,
  search,
  serve,
  read,
  page,
  exportStories,
  rebuild,
  predict,
]
