// Feed conformance: node bench/feeds/score.mjs [--peers FOLDER] [--failing]
// Every row of cases.tsv is a feed, a field and what it should hold. feedsmith alone is read beside, and rss-parser and feedparser
// where they are installed: npm install --prefix FOLDER rss-parser feedparser
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pathToFileURL } from 'node:url'
import { parseFeed } from 'feedsmith'

const [folder, extension] = process.features.typescript ? ['../../src', 'ts'] : ['../../dist', 'js']
const load = (path) => import(`${folder}/gather/${path}.${extension}`)
const { readFeed } = await load('feed/read-feed')
const { plainWords } = await load('feed/feed-words')
const { readDate } = await load('date')

const address = 'https://harrow.example/feed'

/** The cases: `{ id, name, feed, field, want }`. */
export function feedCases() {
  const rows = readFileSync(new URL('./cases.tsv', import.meta.url), 'utf8')
    .split('\n')
    .filter((row) => row !== '' && !row.startsWith('#'))
  return rows.slice(1).map((row) => {
    const [id, name, form, text, field, want] = row.split('\t')
    const unescaped = text.replaceAll('\\bom', '\ufeff').replaceAll('\\v', '\u000b')
    const lines =
      form.startsWith('json') || unescaped.trimStart().startsWith('{')
        ? unescaped
        : unescaped.replaceAll('\\n', '\n')
    return { id, name, feed: forms[form](lines), field, want }
  })
}

const modules =
  'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"'
const rdf = (channel, item) =>
  `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" ${modules}><channel rdf:about="https://harrow.example/">${channel}</channel>${item}</rdf:RDF>`
const forms = {
  raw: (feed) => feed,
  atom: (entry) => `<feed xmlns="http://www.w3.org/2005/Atom"><title>t</title><entry>${entry}</entry></feed>`,
  'atom-feed': (part) =>
    `<feed xmlns="http://www.w3.org/2005/Atom">${part}<entry><id>urn:1</id></entry></feed>`,
  rss: (item) =>
    `<rss version="2.0" ${modules}><channel><title>t</title><item>${item}</item></channel></rss>`,
  'rss-channel': (part) =>
    `<rss version="2.0" ${modules}><channel>${part}<item><title>x</title></item></channel></rss>`,
  rdf: (item) => rdf('<title>t</title>', `<item>${item}</item>`),
  'rdf-channel': (part) => rdf(part, '<item><title>x</title></item>'),
  json: (item) =>
    `{"version":"https://jsonfeed.org/version/1.1","title":"t","items":[{"id":"1",${item.slice(1, -1)}}]}`.replace(
      '"id":"1","id"',
      '"id"',
    ),
}

/** What On Record makes of a feed, in the words of the cases. */
export function ours(text) {
  const read = readFeed(text, address)
  if (!read.ok) return { count: 'no feed' }
  const [first] = read.items
  return {
    feed: read.title,
    count: String(read.items.length),
    titles: read.items.flatMap(({ title }) => title ?? []).join('|'),
    title: first?.title,
    url: first?.url,
    published: moment(first?.published),
    modified: moment(first?.modified),
    authors: first?.authors.join('|'),
    source: first?.source,
    content: plainWords(first?.html, 'markup'),
    summary: plainWords(first?.summary),
  }
}

function moment(text) {
  const read = text === undefined ? undefined : readDate(text)
  return read?.ok ? read.value : undefined
}

// What peers give is taken as they give it; texts lose their tags and the space around, and dates may be of any form of the same moment.
const bare = (text) =>
  typeof text === 'string'
    ? text
        .replace(/<[^>]*>/g, '')
        .replace(/\s+/g, ' ')
        .trim()
    : undefined

function feedsmith(text) {
  let whole
  try {
    whole = parseFeed(text)
  } catch {
    return { count: 'no feed' }
  }
  const { format, feed } = whole
  const items = (format === 'atom' ? feed.entries : feed.items) ?? []
  const word = (value) => bare(typeof value === 'string' ? value : value?.value)
  const [first] = items
  const link = first?.links?.find(({ rel }) => rel === undefined || rel === 'alternate')?.href
  return {
    feed: word(feed.title),
    count: String(items.length),
    titles: items.flatMap(({ title }) => word(title) ?? []).join('|'),
    title: word(first?.title),
    url: first?.link ?? first?.url ?? link,
    published: first?.published ?? first?.pubDate ?? first?.date_published ?? first?.dc?.dates?.[0],
    modified: first?.updated ?? first?.date_modified ?? first?.dcterms?.modified?.[0],
    authors: (first?.authors?.map(({ name, email }) => name ?? email) ?? first?.dc?.creators ?? []).join('|'),
    source: bare(first?.source?.title?.value ?? first?.source?.title),
    content: bare(
      first?.content?.encoded ?? first?.content?.value ?? first?.content_html ?? first?.content_text,
    ),
    summary: bare(first?.summary?.value ?? first?.summary ?? first?.description),
  }
}

