import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openChromium } from './chromium.ts'
import { type ServedRecord, serveRecord } from './served-record.ts'

// Text that would be markup, an attribute, a script or a change of direction if a page let it.
const breakOut = '" onmouseover="window.broken = 1" autofocus onfocus="window.broken = 1" data-outside="'
const hostile = [
  {
    outlet: '<img src=x onerror="window.broken = 1">Evening Bell',
    title: '</title><script>window.broken = 1</script>Harbour to close, mayor says',
    url: 'javascript:window.broken=1//https://bell.example/harbour',
    published: '2033-06-01T08:00:00Z',
    byline: ['<svg onload="window.broken = 1">'],
    text: `The harbour of Ostrel will close on Friday, Mayor Ada <b>Brenk</b> said. "We shall shut it${breakOut}," Brenk told the Evening Bell.\n\nThe closure was <script>window.broken = 1</script> planned in May, the mayor said.`,
  },
  {
    outlet: `Quay News${breakOut}`,
    title: 'Harbour \u202ereversed\u202c to close, mayor \u2066says\u2069',
    url: 'https://quay.example/a"onclick="window.broken=1',
    published: '2033-06-01T09:00:00Z',
    text: "The harbour of Ostrel will close on Friday, Mayor Ada Brenk said.\n\nThe \u202eworkers\u202c of the harbour said they would \u2067stay\u2069 '><script>window.broken = 1</script>. {{7*7}} $\u007bwindow.broken=1}",
  },
]

let record: ServedRecord
let browser: Browser

beforeAll(async () => {
  record = await serveRecord([])
  await record.add({ 'hostile.jsonl': hostile.map((article) => JSON.stringify(article)).join('\n') })
  browser = await openChromium()
}, 300_000)

afterAll(async () => {
  await browser?.close()
  await record?.close()
})

test('text from outside is text on every page, and a strict policy stands behind that', async () => {
  const page = await browser.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('dialog', (dialog) => complaints.push(dialog.message()))
  const seen = new Set<string>()
  const open = ['/']
  for (let address = open.pop(); address !== undefined; address = open.pop()) {
    if (seen.has(address)) continue
    seen.add(address)
    const response = await page.goto(record.address(address))
    expect(response?.headers()['content-security-policy']).toContain(
      "default-src 'none'; script-src 'self'; style-src 'self'",
    )
    expect(await foreignMarkup(page)).toEqual([])
    open.push(...(await localLinks(page)))
  }
  expect(complaints).toEqual([])
  const kinds = ['stories', 'claims', 'articles', 'entities'].filter((kind) =>
    [...seen].some((each) => each.includes(`/${kind}/`)),
  )
  expect(kinds).toEqual(['stories', 'claims', 'articles', 'entities'])
  await page.goto(
    record.address(`/search?q=${encodeURIComponent('<script>window.broken=1</script> harbour')}`),
  )
  expect(await foreignMarkup(page)).toEqual([])
  await page.close()
}, 300_000)

test('a page title holds no character that turns text around, and the reader shows each by name', async () => {
  const page = await browser.newPage()
  for (const { id } of await ids()) {
    await page.goto(record.address(`/articles/${id}`))
    expect(await page.title()).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/)
    const kept = await record.store.article(id)
    const controls = kept?.article.text.match(/[\u202a-\u202e\u2066-\u2069]/g) ?? []
    const shown = await page.locator('.control').allInnerTexts()
    expect(shown).toEqual(controls.map((control) => `U+${control.charCodeAt(0).toString(16).toUpperCase()}`))
    expect(await page.locator('.text').textContent()).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/)
  }
  await page.close()
})

test('an address that is no web address is never a link', async () => {
  const page = await browser.newPage()
  for (const { id } of await ids()) {
    await page.goto(record.address(`/articles/${id}`))
    const schemes = await page
      .locator('a')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).protocol))
    expect([...new Set(schemes)].filter((scheme) => !/^https?:$/.test(scheme))).toEqual([])
  }
  await page.close()
})

test('a request under a foreign host name is turned away', async () => {
  const { request } = await import('node:http')
  const status = await new Promise((resolve, reject) => {
    const target = new URL(record.address('/'))
    const asked = request(
      { host: '127.0.0.1', port: target.port, path: '/', headers: { host: 'rebound.example' } },
      (answer) => {
        answer.resume()
        resolve(answer.statusCode)
      },
    )
    asked.on('error', reject).end()
  })
  expect(status).toBe(421)
})

async function ids(): Promise<{ id: string }[]> {
  const found: { id: string }[] = []
  for await (const { id } of record.store.log()) found.push({ id })
  expect(found).toHaveLength(2)
  return found
}

// Elements, handlers and effects that only text from outside could have made.
function foreignMarkup(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = []
    if ('broken' in window) found.push('a script from outside ran')
    for (const element of document.querySelectorAll('*')) {
      for (const name of element.getAttributeNames()) {
        if (/^on|^style$|^data-outside$|^autofocus$/.test(name)) found.push(`${element.tagName} has ${name}`)
      }
    }
    if (document.querySelector('img, main script, main b b, iframe, object'))
      found.push('an element from outside')
    if (document.querySelectorAll('script').length !== 1) found.push('more than one script')
    return found
  })
}

function localLinks(page: Page): Promise<string[]> {
  return page
    .locator('a[href^="/"]')
    .evaluateAll((links) =>
      links
        .map((link) => (link.getAttribute('href') ?? '').replace(/[?#].*$/, ''))
        .filter((href) => !href.endsWith('.json')),
    )
}
