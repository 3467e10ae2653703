import { expect, test } from 'vitest'
import { ahead } from './ahead.ts'

async function* numbers(...list: number[]) {
  for (const number of list) yield number
}

test('results keep the order, however long each takes, and no more than so many are begun', async () => {
  let open = 0
  let most = 0
  const work = async (number: number) => {
    most = Math.max(most, ++open)
    for (let turn = 0; turn < 20 - number * 5; turn++) await Promise.resolve()
    open--
    return number * 10
  }
  const results: number[] = []
  for await (const result of ahead(numbers(1, 2, 3, 4), work, 2)) results.push(result)
  expect(results).toEqual([10, 20, 30, 40])
  expect(most).toBe(2)
})

test('a result comes while the source pauses', async () => {
  let go = () => {}
  const gate = new Promise<void>((resolve) => {
    go = resolve
  })
  async function* paused() {
    yield 1
    await gate
    yield 2
  }
  const results = ahead(paused(), async (number) => number, 3)
  expect((await results.next()).value).toBe(1)
  go()
  expect((await results.next()).value).toBe(2)
  expect((await results.next()).done).toBe(true)
})

test('a failure is raised after the results before it', async () => {
  const work = async (number: number) => {
    if (number === 2) throw new Error('two is bad')
    return number
  }
  const results = ahead(numbers(1, 2, 3), work, 3)
  expect((await results.next()).value).toBe(1)
  await expect(results.next()).rejects.toThrow('two is bad')
})
