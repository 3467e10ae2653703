import { expect, test } from 'vitest'
import { openMeter } from './meter.ts'

const mega = 1024 * 1024

test('a long file has a rate and a time left', () => {
  let time = 0
  const meter = openMeter(() => time)
  expect(meter.words(1)).toBe('reading: 1 article')
  meter.advance({ path: 'news.warc.gz', done: 0, of: 100 * mega })
  time = 20_000
  meter.advance({ path: 'news.warc.gz', done: 20 * mega, of: 100 * mega })
  expect(meter.words(300)).toBe('reading: 300 articles, 15 a second, 20 % of news.warc.gz, about 2 min left')
})

test('a file taken up in the middle counts only what was read since', () => {
  let time = 0
  const meter = openMeter(() => time)
  meter.advance({ path: 'news.warc.gz', done: 90 * mega, of: 100 * mega })
  time = 30_000
  meter.advance({ path: 'news.warc.gz', done: 95 * mega, of: 100 * mega })
  expect(meter.words(90)).toBe('reading: 90 articles, 3.0 a second, 95 % of news.warc.gz, about 30 s left')
})

test('standard input has a rate alone', () => {
  let time = 0
  const meter = openMeter(() => time)
  time = 4000
  expect(meter.words(2000)).toMatch(/^reading: 2,?000 articles, 500 a second$/)
})
