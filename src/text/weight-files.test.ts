import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { allWeightFiles } from './weight-files.ts'

test('all files of weights are there, in memory that a thread shares', async () => {
  const weights = allWeightFiles()
  expect([...weights.keys()]).toEqual(
    expect.arrayContaining(['reader/reader.bin', 'reader/tags.bin', 'boundaries/sentence-ends.tsv']),
  )
  expect([...weights.values()].every(({ buffer }) => buffer instanceof SharedArrayBuffer)).toBe(true)
  expect(allWeightFiles().get('reader/reader.bin')).toBe(weights.get('reader/reader.bin'))

  const look = `const { parentPort, workerData } = require('node:worker_threads')
    parentPort.postMessage(workerData.get('reader/reader.bin').buffer)`
  const worker = new Worker(look, { eval: true, workerData: weights })
  const [buffer] = await once(worker, 'message')
  // The thread answers with the same memory: what one side writes into spare bytes the other would read.
  expect(buffer).toBeInstanceOf(SharedArrayBuffer)
  expect(buffer.byteLength).toBe(weights.get('reader/reader.bin')?.byteLength)
  await worker.terminate()
})
