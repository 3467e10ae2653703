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

function article(title: string, text: string): string {
  return `---\ntitle: ${title}\noutlet: Tarn Mill Post\npublished: 2033-03-04\n---\n\n${text}\n`
}
