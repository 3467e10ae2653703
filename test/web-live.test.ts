import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openChromium } from './chromium.ts'
import { type ServedRecord, serveRecord } from './served-record.ts'

let record: ServedRecord
let browser: Browser

beforeAll(async () => {
  record = await serveRecord([])
  browser = await openChromium()
}, 300_000)

afterAll(async () => {
  await browser?.close()
  await record?.close()
})

test('an open page shows what another connection adds to the same record', async () => {
  const page = await browser.newPage()
  await page.goto(record.address('/'))
  expect(await page.locator('main').textContent()).toContain('The record is empty')
  await record.add({
    'first.md': article(
      'Bridge to reopen on Monday',
      'The bridge at Tarn Mill will reopen on Monday, the county engineer, Ruth Calder, said.',
    ),
  })
  await page.getByRole('link', { name: 'Bridge to reopen on Monday' }).waitFor({ timeout: 60_000 })
  await page.close()
}, 120_000)

test('who reads or types is not interrupted, but told', async () => {
  const page = await browser.newPage()
  await page.goto(record.address('/search?q=ferry'))
  await page.locator('#q').focus()
  await record.add({
    'second.md': article(
      'Ferry to stop for repairs',
      'The ferry at Tarn Mill will stop on Tuesday, the harbour master, Owen Pell, said.',
    ),
  })
  await page.getByRole('button', { name: 'Show what came in' }).click({ timeout: 60_000 })
  await page.getByRole('link', { name: 'Ferry to stop for repairs' }).first().waitFor()
  await page.close()
}, 120_000)

test('a reader who comes back is told what came in since, without script; a new reader is not', async () => {
  await record.add({
    'mill-1.md': article(
      "Weavers' talks set for Monday",
      'Weavers and mill owners of Orrin Dale will hold talks in Harrow on Monday, the county clerk, Ines Marl, said.',
    ),
  })
  const reader = await browser.newContext({ javaScriptEnabled: false })
  const page = await reader.newPage()
  await page.goto(record.address('/'))
  await page.getByRole('link', { name: "Weavers' talks set for Monday" }).click()
  expect(await page.locator('main').textContent()).not.toContain('Since your last visit')
  await record.add({
    'mill-2.md': article(
      "Weavers' talks set for Monday moved to Pell",
      'Talks between the weavers and the mill owners of Orrin Dale will be held in Pell on Monday instead, the county clerk, Ines Marl, said.',
      '2033-03-05',
    ),
  })
  await page.reload()
  const since = page.getByRole('region', { name: 'Since your last visit' })
  await since.waitFor()
  expect(await since.textContent()).toContain('1 article of 1 outlet')
  expect(await since.textContent()).toContain('enue: Harrow → Pell')
  const other = await (await browser.newContext()).newPage()
  await other.goto(page.url())
  expect(await other.locator('main').textContent()).not.toContain('Since your last visit')
  await other.goto(`${page.url()}?since=2000-01-01`)
  expect(await other.locator('main').textContent()).toContain('2 articles of 1 outlet')
  const answer = await other.goto(`${page.url()}?since=lately`)
  expect(answer?.status()).toBe(400)
  expect(await other.locator('main').textContent()).toContain('That is no date')
}, 120_000)

function article(title: string, text: string, published = '2033-03-04'): string {
  return `---\ntitle: ${title}\noutlet: Tarn Mill Post\npublished: ${published}\n---\n\n${text}\n`
}
