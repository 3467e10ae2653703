import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '../src/keep/open-store.ts'
import type { Store } from '../src/keep/store.ts'
import { addToRecord } from '../src/pipeline.ts'
import { type Serving, serve } from '../src/show/web/serve.ts'

/** A record in a temporary folder, served on a free port. */
export type ServedRecord = {
  readonly store: Store
  readonly path: string
  /** The address of a page on the running server. */
  readonly address: (page: string) => string
  /** Puts texts into files of their own and adds them through a connection of their own. */
  readonly add: (texts: Readonly<Record<string, string>>) => Promise<void>
  readonly close: () => Promise<void>
}

/** Adds files and folders to a new record and serves it. */
export async function serveRecord(inputs: readonly string[]): Promise<ServedRecord> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-web-'))
  const path = join(folder, 'record.db')
  const store = await openStore(path)
  await addToRecord(store, inputs)
  const serving: Serving = await serve(store, { port: 0 })
  return {
    store,
    path,
    address: (page) => new URL(page, serving.url).href,
    add: async (texts) => {
      const files = Object.entries(texts).map(([name, text]) => {
        const file = join(folder, name)
        writeFileSync(file, text)
        return file
      })
      const other = await openStore(path)
      await addToRecord(other, files)
      await other.close()
    },
    close: async () => {
      await serving.close()
      await store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
