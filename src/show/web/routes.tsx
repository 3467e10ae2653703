import type { Context, Hono } from 'hono'
import { raw } from 'hono/html'
import { keptRevisions } from '../../keep/kept-revisions.ts'
import type { Store } from '../../keep/store.ts'
import type { Range } from '../../model/span.ts'
import { ruleBook } from '../rule-book.ts'
import { aloneWith } from '../views/alone-with.ts'
import { articleView } from '../views/article-view.ts'
import { claimView } from '../views/claim-view.ts'
import { entityView } from '../views/entity-view.ts'
import { originGraph, tellingClaim } from '../views/origin-graph.ts'
import { quotationViews } from '../views/quotation-view.ts'
import { searchView } from '../views/search-view.ts'
import { sinceTyped, sinceView } from '../views/since-view.ts'
import { storiesView } from '../views/stories-view.ts'
import { storyTwin } from '../views/story-twin.ts'
import { plainText, shortened } from '../views/wording.ts'
import { lastVisit } from './last-visit.ts'
import { AboutPage } from './pages/about-page.tsx'
import { ArticlePage } from './pages/article-page.tsx'
import { ClaimPage } from './pages/claim-page.tsx'
import { EntityPage } from './pages/entity-page.tsx'
import { RulesPage } from './pages/rules-page.tsx'
import { SearchPage } from './pages/search-page.tsx'
import { StoriesPage } from './pages/stories-page.tsx'
import { StoryPage } from './pages/story-page.tsx'
import { keptById, recentStories, type StoryAtHand } from './recent-stories.ts'
import { type Answer, isJson, respond } from './respond.tsx'

/** A record as its pages see it. */
type Shown = { readonly store: Store; readonly story: (id: string) => Promise<StoryAtHand | undefined> }

/** The pages of a record; each has a twin under the same address with ".json". */
export function pageRoutes(app: Hono, store: Store): void {
  const record = { store, story: recentStories(store) }
  const page = (path: string, answer: (c: Context, record: Shown) => Promise<Answer>) => {
    const handler = async (c: Context) => respond(c, store, await answer(c, record))
    if (path !== '/')
      app.get(`${path.replace(/:(\w+)$/, ':$1{[^/]+\\.json}')}${/:\w+$/.test(path) ? '' : '.json'}`, handler)
    app.get(path, handler)
  }
  page('/', storiesPage)
  page('/stories', storiesPage)
  page('/stories/:story', storyPage)
  page('/stories/:story/claims/:claim', claimPage)
  page('/stories/:story/entities/:entity', entityPage)
  page('/articles/:article', articlePage)
  page('/search', searchPage)
  page('/about', aboutPage)
  page('/rules', rulesPage)
}

async function storiesPage(c: Context, { store }: Shown): Promise<Answer> {
  const limit = 50
  const page = Math.max(1, Math.trunc(Number(c.req.query('page') ?? '1')) || 1)
  const summaries = await store.stories({ limit: limit + 1, offset: (page - 1) * limit })
  const view = storiesView(summaries.slice(0, limit))
  const next = summaries.length > limit ? page + 1 : undefined
  return {
    title: 'Stories',
    view: { stories: view, next },
    body: <StoriesPage stories={view} page={page} next={next} />,
  }
}

async function storyPage(c: Context, { store, story }: Shown): Promise<Answer> {
  const atHand = await story(param(c, 'story'))
  if (atHand === undefined) return missing('story', param(c, 'story'))
  const { context } = atHand
  const view = atHand.view()
  const chosen = view.claims.find((claim) => claim.id === c.req.query('graph')) ?? tellingClaim(view.claims)
  const graph = () => chosen && { claim: chosen, graph: originGraph(context, chosen) }
  const asked = c.req.query('since')
  const moment = asked === undefined ? visited(c) : sinceTyped(asked)
  if (asked !== undefined && moment === undefined) return noDate(asked)
  const since =
    moment === undefined
      ? undefined
      : sinceView(view, moment, new Set(await store.newIn(context.story.id, moment)))
  const { title } = view
  if (isJson(c)) {
    return {
      title,
      view: { ...storyTwin(view, graph()), ...(asked === undefined ? {} : { since }) },
      body: undefined,
    }
  }
  const show = c.req.query('show')
  const all = c.req.query('all') !== undefined
  const isVisit = asked === undefined
  const body = () => (
    <StoryPage story={view} graph={graph()} show={show} all={all} since={since} isVisit={isVisit} />
  )
  // What is new since a visit is another for each who asks; all else is the same for everybody.
  const isForAll = since === undefined || (isVisit && since.articles === 0)
  const part = JSON.stringify([show, all, chosen?.id])
  return {
    title,
    view: undefined,
    body: isForAll ? raw(await atHand.part(part, async () => `${await body().toString()}`)) : body(),
  }
}

