// node bench/compare/place.mjs [window]: articles per CPU-second of duplicates and story placement (100,000 in the window unless
// told), how cost grows with the window, bytes of state per article; beside it, over the same texts, what most systems do:
// MinHash-128 in 32 bands of 4 for duplicates and TF-IDF cosine over whole posting lists for stories. Uses the built package.
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose_gc')
const collectGarbage = runInNewContext('gc')
const root = new URL('../../dist/', import.meta.url)
const { sketchOf } = await import(new URL('compare/features/sketch.js', root))
const { articleFeatures } = await import(new URL('compare/features/article-features.js', root))
const { placeArticle } = await import(new URL('compare/stories/place-article.js', root))
const { emptyWindow } = await import(new URL('compare/stories/window.js', root))
const { wordsOf } = await import(new URL('compare/words/words.js', root))
const { mix32 } = await import(new URL('compare/words/hash32.js', root))
const { articleFromText } = await import(new URL('gather/article-from-text.js', root))

let seed = 7
const random = () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
  return seed / 2 ** 32
}
const syllables = 'ba ce di fo gu ha ke li mo nu pa re si to vu wa ze xi yo qua bren stal mor kin dov'.split(
  ' ',
)
const vocabulary = Array.from({ length: 30_000 }, () =>
  Array.from(
    { length: 2 + Math.floor(random() * 3) },
    () => syllables[Math.floor(random() * syllables.length)],
  ).join(''),
)
const wordAt = () => vocabulary[Math.floor(vocabulary.length * random() ** 3)]

// A stream of stories of one to forty articles; every tenth article is a reprint. The same each time.
function* stream(count, days) {
  seed = 7
  const live = []
  const latest = []
  for (let i = 0; i < count; i++) {
    if (live.length < 50 || random() < 0.25) live.push(Array.from({ length: 40 }, wordAt))
    if (live.length > 400) live.shift()
    const story = live[Math.floor(random() * live.length)]
    const words = Array.from({ length: 220 }, () =>
      random() < 0.35 ? story[Math.floor(random() * story.length)] : wordAt(),
    )
    const isReprint = latest.length > 9 && random() < 0.1
    const text = isReprint ? latest[Math.floor(random() * latest.length)] : `${words.join(' ')}.`
    latest.push(text)
    if (latest.length > 10) latest.shift()
    const published = new Date(Date.UTC(2033, 0, 1) + (i / count) * days * 864e5).toISOString()
    const article = articleFromText({ text, title: words.slice(0, 8).join(' '), published })
    yield { ...article, id: (i + 1e15).toString(16).padStart(16, '0') }
  }
}

const size = Number(process.argv[2] ?? 100_000)
const cpu = (work) => {
  const start = process.cpuUsage()
  work()
  const used = process.cpuUsage(start)
  return (used.user + used.system) / 1000
}
const memory = () => {
  collectGarbage()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

// What is looked up once for each word of a language is no state of a window.
for (const article of stream(Math.min(20_000, size), 10)) articleFeatures(article)
const costs = []
for (const count of [size / 10, size]) {
  const tail = Math.min(2000, count / 5)
  const before = memory()
  const window = emptyWindow()
  const last = []
  let bytes
  for (const article of stream(count, 10)) {
    if (window.shelf.next < count - tail) placeArticle(window, articleFeatures(article))
    else {
      bytes ??= (memory() - before) / (count - tail)
      last.push(article)
    }
  }
  const features = last.map(articleFeatures)
  const made = cpu(() => last.map(articleFeatures)) / tail
  const placed = cpu(() => features.map((each) => placeArticle(window, each))) / tail
  costs.push(made + placed)
  const plain = costOfPeer(count)
  console.log(
    `window ${count}: features ${made.toFixed(2)} ms, duplicates and placement ${placed.toFixed(2)} ms an article, ${Math.round(1000 / (made + placed))} articles per CPU-second; ${Math.round(bytes)} bytes of state an article; ${window.stories.size} stories; MinHash-128 and plain TF-IDF: ${plain.toFixed(2)} ms an article, ${Math.round(1000 / plain)} per CPU-second`,
  )
}
console.log(`growth of cost for 10 times the window: ${(costs[1] / costs[0]).toFixed(2)}`)

const sample = [...stream(1000, 1)].map(({ text }) => wordsOf(text))
const each = (work) => cpu(() => sample.forEach(work)) / sample.length
each(minHash)
each(sketchOf)
const [ours, theirs] = [each(sketchOf), each(minHash)]
console.log(
  `a sketch: one-permutation ${ours.toFixed(3)} ms, MinHash-128 ${theirs.toFixed(3)} ms, ${(theirs / ours).toFixed(1)} times`,
)

function costOfPeer(count) {
  const peer = openPeer()
  const last = []
  let i = 0
  for (const { text } of stream(count, 10)) {
    if (i++ < count - 100) peer.remember(wordsOf(text))
    else last.push(wordsOf(text))
  }
  return cpu(() => last.forEach(peer.place)) / last.length
}

function minHash(words) {
  const minima = new Float64Array(128).fill(Infinity)
  for (let i = 0; i + 5 <= words.length; i++) {
    let hash = 0
    for (let k = 0; k < 5; k++)
      for (const letter of words[i + k].form) hash = Math.imul(hash, 31) + letter.charCodeAt(0)
    for (let j = 0; j < 128; j++) minima[j] = Math.min(minima[j], mix32(hash ^ mix32(j + 1)))
  }
  return minima
}

// Every article that shares a term is a candidate; rarity as it is when the article comes.
function openPeer() {
  const postings = new Map()
  const bands = new Map()
  let count = 0
  const vectorOf = (words) => {
    const counts = new Map()
    for (const { key, empty } of words) if (!empty) counts.set(key, (counts.get(key) ?? 0) + 1)
    return counts
  }
  const remember = (words) => {
    for (const [term, weight] of vectorOf(words)) {
      const list = postings.get(term) ?? []
      list.push(count, weight)
      postings.set(term, list)
    }
    count++
  }
  const place = (words) => {
    const minima = minHash(words)
    for (let band = 0; band < 32; band++) {
      const key = minima.slice(band * 4, band * 4 + 4).join()
      bands.set(key, [...(bands.get(key) ?? []), count])
    }
    const scores = new Map()
    for (const [term, weight] of vectorOf(words)) {
      const list = postings.get(term) ?? []
      const rarity = Math.log((1 + count) / (1 + list.length / 2)) ** 2
      for (let i = 0; i < list.length; i += 2)
        scores.set(list[i], (scores.get(list[i]) ?? 0) + weight * list[i + 1] * rarity)
    }
    let best
    for (const entry of scores) if (best === undefined || entry[1] > best[1]) best = entry
    remember(words)
    return best
  }
  return { remember, place }
}
