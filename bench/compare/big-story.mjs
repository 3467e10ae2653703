// node bench/compare/big-story.mjs [ARTICLES...]: one story of 1,000, 2,000 and 4,000 short articles unless told, all compared
// at once: CPU time and peak memory of each size, and how the cost of an article grows. A thousand articles are read; the rest are
// those again with other names and words of the same length, under addresses and times of their own. Uses the built package.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { deserialize, serialize } from 'node:v8'

const root = new URL('../../dist/', import.meta.url)
const script = fileURLToPath(import.meta.url)

if (process.argv[2] === '--one') one(Number(process.argv[3]), process.argv[4] ?? '')
else await all(process.argv.slice(2).map(Number))

async function all(told) {
  const sizes = told.length > 0 ? told : [1000, 2000, 4000]
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-story-'))
  const file = join(folder, 'read')
  writeFileSync(file, serialize(await readThousand(Math.min(1000, ...sizes))))
  let before
  for (const size of sizes) {
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      ['--max-old-space-size=8000', script, '--one', String(size), file],
      { encoding: 'utf8', maxBuffer: 2 ** 26 },
    )
    if (status !== 0) throw new Error(stderr)
    const { seconds, megabytes, held, claims, disputes, plans } = JSON.parse(stdout)
    const growth =
      before === undefined
        ? ''
        : `; an article costs ${(seconds / size / before).toFixed(2)} times what it costs in the size before`
    before = seconds / size
    console.log(
      `${size} articles: compared in ${seconds.toFixed(1)} s of CPU, ${megabytes} MB at most, ${held} MB of them the articles as read; ${claims} claims, ${plans} plans, ${disputes} disputes${growth}`,
    )
  }
  rmSync(folder, { recursive: true })
}

async function readThousand(count) {
  const { articleFromText } = await import(new URL('gather/article-from-text.js', root))
  const { read } = await import(new URL('read/read.js', root))
  const { generate } = await import(new URL('../generate.mjs', import.meta.url))
  return [...generate(count, 7, () => true, { open: 1, length: count })].map((each) => {
    const article = articleFromText(each)
    return { article, reading: read(article) }
  })
}

async function one(size, file) {
  const { compareStory } = await import(new URL('compare/compare-story.js', root))
  const read = deserialize(readFileSync(file))
  const words = inventedWords(read)
  const members = Array.from({ length: size }, (_, i) => {
    const member = read[i % read.length]
    const round = Math.floor(i / read.length)
    return round === 0 ? member : toldAgain(member, round, words)
  })
  globalThis.gc?.()
  const held = Math.round(process.memoryUsage().rss / 2 ** 20)
  const start = process.cpuUsage()
  const story = compareStory(members, { id: 's:bench', joined: [] })
  const { user, system } = process.cpuUsage(start)
  console.log(
    JSON.stringify({
      seconds: (user + system) / 1e6,
      megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
      held,
      claims: story.claims.length,
      plans: story.plans.length,
      disputes: story.disputes.length,
    }),
  )
}

// Names that the generator made up: what no word of its own text is.
function inventedWords(members) {
  const known = new Set(readFileSync(new URL('../generate.mjs', import.meta.url), 'utf8').match(/\p{L}+/gu))
  const words = new Set()
  for (const { article } of members) {
    for (const word of `${article.title} ${article.text}`.match(/\b\p{Lu}\p{Ll}{3,}\b/gu) ?? [])
      if (!known.has(word)) words.add(word)
  }
  return words
}

function toldAgain(member, round, words) {
  const renamed = (text) =>
    text.replace(/\b\p{Lu}\p{Ll}{3,}\b/gu, (word) => (words.has(word) ? otherName(word, round) : word))
  const walk = (value, key) => {
    if (Array.isArray(value)) return value.map((each) => walk(each))
    if (value !== null && typeof value === 'object') {
      return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, walk(each, name)]))
    }
    if (typeof value !== 'string') return value
    if (/^(?:\p{L}+:)?[0-9a-f]{16}$/u.test(value)) return idOf(value, round)
    if (key === 'published') return new Date(Date.parse(value) + round * 420_000).toISOString()
    return renamed(value)
  }
  return walk(member)
}

function idOf(id, round) {
  const hash = createHash('sha256').update(`${id} ${round}`).digest('hex').slice(0, 16)
  return id.slice(0, -16) + hash
}

// "Kalmar" is "Lanvos" the next time: vowels for vowels, consonants for consonants, the same each time.
const others = new Map()

function otherName(word, round) {
  const key = `${word} ${round}`
  const known = others.get(key) ?? newName(word, round)
  others.set(key, known)
  return known
}

function newName(word, round) {
  const hash = createHash('sha256').update(`${word} ${round}`).digest()
  const shifted = (letter, i) => {
    const row = 'aeiou'.includes(letter) ? 'aeiou' : 'bdfgklmnprstvz'
    return row[(hash[i] ?? 0) % row.length]
  }
  const letters = [...word.toLowerCase()].map((letter, i) =>
    i < word.length - 2 ? shifted(letter, i) : letter,
  )
  return letters[0].toUpperCase() + letters.slice(1).join('')
}