// The JSON twin is for programs: nobody visits it.
function visited(c: Context): string | undefined {
  return isJson(c) ? undefined : lastVisit(c, Date.now())
}

function noDate(asked: string): Answer {
  return {
    status: 400,
    problem: {
      title: 'That is no date',
      says: `The address asks for what is new since "${plainText(asked).slice(0, 60)}". Write a date such as 2031-03-04 or 2031-03-04T18:00Z.`,
    },
  }
}

async function claimPage(c: Context, { story }: Shown): Promise<Answer> {
  const atHand = await story(param(c, 'story'))
  if (atHand === undefined) return missing('story', param(c, 'story'))
  const { context } = atHand
  const claim = context.story.claims.find((each) => each.id === param(c, 'claim'))
  const view = claim && claimView(context, claim)
  if (claim === undefined || view === undefined) return missing('claim', param(c, 'claim'))
  const graph = originGraph(context, view)
  const quotations = quotationViews(context, claim)
  return {
    title: shortened(view.gist.quote, 80),
    view: { ...view, graph, quotations },
    body: <ClaimPage claim={view} graph={graph} story={atHand.view()} quotations={quotations} />,
  }
}

async function entityPage(c: Context, { story }: Shown): Promise<Answer> {
  const atHand = await story(param(c, 'story'))
  if (atHand === undefined) return missing('story', param(c, 'story'))
  const view = entityView(atHand.context, param(c, 'entity'))
  if (view === undefined) return missing('person or thing', param(c, 'entity'))
  return { title: view.name, view, body: <EntityPage entity={view} /> }
}

async function articlePage(c: Context, { store, story }: Shown): Promise<Answer> {
  const id = param(c, 'article')
  const kept = await store.article(id)
  if (kept === undefined) return missing('article', id)
  const of = await store.storyOf(id)
  const context = (of === undefined ? undefined : (await story(of))?.context) ?? aloneWith(kept)
  const at = rangeOf(c.req.query('at'))
  const view = articleView(context, id, { at, revisions: await keptRevisions(store, id) })
  if (view === undefined) return missing('article', id)
  return { title: view.title, view, body: <ArticlePage article={view} show={c.req.query('show')} /> }
}

async function searchPage(c: Context, { store }: Shown): Promise<Answer> {
  const query = plainText(c.req.query('q') ?? '').slice(0, 200)
  const hits = query === '' ? [] : await store.search(query, 50)
  const articles = await keptById(
    store,
    hits.map((hit) => hit.article),
  )
  const results = searchView(query, hits, articles)
  return {
    title: query === '' ? 'Search' : `Search: ${query}`,
    view: { query, results },
    body: <SearchPage query={query} results={results} />,
  }
}

async function aboutPage(): Promise<Answer> {
  return { title: 'How to read the record', view: { see: '/about' }, body: <AboutPage /> }
}

async function rulesPage(): Promise<Answer> {
  const rules = [...ruleBook().values()].filter((rule) => rule.kind === 'rule')
  return { title: 'Rules', view: { rules }, body: <RulesPage rules={rules} /> }
}

function param(c: Context, name: string): string {
  return (c.req.param(name) ?? '').replace(/\.json$/, '')
}

function missing(what: string, id: string): Answer {
  return {
    status: 404,
    problem: {
      title: `There is no such ${what} on the record`,
      says: `Nothing has the id ${id}. Ids stay the same when articles are added; this one may belong to another record, or have been typed by hand.`,
    },
  }
}

// "120-160": anything else highlights nothing.
function rangeOf(at: string | undefined): Range | undefined {
  const match = /^(\d{1,9})-(\d{1,9})$/.exec(at ?? '')
  if (match === null) return undefined
  const range = { start: Number(match[1]), end: Number(match[2]) }
  return range.start < range.end ? range : undefined
}
