import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import axe from 'axe-core'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { StoryView } from '../src/show/views/story-view.ts'
import { openChromium } from './chromium.ts'
import { type ServedRecord, serveRecord } from './served-record.ts'

const corpus = join(import.meta.dirname, '..', 'corpus', 'articles')
const slow = 600_000

let record: ServedRecord
let browser: Browser
let story: StoryView
let pages: Readonly<Record<string, string>>

beforeAll(async () => {
  record = await serveRecord([corpus])
  browser = await openChromium()
  const list = await json<{ stories: { href: string; articles: number }[] }>('/stories.json')
  const largest = [...list.stories].sort((a, b) => b.articles - a.articles)[0]
  story = await json<StoryView>(`${largest?.href}.json`)
  pages = {
    stories: '/',
    story: story.href,
    claim: story.claims[0]?.href ?? 'none',
    person: story.people[0]?.href ?? 'none',
    article: story.sources[0]?.href ?? 'none',
    noise: story.sources.find((source) => source.outlet === 'Harbour Herald')?.href ?? 'none',
    passage: story.claims[0]?.gist.href ?? 'none',
    search: '/search?q=strait',
    'empty search': '/search',
    about: '/about',
    rules: '/rules',
    lost: '/no/such/page',
  }
}, slow)

afterAll(async () => {
  await browser?.close()
  await record?.close()
})

describe('no accessibility violation, in either theme, at 390 and 1280 pixels', () => {
  test.each([
    'stories',
    'story',
    'claim',
    'person',
    'article',
    'noise',
    'passage',
    'search',
    'empty search',
    'about',
    'rules',
    'lost',
  ])(
    '%s',
    async (name) => {
      const found: string[] = []
      const page = await browser.newPage()
      await page.goto(record.address(pages[name] ?? 'none'))
      await page.evaluate(axe.source)
      for (const width of [390, 1280]) {
        await page.setViewportSize({ width, height: 900 })
        const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
        if (Number(overflow) > 0) found.push(`${width}: wider than the window by ${overflow}`)
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme })
          const { violations } = await page.evaluate<{ violations: Violation[] }>(
            "axe.run({ resultTypes: ['violations'] })",
          )
          for (const each of violations) {
            found.push(`${colorScheme} ${width}: ${each.id} ${each.nodes.map((node) => node.html).join(' ')}`)
          }
        }
      }
      await page.close()
      expect(found).toEqual([])
    },
    slow,
  )
})

test('every page has a twin in JSON, named in its head', async () => {
  for (const [name, address] of Object.entries(pages)) {
    const html = await (await fetch(record.address(address))).text()
    const twin = /<link rel="alternate" type="application\/json" href="([^"]+)"/.exec(html)?.[1]
    if (name === 'lost') {
      expect(twin).toBeUndefined()
      continue
    }
    const response = await fetch(record.address((twin ?? 'none').replaceAll('&amp;', '&')))
    expect([name, response.status, response.headers.get('content-type')]).toEqual([
      name,
      200,
      'application/json',
    ])
    expect(Object.keys(await response.json()).length).toBeGreaterThan(0)
  }
})

test('what is not there is a 404 that says where to go, as a page and as JSON', async () => {
  for (const address of [
    '/no',
    '/stories/none',
    '/articles/none',
    `${story.href}/claims/none`,
    `${story.href}/entities/none`,
  ]) {
    const page = await fetch(record.address(address))
    expect([address, page.status]).toEqual([address, 404])
    expect(await page.text()).toContain('href="/search"')
    const twin = await fetch(record.address(`${address}.json`))
    expect([twin.status, Object.keys(await twin.json())]).toEqual([404, ['problem']])
  }
})

