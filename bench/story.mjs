// node bench/story.mjs [ARTICLES...]: one story that grows, by default to 20, 100 and 500 articles: CPU time of a new article's
// comparing, of its page, and the bytes that the story takes; each beside the size before, so that growth can be seen.

import { articleFromText } from '../dist/gather/article-from-text.js'
import { openStore } from '../dist/keep/open-store.js'
import { openSettler } from '../dist/keep/settle/settle.js'
import { read } from '../dist/read/read.js'
import { webApp } from '../dist/show/web/app.js'
import { generate } from './generate.mjs'

const sizes = process.argv.slice(2).map(Number)
const marks = sizes.length > 0 ? sizes.sort((a, b) => a - b) : [20, 100, 500]
const store = await openStore(':memory:')
const settler = openSettler(store)
const last = 5
const most = marks.at(-1) + last
const articles = [...generate(most, 7, undefined, { open: 1, length: most })].map((article) =>
  articleFromText(article),
)

let kept = 0
for (const mark of marks) {
  await keep(articles.slice(kept, mark))
  await settler.settle({ late: 'wait' })
  kept = mark
  const [story] = (await store.stories({ limit: 100 })).sort((a, b) => b.articles - a.articles)
  // Each of the next few comes alone; they are the beginning of what the next size keeps.
  const times = []
  for (const article of articles.slice(kept, kept + last)) {
    await keep([article])
    times.push(await cpuOf(() => settler.settle({ late: 'wait' })))
  }
  kept += last
  const app = webApp(store)
  const pages = []
  let bytes = 0
  for (let round = 0; round < 15; round++) {
    pages.push(
      await cpuOf(async () => {
        bytes = (await (await app.request(`/stories/${story.id}`)).arrayBuffer()).byteLength
      }),
    )
  }
  const view = await store.story(story.id)
  console.log(
    [
      `${String(story.articles).padStart(6)} articles`,
      `${view.claims.length} claims`,
      `one more compared in ${median(times).toFixed(0)} ms of CPU`,
      `page in ${median(pages.slice(5)).toFixed(1)} ms (first ${pages[0].toFixed(0)}), ${Math.round(bytes / 1024)} KB`,
    ].join(', '),
  )
}
await store.close()

function keep(some) {
  return store.keep(some.map((article) => ({ article, reading: read(article) })))
}

async function cpuOf(work) {
  const start = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]
}
