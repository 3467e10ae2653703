import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import Libsql from 'libsql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStore } from '../src/keep/open-store.ts'
import { build, onrecord, startOnrecord } from './built-cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'onrecord-kill-'))
beforeAll(build, 300_000)
afterAll(() => rmSync(folder, { recursive: true }))

const lines = Array.from({ length: 160 }, (_, i) =>
  JSON.stringify({
    url: `https://harrow.example/${i}`,
    outlet: i % 3 === 0 ? 'Harrow Post' : 'Northstar',
    published: new Date(Date.UTC(2031, 2, 4, 0, i * 7)).toISOString(),
    title: `Ferry ${i % 20} stays in port`,
    text: `Ferry ${i % 20} will stay in port until Friday, the harbour master told Northstar. "Nobody sails in report ${i}," she said.`,
  }),
)

test('kill -9 loses nothing that was acknowledged and leaves nothing half kept', async () => {
  const database = join(folder, 'record.db')
  const acknowledged = new Set<string>()
  let killed = 0
  for (const enough of [1, 70, 130]) {
    const child = startOnrecord(['add', '-', '--json', '--db', database])
    const isKilled = await feedUntil(child, acknowledged, enough)
    if (isKilled) killed++
    await expectWhole(database, acknowledged)
  }
  expect(killed).toBeGreaterThan(1)
  const rest = onrecord(['add', '-', '--db', database], { input: lines.join('\n') })
  expect(rest.stderr).toMatch(/already on the record/)
  expect(rest.status).toBe(0)
  const once = join(folder, 'once.db')
  expect(onrecord(['add', '-', '--db', once], { input: lines.join('\n') }).status).toBe(0)
  expect(await storiesOf(database)).toEqual(await storiesOf(once))
}, 1_200_000)

// Feeds all lines, counts what is acknowledged, and kills at the mark, wherever the process then is.
async function feedUntil(child: ChildProcess, acknowledged: Set<string>, enough: number): Promise<boolean> {
  if (child.stdin === null || child.stdout === null) throw new Error('the child has no pipes')
  child.stdin.on('error', () => {})
  child.stdin.write(`${lines.join('\n')}\n`)
  const over = new Promise<NodeJS.Signals | null>((resolve) =>
    child.on('exit', (_, signal) => resolve(signal)),
  )
  let fresh = 0
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged.add(JSON.parse(line).id)
    if (++fresh === enough) child.kill('SIGKILL')
  }
  return (await over) === 'SIGKILL'
}

async function expectWhole(database: string, acknowledged: ReadonlySet<string>): Promise<void> {
  const raw = new Libsql(database)
  expect(raw.prepare('pragma integrity_check').all()).toEqual([{ integrity_check: 'ok' }])
  const orphans = `select count(*) as n from revision left join reading using (article_id, revision)
    left join article using (article_id) where reading.body is null or article.article_id is null`
  expect(raw.prepare(orphans).all()).toEqual([{ n: 0 }])
  const gaps = 'select max(sequence) - count(*) as n from revision'
  expect(raw.prepare(gaps).all()).toEqual([{ n: 0 }])
  raw.close()
  const store = await openStore(database, { make: 'never' })
  const kept = await store.articles([...acknowledged])
  await store.close()
  expect(kept.length).toBe(acknowledged.size)
  const said = new Map(lines.map((line) => JSON.parse(line)).map((each) => [each.url, each.text]))
  for (const { article } of kept) expect(article.text.endsWith(said.get(article.url))).toBe(true)
}

async function storiesOf(database: string): Promise<string[]> {
  const store = await openStore(database, { make: 'never' })
  const stories: string[] = []
  for (const { id } of await store.stories()) stories.push(JSON.stringify(await store.story(id)))
  await store.close()
  return stories
}
