// node bench/pages.mjs RECORD: latency of pages over a kept record, through the server's own handlers, and their bytes.
import { gzipSync } from 'node:zlib'
import { openStore } from '../dist/keep/open-store.js'
import { webApp } from '../dist/show/web/app.js'
import { assetAddress } from '../dist/show/web/assets.js'

const store = await openStore(process.argv[2] ?? 'onrecord.db', { make: 'never' })
const app = webApp(store)
const counts = await store.counts()
const summaries = await store.stories({ limit: 2000 })
const bySize = [...summaries].sort((a, b) => a.articles - b.articles)
const median = bySize[Math.floor(bySize.length / 2)]
const largest = bySize.at(-1)

console.log(`${'articles, stories on the record'.padEnd(52)} ${counts.articles}, ${counts.stories}`)
await measure('story list', ['/'])
await measure(`story page, median story (${median.articles} articles)`, [`/stories/${median.id}`])
await measure(`story page, largest story (${largest.articles} articles)`, [`/stories/${largest.id}`])
await measure('article page', [`/articles/${(await store.story(largest.id)).articles[0]}`])
await measure('search, one common word', ['/search?q=talks', '/search?q=hearing', '/search?q=officials'])
await measure('search, two words', ['/search?q=quarry+convoy', '/search?q=lagoon+archive'])
await measure('search, a phrase', ['/search?q=%22comes+first%22'])
await measure('version, as an open page polls it', ['/version'])
for (const [name, address, limit] of [
  ['script bytes per page, gzip (limit 10,240)', assetAddress.script, 10_240],
  ['CSS bytes per page, gzip (limit 15,360)', assetAddress.style, 15_360],
]) {
  const size = gzipSync(Buffer.from(await (await app.request(address)).arrayBuffer())).length
  console.log(`${name.padEnd(52)} ${size}`)
  if (size > limit) process.exitCode = 1
}
await store.close()

// CPU time is the figure: the wall clock of a shared machine measures its other users.
async function measure(name, paths) {
  const times = []
  let bytes = 0
  for (let round = 0; round < 25; round++) {
    for (const path of paths) {
      const start = process.cpuUsage()
      const response = await app.request(path)
      const body = await response.arrayBuffer()
      const { user, system } = process.cpuUsage(start)
      if (response.status !== 200) throw new Error(`${path}: ${response.status}`)
      bytes = body.byteLength
      if (round >= 5) times.push((user + system) / 1000)
    }
  }
  times.sort((a, b) => a - b)
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))].toFixed(1)
  console.log(
    `${`${name}, ms of CPU`.padEnd(52)} median ${at(0.5)}, 95 % ${at(0.95)} (${Math.round(bytes / 1024)} KB)`,
  )
}
