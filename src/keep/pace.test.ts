import { expect, test } from 'vitest'
import { openPace } from './pace.ts'

test('work is first due after a minute; what took a second, again after four', async () => {
  let clock = 0
  const pace = openPace(() => clock)
  clock += 59_999
  expect(pace.isDue()).toBe(false)
  clock += 1
  expect(pace.isDue()).toBe(true)
  await pace.take(async () => {
    clock += 1000
  })
  clock += 3999
  expect(pace.isDue()).toBe(false)
  clock += 1
  expect(pace.isDue()).toBe(true)
})