async function rssParser(Parser, text) {
  let feed
  try {
    feed = await new Parser().parseString(text)
  } catch {
    return { count: 'no feed' }
  }
  const [first] = feed.items
  return {
    feed: bare(feed.title),
    count: String(feed.items.length),
    titles: feed.items.flatMap(({ title }) => bare(title) ?? []).join('|'),
    title: bare(first?.title),
    url: first?.link,
    published: first?.isoDate ?? first?.pubDate,
    modified: first?.updated,
    authors: first?.creator ?? first?.author ?? '',
    source: bare(first?.source),
    content: bare(first?.['content:encoded'] ?? first?.content),
    summary: bare(first?.summary ?? first?.content),
  }
}

async function feedparser(FeedParser, text) {
  const items = []
  let meta
  try {
    await new Promise((resolve, reject) => {
      const parser = new FeedParser({ feedurl: address })
      parser
        .on('error', reject)
        .on('end', resolve)
        .on('meta', (found) => {
          meta = found
        })
      parser.on('readable', () => {
        for (let item = parser.read(); item; item = parser.read()) items.push(item)
      })
      Readable.from([Buffer.from(text)]).pipe(parser)
    })
  } catch {
    if (meta === undefined) return { count: 'no feed' }
  }
  const [first] = items
  return {
    feed: bare(meta?.title),
    count: String(items.length),
    titles: items.flatMap(({ title }) => bare(title) ?? []).join('|'),
    title: bare(first?.title),
    url: first?.link ?? undefined,
    published: first?.pubdate?.toISOString?.(),
    modified: first?.date?.toISOString?.(),
    authors: first?.author ?? '',
    source: bare(first?.source?.title),
    content: bare(first?.description),
    summary: bare(first?.summary),
  }
}

/** True where a value is what a case wants; moments of dates may be written in any way that is as exact. */
function isWanted(value, { field, want }) {
  const got = value === undefined || value === '' || value === null ? '-' : value
  if (got === want) return true
  if ((field !== 'published' && field !== 'modified') || want === '-' || got === '-') return false
  return want.includes('T') ? Date.parse(got) === Date.parse(want) : got.startsWith(want)
}

/** Counts what a reader gets right by the section of the cases; a reader that throws has crashed. */
export async function scoreReader(read) {
  const sections = new Map()
  const failing = []
  let crashes = 0
  for (const one of feedCases()) {
    const name = one.id.replace(/-\d+$/, '')
    const section = sections.get(name) ?? { right: 0, of: 0 }
    sections.set(name, section)
    section.of += 1
    let found = {}
    try {
      found = await read(one.feed)
    } catch (error) {
      crashes += 1
      found = { [one.field]: `crashed: ${error.message}` }
    }
    if (isWanted(found[one.field], one)) section.right += 1
    else failing.push({ ...one, got: found[one.field] })
  }
  const of = [...sections.values()].reduce((sum, each) => sum + each.of, 0)
  return { sections, failing, crashes, right: of - failing.length, of, share: (of - failing.length) / of }
}

async function peers() {
  const at = process.argv.indexOf('--peers')
  const from = at === -1 ? import.meta.url : pathToFileURL(join(process.argv[at + 1], 'package.json'))
  const require = createRequire(from)
  const found = []
  for (const [name, reader] of [
    ['rss-parser', rssParser],
    ['feedparser', feedparser],
  ]) {
    try {
      const peer = require(name)
      found.push([name, (text) => reader(peer.default ?? peer, text)])
    } catch {
      console.log(`${name}: not installed, see the head of bench/feeds/score.mjs`)
    }
  }
  return found
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const readers = [['On Record', ours], ['feedsmith', feedsmith], ...(await peers())]
  const scores = []
  for (const [name, read] of readers) scores.push([name, await scoreReader(read)])
  console.log(`${'cases'.padEnd(18)}${'of'.padStart(5)}${scores.map(([name]) => name.padStart(12)).join('')}`)
  for (const [section, { of }] of scores[0][1].sections) {
    const counts = scores.map(([, { sections }]) => String(sections.get(section).right).padStart(12))
    console.log(`${section.padEnd(18)}${String(of).padStart(5)}${counts.join('')}`)
  }
  const total = scores.map(([, { share }]) => share.toFixed(3).slice(1).padStart(12))
  console.log(`${'share'.padEnd(18)}${String(scores[0][1].of).padStart(5)}${total.join('')}`)
  console.log(
    `${'crashes'.padEnd(23)}${scores.map(([, { crashes }]) => String(crashes).padStart(12)).join('')}`,
  )
  if (process.argv.includes('--failing'))
    for (const { id, name, want, got } of scores[0][1].failing)
      console.log(`${id} ${name}: wanted ${want}, got ${got}`)
}
