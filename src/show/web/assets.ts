import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Hono } from 'hono'
import { hash64 } from '../../model/id.ts'

/** The addresses of the style sheet and the script; they change with their content. */
export const assetAddress = {
  style: address('style.css'),
  script: address('page.js'),
  icon: address('icon.svg'),
} as const

/** Serves style sheet, script, icon and the two fonts. */
export function assetRoutes(app: Hono): void {
  for (const name of ['style.css', 'page.js', 'icon.svg'] as const) {
    app.get(`/assets/${name}`, (c) =>
      c.body(textOf(name), 200, { 'Content-Type': typeOf(name), 'Cache-Control': lasting }),
    )
  }
  for (const [name, file] of fonts) {
    app.get(`/assets/${name}`, (c) =>
      c.body(new Uint8Array(fontOf(file)), 200, { 'Content-Type': 'font/woff2', 'Cache-Control': lasting }),
    )
  }
}

const lasting = 'public, max-age=31536000, immutable'

// Latin only, one upright file each: other scripts take the reader's own fonts.
const fonts = [
  ['newsreader.woff2', '@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2'],
  ['inter.woff2', '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2'],
] as const

function address(name: string): string {
  return `/assets/${name}?v=${hash64(textOf(name))}`
}

// The style sheet is the files of `assets/style/`, in the order of their names.
function textOf(name: string): string {
  const folder = new URL('./assets/', import.meta.url)
  if (name !== 'style.css') return readFileSync(new URL(name, folder), 'utf8')
  const parts = readdirSync(new URL('style/', folder)).filter((file) => file.endsWith('.css'))
  return parts
    .sort()
    .map((file) => readFileSync(new URL(`style/${file}`, folder), 'utf8'))
    .join('\n')
}

const loaded = new Map<string, Buffer>()

function fontOf(file: string): Buffer {
  const known = loaded.get(file) ?? readFileSync(createRequire(import.meta.url).resolve(file))
  loaded.set(file, known)
  return known
}

function typeOf(name: string): string {
  if (name.endsWith('.css')) return 'text/css; charset=utf-8'
  return name.endsWith('.js') ? 'text/javascript; charset=utf-8' : 'image/svg+xml'
}
