// Gathering from a file to the kept record: node bench/gather.mjs [--articles N]
// Reading pages beside Readability: bench/extract.mjs. Reading archives beside warcio: bench/warc.mjs.
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { warcRecord } from './warc-record.mjs'

const option = (name, fallback) => {
  const at = process.argv.indexOf(`--${name}`)
  return at === -1 ? fallback : process.argv[at + 1]
}

await record()

// From a file to the record: the whole of `onrecord add FILE.warc.gz` in this process, set up as the command is, all its threads counted.
async function record() {
  const { compileLate } = await import('../dist/show/cli/compile-late.js')
  compileLate()
  const { generate } = await import('./generate.mjs')
  const { newsPage } = await import('./news-page.mjs')
  const { addToRecord } = await import('../dist/pipeline.js')
  const { openStore } = await import('../dist/keep/open-store.js')
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'))
  const count = Number(option('articles', 400))
  const archive = (name, articles) => {
    const file = join(folder, name)
    writeFileSync(file, Buffer.concat(articles.map((each) => gzipSync(warcRecord(each.url, newsPage(each))))))
    return file
  }
  // The first articles pay for weights and compiling, in this thread.
  const small = await openStore(':memory:')
  await addToRecord(small, [archive('warm.warc.gz', [...generate(20, 99)])], { workers: 0 })
  await small.close()
  const file = archive('news.warc.gz', [...generate(count)])
  const rates = []
  for (const workers of [0, undefined]) {
    const store = await openStore(join(folder, `record-${workers}.db`))
    let kept = 0
    const [start, clock] = [process.cpuUsage(), performance.now()]
    await addToRecord(store, [file], {
      ...(workers === undefined ? {} : { workers }),
      acknowledge: ({ outcome }) => {
        if (outcome === 'added') kept += 1
      },
    })
    const { user, system } = process.cpuUsage(start)
    await store.close()
    rates.push(
      `${((kept * 1e6) / (user + system)).toFixed(1)} a core-second (${((kept * 1000) / (performance.now() - clock)).toFixed(1)} a second) ${workers === 0 ? 'on one thread' : 'on all threads, their start included'}`,
    )
  }
  console.log(
    `record       ${count} pages, ${(statSync(file).size / count / 1000).toFixed(0)} KB each packed; file to kept record: ${rates.join('; ')}`,
  )
  rmSync(folder, { recursive: true })
}
