// node bench/events/speed.mjs [SENTENCES]: parsed sentences coded per CPU-second (type, status, sides with codes), beside a
// baseline of keyword patterns over the same sentences in the same run. Parsing is done before and not counted.
import process from 'node:process'
import { articleFromText } from '../../dist/gather/article-from-text.js'
import { findEvents } from '../../dist/read/events/events.js'
import { findTimes } from '../../dist/read/times/times.js'
import { readLanguage } from '../../dist/text/language.js'
import { paragraphsOf } from '../../dist/text/paragraphs.js'
import { generate } from '../generate.mjs'

const wanted = Number(process.argv[2] ?? 6000)
const contexts = []
let sentences = 0
for (const { text, published } of generate(100_000, 5)) {
  if (sentences >= wanted) break
  const article = articleFromText({ text, blocks: paragraphsOf(text), published })
  const context = { article, language: readLanguage(text, article.blocks) }
  contexts.push({ context, found: { times: findTimes(context), mentions: [], attributions: [] } })
  sentences += context.language.sentences.length
}
const patterns = [
  /\b(?:agreed?|promised?|pledged?)\b/gi,
  /\b(?:met|meet(?:ing)?s?|talks|visit(?:ed|s)?)\b/gi,
  /\b(?:praised?|supported|endorsed)\b/gi,
  /\b(?:demand(?:ed|s)?|urged?|called for)\b/gi,
  /\b(?:accused?|condemned?|criticis\w+)\b/gi,
  /\b(?:refused?|rejected?|denied)\b/gi,
  /\b(?:threaten\w*|warned)\b/gi,
  /\b(?:protest\w*|rall\w+|strikes?)\b/gi,
  /\b(?:troops|deploy\w*|mobili[sz]\w*)\b/gi,
  /\b(?:sanction\w*|expel\w*|suspend\w*)\b/gi,
  /\b(?:arrest\w*|detain\w*|seiz\w+)\b/gi,
  /\b(?:attack\w*|kill\w*|bomb\w*|shell\w*)\b/gi,
  /\b(?:withdr\w+|releas\w+|ceasefire)\b/gi,
  /\b(?:aid|relief|assistance)\b/gi,
]
const ours = (contexts) =>
  contexts.reduce((sum, { context, found }) => sum + findEvents(context, found).length, 0)
const baseline = (contexts) =>
  contexts.reduce(
    (sum, { context }) =>
      sum +
      context.language.sentences.reduce((hits, { start, end }) => {
        const text = context.article.text.slice(start, end)
        return hits + patterns.reduce((all, pattern) => all + (text.match(pattern)?.length ?? 0), 0)
      }, 0),
    0,
  )
const [own, keyword] = [best(ours), best(baseline)]
console.log(`${sentences} parsed sentences of ${contexts.length} generated articles, best of three runs`)
console.log(
  `  event coding       ${Math.round(sentences / own.seconds)} sentences per CPU-second, ${own.events} events`,
)
console.log(
  `  14 keyword patterns ${Math.round(sentences / keyword.seconds)} sentences per CPU-second, ${keyword.events} hits`,
)
console.log(`  ratio              ${(own.seconds / keyword.seconds).toFixed(1)} times the baseline's time`)

function best(work) {
  let found
  for (let run = 0; run < 3; run++) {
    // Fresh objects, so that no run finds what an earlier one kept.
    const fresh = contexts.map((each) => structuredClone(each))
    const before = process.cpuUsage()
    const events = work(fresh)
    const { user, system } = process.cpuUsage(before)
    const seconds = (user + system) / 1e6
    if (found === undefined || seconds < found.seconds) found = { seconds, events }
  }
  return found
}
