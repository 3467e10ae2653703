import { openStore } from '../../keep/open-store.ts'
import type { Store } from '../../keep/store.ts'
import type { ServeOptions, Serving } from '../web/serve.ts'
import { type Command, isJson, textOf } from './command.ts'
import { recordPath } from './record.ts'
import type { Terminal } from './terminal.ts'

/** `onrecord serve`: the record in a browser. */
export const serve: Command = {
  name: 'serve',
  words: [],
  says: 'serve the record as pages on this machine, until Ctrl-C',
  options: [
    ['--port <number>', 'port (4321); 0 takes a free one'],
    ['--host <address>', 'address to listen on (127.0.0.1)'],
    ['--allow-host <name...>', 'further host names that requests may carry'],
  ],
  examples: ['onrecord serve', 'onrecord serve --port 0 --db talks.db'],
  async run(call, terminal) {
    const port = Number(textOf(call, 'port') ?? 4321)
    if (!Number.isInteger(port) || port < 0 || port > 65_535) {
      terminal.say(`--port: found "${textOf(call, 'port')}"; give a number from 0 to 65535`)
      return 2
    }
    const store = await openStore(recordPath(call))
    try {
      const host = textOf(call, 'host')
      const allowHosts = textOf(call, 'allowHost')?.split(',')
      const serving = await listen(store, { port, host, allowHosts }, terminal)
      if (serving === undefined) return 1
      if (isJson(call)) terminal.print(JSON.stringify({ url: serving.url, port: serving.port }))
      else terminal.print(`the record is at ${serving.url} (Ctrl-C stops)`)
      await new Promise<void>((resolve) => {
        process.once('SIGINT', () => resolve())
        process.once('SIGTERM', () => resolve())
      })
      await serving.close()
      return 0
    } finally {
      await store.close()
    }
  },
}

// A taken port or a foreign address is the user's to mend; the message says how.
async function listen(store: Store, options: ServeOptions, terminal: Terminal): Promise<Serving | undefined> {
  const web = await import('../web/serve.ts')
  try {
    return await web.serve(store, options)
  } catch (error) {
    terminal.say(error instanceof Error ? error.message : String(error))
    return undefined
  }
}
