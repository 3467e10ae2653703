import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import type { Child } from 'hono/jsx'
import type { Store } from '../../keep/store.ts'
import { ProblemPage } from './pages/problem-page.tsx'
import { Frame } from './parts/frame.tsx'

/** What to say when there is no page to show. */
export type Problem = { readonly title: string; readonly says: string }

/** A page: its data, which is the JSON twin, and its body; or the problem that stands in its way. */
export type Answer =
  | { readonly status?: 200; readonly title: string; readonly view: unknown; readonly body: Child }
  | { readonly status: 400 | 404 | 500; readonly problem: Problem }

/** Sends an answer as HTML, or as JSON where the address ends in ".json". */
export async function respond(c: Context, store: Store, answer: Answer): Promise<Response> {
  const status = answer.status ?? 200
  c.header('Cache-Control', 'no-cache')
  if (isJson(c)) return c.json('problem' in answer ? { problem: answer.problem } : answer.view, status)
  const title = 'problem' in answer ? answer.problem.title : answer.title
  const body = 'problem' in answer ? <ProblemPage problem={answer.problem} /> : answer.body
  const page = (
    <Frame
      title={title}
      theme={themeOf(c)}
      version={await versionOf(store)}
      path={c.req.path + new URL(c.req.url).search}
      json={'problem' in answer ? undefined : jsonAddress(c)}
      query={c.req.query('q')}
    >
      {body}
    </Frame>
  )
  return c.html(`<!doctype html>${await page.toString()}`, status)
}

/** True when the JSON twin of a page is asked for. */
export function isJson(c: Context): boolean {
  return c.req.path.endsWith('.json')
}

function jsonAddress(c: Context): string {
  const url = new URL(c.req.url)
  const path = url.pathname === '/' ? '/stories' : url.pathname
  return `${path}.json${url.search}`
}

function themeOf(c: Context): 'light' | 'dark' | undefined {
  const theme = getCookie(c, 'theme')
  return theme === 'light' || theme === 'dark' ? theme : undefined
}

// A page that says what went wrong must not fail because the record cannot be asked.
async function versionOf(store: Store): Promise<number> {
  try {
    return await store.version()
  } catch {
    return 0
  }
}
