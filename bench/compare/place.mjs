// node bench/compare/place.mjs [window]: articles per CPU-second of duplicates and story placement, how cost grows with
// the window, bytes of state per article, and MinHash-128 in 32 bands of 4 over the same texts. Uses the built package.
const root = new URL('../../dist/', import.meta.url)
const { sketchOf } = await import(new URL('compare/features/sketch.js', root))
const { articleFeatures } = await import(new URL('compare/features/article-features.js', root))
const { placeArticles } = await import(new URL('compare/stories/place-articles.js', root))
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

// A stream of stories of one to forty articles; every tenth article is a reprint.
function stream(count, days) {
  const live = []
  const texts = []
  for (let i = 0; i < count; i++) {
    if (live.length < 50 || random() < 0.25) live.push(Array.from({ length: 40 }, wordAt))
    if (live.length > 400) live.shift()
    const story = live[Math.floor(random() * live.length)]
    const words = Array.from({ length: 220 }, () =>
      random() < 0.35 ? story[Math.floor(random() * story.length)] : wordAt(),
    )
    const text =
      i > 10 && random() < 0.1 ? texts[i - 1 - Math.floor(random() * 10)].text : `${words.join(' ')}.`
    texts.push({
      text,
      title: words.slice(0, 8).join(' '),
      published: new Date(Date.UTC(2033, 0, 1) + (i / count) * days * 864e5).toISOString(),
    })
  }
  return texts
}

const size = Number(process.argv[2] ?? 100_000)
for (const count of [size / 10, size]) {
  const inputs = stream(count, 10)
  const tail = Math.min(2000, count / 5)
  const features = inputs.map(({ text, title, published }, i) =>
    articleFeatures({ ...articleFromText({ text, title, published }), id: `a${i}` }),
  )
  const window = emptyWindow()
  const before = process.memoryUsage()
  placeArticles(window, features.slice(0, count - tail))
  globalThis.gc?.()
  const after = process.memoryUsage()
  const start = process.cpuUsage()
  for (const { text, title, published } of inputs.slice(-tail))
    articleFeatures({ ...articleFromText({ text, title, published }), id: 't' })
  const made = process.cpuUsage(start)
  const placing = process.cpuUsage()
  placeArticles(window, features.slice(count - tail))
  const placed = process.cpuUsage(placing)
  const ms = (placed.user + placed.system) / 1000 / tail
  const featureMs = (made.user + made.system) / 1000 / tail
  console.log(
    `window ${count}: features ${featureMs.toFixed(2)} ms, duplicates and placement ${ms.toFixed(2)} ms an article, ${Math.round(1000 / (ms + featureMs))} articles per CPU-second; ${Math.round((after.heapUsed - before.heapUsed + after.arrayBuffers - before.arrayBuffers) / count)} bytes of state an article; ${window.stories.size} stories`,
  )
}

const sample = stream(1000, 1).map(({ text }) => wordsOf(text))
const time = (work) => {
  const start = process.cpuUsage()
  for (const words of sample) work(words)
  const used = process.cpuUsage(start)
  return (used.user + used.system) / 1000 / sample.length
}
const seeds = Array.from({ length: 128 }, (_, i) => mix32(i + 1))
const minHash = (words) => {
  const minima = new Float64Array(128).fill(Infinity)
  for (let i = 0; i + 5 <= words.length; i++) {
    let hash = 0
    for (let k = 0; k < 5; k++)
      for (const letter of words[i + k].form) hash = Math.imul(hash, 31) + letter.charCodeAt(0)
    for (let j = 0; j < 128; j++) minima[j] = Math.min(minima[j], mix32(hash ^ seeds[j]))
  }
  return minima
}
time(minHash)
time(sketchOf)
console.log(
  `a sketch: one-permutation ${time(sketchOf).toFixed(3)} ms, MinHash-128 ${time(minHash).toFixed(3)} ms`,
)
