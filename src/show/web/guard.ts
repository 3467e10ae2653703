import type { MiddlewareHandler } from 'hono'

/** Headers that keep text from outside from ever acting as markup or script, and the check of the host name. */
export function guard(hosts: readonly string[] | undefined): MiddlewareHandler {
  return async (c, next) => {
    if (hosts !== undefined && !hosts.includes(hostName(c.req.header('host') ?? ''))) {
      return c.text(
        'This record answers to local names only; add --allow-host NAME to let another in.\n',
        421,
      )
    }
    await next()
    for (const [name, value] of headers) c.header(name, value)
  }
}

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

const headers = [
  ['Content-Security-Policy', policy],
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'same-origin'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
] as const

function hostName(host: string): string {
  return host.replace(/:\d+$/, '').toLowerCase()
}