test(
  'each link of the story page to a passage leads to those very characters, highlighted',
  async () => {
    const html = await (await fetch(record.address(story.href))).text()
    const links = [
      ...new Set(
        [...html.matchAll(/href="(\/articles\/([^"?]+)\?at=(\d+)-(\d+)#at)"/g)].map((match) => match[1]),
      ),
    ]
    expect(links.length).toBeGreaterThan(20)
    for (const link of links) {
      const [, id, start, end] = /articles\/([^?]+)\?at=(\d+)-(\d+)/.exec(link ?? '') ?? []
      const kept = await record.store.article(decodeURIComponent(id ?? ''))
      const wanted = kept?.article.text.slice(Number(start), Number(end)) ?? 'no such article'
      const target = await (await fetch(record.address(link ?? ''))).text()
      const lit = [...target.matchAll(/<mark[^>]*class="[^"]*\bat\b[^"]*"[^>]*>(.*?)<\/mark>/gs)].map(
        (match) => unescaped((match[1] ?? '').replace(/<[^>]*>/g, '')),
      )
      expect(squeezed(lit.join(''))).toBe(squeezed(wanted))
      expect(target.match(/id="at"/g)).toHaveLength(1)
    }
  },
  slow,
)

test('the pages say the same and their links work without script', async () => {
  const texts: string[] = []
  for (const javaScriptEnabled of [true, false]) {
    const context = await browser.newContext({ javaScriptEnabled })
    const page = await context.newPage()
    await page.goto(record.address(story.href))
    texts.push(await page.locator('main').textContent())
    await page.locator('.brief a.cite').first().click()
    await page.waitForURL(/\/articles\/.*#at$/)
    texts.push(await page.locator('mark.at').first().textContent())
    await context.close()
  }
  expect(texts[0]?.length).toBeGreaterThan(1000)
  expect(texts.slice(2)).toEqual(texts.slice(0, 2))
})

test('a quote shows on focus and on hover', async () => {
  const page = await browser.newPage()
  await page.goto(record.address(story.href))
  const link = page.locator('.matrix .cell a.cite').first()
  expect(await link.locator('.pop').isVisible()).toBe(false)
  await link.focus()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Tab')
  expect(await link.locator('.pop').isVisible()).toBe(true)
  expect(await link.locator('.pop').textContent()).toMatch(/^“.+”/)
  await page.close()
})

test('the theme is kept without script, and the way back stays on this site', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, colorScheme: 'light' })
  const page = await context.newPage()
  await page.goto(record.address('/about'))
  const before = await page.locator('html').evaluate((node) => getComputedStyle(node).backgroundColor)
  await page.locator('.theme button').click()
  expect(new URL(page.url()).pathname).toBe('/about')
  const after = await page.locator('html').evaluate((node) => getComputedStyle(node).backgroundColor)
  expect([before, after]).toEqual(['rgb(251, 250, 247)', 'rgb(22, 23, 26)'])
  await context.close()
  for (const back of ['//elsewhere.example/', '/\\elsewhere.example', 'https://elsewhere.example/']) {
    const body = new URLSearchParams({ to: 'dark', back })
    const response = await fetch(record.address('/theme'), { method: 'POST', body, redirect: 'manual' })
    expect(response.headers.get('location')).toBe('/')
  }
})

test('script, styles and fonts stay within their budgets', async () => {
  const html = await (await fetch(record.address(story.href))).text()
  const [style, script] = [/href="(\/assets\/style\.css[^"]*)"/, /src="(\/assets\/page\.js[^"]*)"/].map(
    (pattern) => pattern.exec(html)?.[1] ?? 'none',
  )
  const size = async (address = 'none') => {
    const response = await fetch(record.address(address))
    expect(response.status).toBe(200)
    return Buffer.from(await response.arrayBuffer())
  }
  const bytes = {
    script: gzipSync(await size(script)).length,
    style: gzipSync(await size(style)).length,
    fonts: (await size('/assets/newsreader.woff2')).length + (await size('/assets/inter.woff2')).length,
    'story page': gzipSync(html).length,
  }
  console.log('bytes (text: gzip):', bytes)
  expect(bytes.script).toBeLessThanOrEqual(10_240)
  expect(bytes.style).toBeLessThanOrEqual(15_360)
  expect(bytes.fonts).toBeLessThanOrEqual(122_880)
})

type Violation = { readonly id: string; readonly nodes: readonly { readonly html: string }[] }

async function json<T>(address: string): Promise<T> {
  return (await fetch(record.address(address))).json()
}

function unescaped(text: string): string {
  const names: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => names[name] ?? '')
}

// A passage over two paragraphs has white space between them that no mark covers.
function squeezed(text: string): string {
  return text.replace(/\s+/g, '')
}
