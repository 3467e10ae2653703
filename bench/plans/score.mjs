// node bench/plans/score.mjs [--errors]: plans of the thirty stories of stories.jsonl as the product finds them from raw text,
// against the marked ones. Build before.
import { readFileSync } from 'node:fs'
import process from 'node:process'
import { record } from '../../dist/show/predict/record.js'
import { f1, measure } from './measure.mjs'

const stories = readFileSync(new URL('stories.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line))
const figures = measure(
  stories.map((story) => [
    story,
    JSON.parse(JSON.stringify(record({ id: story.id, articles: story.articles }))),
  ]),
)
const line = (name, sum) =>
  console.log(
    `${name.padEnd(20)} F1 ${f1(sum).toFixed(1).padStart(5)}   right ${sum.right}, predicted ${sum.predicted}, marked ${sum.gold}`,
  )
console.log(
  `${stories.length} stories, ${stories.reduce((sum, { articles }) => sum + articles.length, 0)} articles`,
)
line('plan entries', figures.entries)
line('plan linking', figures.linking)
line('plan status', figures.status)
line('changes', figures.changes)
for (const [slot, sum] of Object.entries(figures.slots)) line(`slot ${slot}`, sum)
if (process.argv.includes('--errors')) for (const error of figures.errors) console.log(error)
