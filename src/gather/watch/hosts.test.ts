import { expect, test } from 'vitest'
import { openHosts } from './hosts.ts'

test('a host is asked one thing at a time, and left alone for its pause; others are not held up', () => {
  let now = 1000
  const hosts = openHosts(1, () => now)
  hosts.enter('a.example')
  expect(hosts.mayEnter('a.example')).toBe(false)
  expect(hosts.mayEnter('b.example')).toBe(true)
  expect(hosts.nextFree()).toBeUndefined()
  hosts.leave('a.example', 500)
  expect(hosts.busy()).toEqual(['a.example'])
  expect(hosts.nextFree()).toBe(1500)
  now = 1500
  expect(hosts.mayEnter('a.example')).toBe(true)
  expect(hosts.busy()).toEqual([])
  expect(hosts.nextFree()).toBeUndefined()
})

test('several requests may run on a host where that is allowed', () => {
  const hosts = openHosts(2, () => 0)
  hosts.enter('a.example')
  expect(hosts.mayEnter('a.example')).toBe(true)
  hosts.enter('a.example')
  expect(hosts.mayEnter('a.example')).toBe(false)
  hosts.leave('a.example', 0)
  expect(hosts.mayEnter('a.example')).toBe(true)
})
