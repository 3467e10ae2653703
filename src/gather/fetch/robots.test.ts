import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Answer, openSite, type Site } from '../watch/news-site.contract.ts'
import { openRobots } from './robots.ts'

let site: Site
let clock: number
beforeEach(async () => {
  site = await openSite()
  clock = Date.parse('2031-03-04T09:00:00Z')
})
afterEach(() => site.close())

const open = (more = {}) => openRobots({ allowPrivate: true, ...more }, () => clock)
const text =
  (body: string): Answer =>
  (_, response) =>
    response.writeHead(200).end(body)
const at = (path: string) => new URL(path, site.url)
const asks = () => site.asked.length

test('what is closed to all is closed, with the line that closes it; the rest is open', async () => {
  site.put('/robots.txt', text('User-agent: *\nDisallow: /closed/\nAllow: /closed/open\n'))
  const robots = open()
  expect(await robots.admit(at('/closed/a'))).toMatchObject({
    code: 'refused-by-robots',
    message: expect.stringMatching(/robots\.txt:2 asks not to fetch it; .+/),
  })
  expect(await robots.admit(at('/closed/open/b'))).toBeUndefined()
  expect(await robots.admit(at('/a'))).toBeUndefined()
  expect(asks()).toBe(1)
})

test('rules for this reader by its name go before those for all', async () => {
  site.put(
    '/robots.txt',
    text('User-agent: *\nDisallow: /\n\nUser-agent: onrecord\nDisallow: /private\nCrawl-delay: 7\n'),
  )
  const robots = open()
  expect(await robots.admit(at('/a'))).toBeUndefined()
  expect(await robots.admit(at('/private'))).toMatchObject({ code: 'refused-by-robots' })
  expect(robots.pauseOf(`${site.url}/a`)).toBe(7000)
  expect(robots.pauseOf('https://aster.example/')).toBeUndefined()
})

test('a pause is at most an hour', async () => {
  site.put('/robots.txt', text('User-agent: *\nCrawl-delay: 999999\n'))
  const robots = open()
  await robots.admit(at('/a'))
  expect(robots.pauseOf(`${site.url}/a`)).toBe(3_600_000)
})

test('a site without robots.txt is open, and asked for it once a day', async () => {
  const robots = open()
  for (const hours of [0, 23, 2]) {
    clock += hours * 3_600_000
    expect(await robots.admit(at('/a'))).toBeUndefined()
  }
  expect(asks()).toBe(2)
})

test('a site that cannot say is closed for ten minutes', async () => {
  site.put('/robots.txt', (_, response) => response.writeHead(503).end())
  const robots = open()
  expect(await robots.admit(at('/a'))).toMatchObject({ code: 'http-status' })
  expect(await robots.admit(at('/b'))).toMatchObject({ code: 'http-status' })
  expect(asks()).toBe(1)
  clock += 11 * 60_000
  site.put('/robots.txt', text(''))
  expect(await robots.admit(at('/a'))).toBeUndefined()
})

test('a robots.txt that moved is followed, and pages asked for at once wait for one answer', async () => {
  site.put('/robots.txt', (_, response) => response.writeHead(301, { location: '/other.txt' }).end())
  site.put('/other.txt', text('User-agent: *\nDisallow: /a\n'))
  const robots = open()
  const found = await Promise.all(['/a', '/b', '/c'].map((path) => robots.admit(at(path))))
  expect(found.map((each) => each?.code)).toEqual(['refused-by-robots', undefined, undefined])
  expect(site.asked).toEqual(['/robots.txt', '/other.txt'])
})

test('bytes that are no robots.txt close nothing', async () => {
  site.put('/robots.txt', text('<!doctype html><html>\u0000 Disallow / \n:::\nDisallow'))
  expect(await open().admit(at('/a'))).toBeUndefined()
})
