import type { Child } from 'hono/jsx'
import { plainText } from '../../views/wording.ts'
import { assetAddress } from '../assets.ts'

/** What the frame around every page needs to know. */
export type FrameProps = {
  readonly title: string
  readonly theme?: 'light' | 'dark'
  readonly version: number
  /** Path and query of this page, to come back to. */
  readonly path: string
  readonly json?: string
  readonly query?: string
  readonly children?: Child
}

/** The document around a page: head, navigation, search, theme, foot. */
export function Frame(props: FrameProps) {
  return (
    <html lang="en" data-theme={props.theme} data-version={String(props.version)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={props.theme ?? 'light dark'} />
        <title>{`${plainText(props.title)} · On Record`}</title>
        <link rel="icon" href={assetAddress.icon} type="image/svg+xml" />
        <link
          rel="preload"
          href="/assets/newsreader.woff2"
          as="font"
          type="font/woff2"
          crossorigin="anonymous"
        />
        <link rel="stylesheet" href={assetAddress.style} />
        {props.json && <link rel="alternate" type="application/json" href={props.json} />}
        <script src={assetAddress.script} defer></script>
      </head>
      <body>
        <a class="skip" href="#main">
          Skip to the text
        </a>
        <header class="top">
          <nav aria-label="Site">
            <a class="brand" href="/">
              On Record
            </a>
            <a href="/">Stories</a>
            <a href="/search">Search</a>
            <a href="/about">How to read it</a>
          </nav>
          <Tools {...props} />
        </header>
        <p class="news" id="news" role="status" aria-live="polite"></p>
        <main id="main" tabindex={-1}>
          {props.children}
        </main>
        <footer class="foot">
          <p>
            Every line leads to the characters of an article that say it. No outlet is scored, no source is
            guessed.
          </p>
          <p>
            {props.json && <a href={props.json}>This page as JSON</a>} <a href="/about">How to read it</a>
          </p>
        </footer>
      </body>
    </html>
  )
}

function Tools(props: FrameProps) {
  const other = props.theme === 'dark' ? 'light' : 'dark'
  return (
    <div class="tools">
      <search>
        <form action="/search" method="get" class="find">
          <input
            type="search"
            name="q"
            aria-label="Search the record"
            placeholder="Search"
            value={props.query}
          />
        </form>
      </search>
      <form action="/theme" method="post" class="theme">
        <input type="hidden" name="back" value={props.path.replace(/^\/\/+/, '/')} />
        <button type="submit" name="to" value={other} aria-label={`Use the ${other} theme`}>
          <span aria-hidden="true">◐</span>
        </button>
      </form>
    </div>
  )
}
