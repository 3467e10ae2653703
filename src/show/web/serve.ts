import { createAdaptorServer } from '@hono/node-server'
import type { Store } from '../../keep/store.ts'
import { webApp } from './app.tsx'

/** Where to listen: port 0 takes a free one; further host names that requests may carry go in `allowHosts`. */
export type ServeOptions = {
  readonly port?: number
  readonly host?: string
  readonly allowHosts?: readonly string[]
}

/** A running server: its address, and how to stop it. */
export type Serving = { readonly url: string; readonly port: number; readonly close: () => Promise<void> }

/** Serves the pages of a record until closed; rejects with a message that says what to do when it cannot listen. */
export async function serve(store: Store, options: ServeOptions = {}): Promise<Serving> {
  const host = options.host ?? '127.0.0.1'
  const wanted = options.port ?? 4321
  const app = webApp(store, { hosts: hostsFor(host, options.allowHosts ?? []) })
  const server = createAdaptorServer({ fetch: app.fetch })
  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) =>
      reject(new Error(remedy(cause, { host, port: wanted }), { cause })),
    )
    server.listen(wanted, host, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : wanted)
    })
  })
  return {
    port,
    url: `http://${nameOf(host)}:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}

// A page of another site must not read the record by pointing its own name at this machine (DNS rebinding).
function hostsFor(host: string, allowed: readonly string[]): readonly string[] | undefined {
  const isLoopback = host === 'localhost' || host === '::1' || host.startsWith('127.')
  return isLoopback ? ['localhost', '127.0.0.1', '[::1]', host, ...allowed] : undefined
}

function nameOf(host: string): string {
  if (host === '0.0.0.0' || host === '::' || host === '127.0.0.1') return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}

function remedy(cause: NodeJS.ErrnoException, at: { host: string; port: number }): string {
  if (cause.code === 'EADDRINUSE')
    return `port ${at.port} is in use; choose another with --port, or 0 for any free one`
  if (cause.code === 'EACCES')
    return `port ${at.port} needs rights that this user does not have; choose one above 1023 with --port`
  if (cause.code === 'EADDRNOTAVAIL')
    return `${at.host} is no address of this machine; choose another with --host`
  return `cannot listen on ${at.host}:${at.port}: ${cause.message}`
}
