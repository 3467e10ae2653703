import { expect, test } from 'vitest'
import { inBatches } from './batches.ts'

test('what is there comes in whole batches, and the rest at the end', async () => {
  async function* five() {
    for (const number of [1, 2, 3, 4, 5]) yield number
  }
  expect(await all(inBatches(five(), 2))).toEqual([[1, 2], [3, 4], [5]])
})

test('a source that pauses does not hold up what it gave before', async () => {
  let go = () => {}
  const gate = new Promise<void>((resolve) => {
    go = resolve
  })
  async function* paused() {
    yield 1
    await gate
    yield 2
  }
  const batches = inBatches(paused(), 10)
  expect((await batches.next()).value).toEqual([1])
  go()
  expect((await batches.next()).value).toEqual([2])
})

test('a source that fails has its failure raised after what it gave before', async () => {
  async function* failing() {
    yield 1
    throw new Error('the source broke')
  }
  const batches = inBatches(failing(), 1)
  expect((await batches.next()).value).toEqual([1])
  await expect(batches.next()).rejects.toThrow('the source broke')
})

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const item of items) list.push(item)
  return list
}
