import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A news site on loopback: what it answers by path, and what it was asked. */
export type Site = {
  readonly url: string
  readonly asked: readonly string[]
  /** What stands at a path from now on. */
  readonly put: (path: string, answer: Answer) => void
  /** How many requests ran at once at most. */
  readonly most: () => number
  readonly close: () => Promise<void>
}

/** A body that is served with an ETag, or whatever else. */
export type Answer = string | ((request: IncomingMessage, response: ServerResponse) => void)

/** Opens an empty site; it has no robots.txt. */
export async function openSite(): Promise<Site> {
  const answers = new Map<string, Answer>()
  const asked: string[] = []
  let inside = 0
  let most = 0
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    asked.push(path)
    inside += 1
    most = Math.max(most, inside)
    response.on('close', () => {
      inside -= 1
    })
    const answer = answers.get(path)
    if (answer === undefined) response.writeHead(404).end()
    else if (typeof answer === 'function') answer(request, response)
    else serve(answer, request, response)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    put: (path, answer) => answers.set(path, answer),
    most: () => most,
    close: async () => {
      server.closeAllConnections()
      await new Promise<void>((over) => server.close(() => over()))
    },
  }
}

function serve(body: string, request: IncomingMessage, response: ServerResponse): void {
  const etag = `"${body.length}-${body.slice(-400).replace(/\W/g, '').slice(-60)}"`
  if (request.headers['if-none-match'] === etag) response.writeHead(304).end()
  else {
    const type = /^<(?:rss|feed|urlset)|^<\?xml/.test(body) ? 'application/xml' : 'text/html; charset=utf-8'
    response.writeHead(200, { 'content-type': type, etag }).end(body)
  }
}

/** A page with a headline and two paragraphs. */
export function pageOf(title: string, words: string): string {
  const more = `The harbour board of Velm met on Tuesday and will meet again. ${words}`
  return `<!doctype html><html><head><title>${title}</title></head><body><article><h1>${title}</h1><p>${more}</p><p>"Nobody sails," the harbour master, Ilse Maarn, said on Tuesday evening. ${words}</p></article></body></html>`
}

/** An RSS feed that names pages by their paths. */
export function feedOf(paths: readonly string[], title = 'Harrow Post'): string {
  const items = paths.map((path) => `<item><title>About ${path}</title><link>${path}</link></item>`)
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>${title}</title>${items.join('')}</channel></rss>`
}
