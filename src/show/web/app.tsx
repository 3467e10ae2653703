import { Hono } from 'hono'
import { compress } from 'hono/compress'
import type { Store } from '../../keep/store.ts'
import { assetRoutes } from './assets.ts'
import { guard } from './guard.ts'
import { respond } from './respond.tsx'
import { pageRoutes } from './routes.tsx'

/** What a server lets in: the host names that a request may carry, or any where it is undefined. */
export type AppOptions = { readonly hosts?: readonly string[] }

/** The web application over a record: pages, their JSON twins, assets, and the number that open pages poll. */
export function webApp(store: Store, options: AppOptions = {}): Hono {
  const app = new Hono()
  app.use(compress())
  app.use(guard(options.hosts))
  app.get('/version', async (c) => {
    c.header('Cache-Control', 'no-store')
    return c.text(String(await store.version()))
  })
  app.post('/theme', async (c) => {
    const form = await c.req.parseBody()
    const theme = form.to === 'dark' || form.to === 'light' ? form.to : 'auto'
    c.header('Set-Cookie', `theme=${theme}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly`)
    return c.redirect(localPath(form.back), 303)
  })
  assetRoutes(app)
  pageRoutes(app, store)
  app.notFound((c) =>
    respond(c, store, {
      status: 404,
      problem: {
        title: 'There is no such page',
        says: `Nothing on the record has the address ${c.req.path}.`,
      },
    }),
  )
  app.onError(async (error, c) => {
    console.error(error)
    return respond(c, store, {
      status: 500,
      problem: {
        title: 'This page could not be made',
        says: `The record itself is not harmed. The server's own output says more: ${error.message}`,
      },
    })
  })
  return app
}

// Only a path of this site: "//host", "/\host" and full addresses lead elsewhere.
function localPath(value: unknown): string {
  return typeof value === 'string' && /^\/(?![/\\])[^\s\\]*$/.test(value) ? value : '/'
}
