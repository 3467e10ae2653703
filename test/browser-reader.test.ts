import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { expect, test } from 'vitest'
import { readLanguage } from '../src/text/language.ts'
import { paragraphsOf } from '../src/text/paragraphs.ts'
import type { PageInput } from './browser-reader-page.ts'
import { openChromium } from './chromium.ts'

const root = join(import.meta.dirname, '..')

const texts = [
  'Mayor Ann Doyle of Harrow said on Friday the bridge “would not reopen” before March, two officials told the Harrow Post.',
  'The U.S. and Norway met in Harrow. They didn’t agree.\n\nDie Brücke ist seit Freitag gesperrt, sagte der Bürgermeister von Harrow.',
  '👩‍👩‍👧‍👦 A family of four—all safe… said @harrowpost; see https://harrow.example/a?b=1.',
  `${'and then the council met, '.repeat(60)}it said.`,
]

test('the reader gives the same bytes in Chromium as in Node', async () => {
  const browser = await openChromium()
  try {
    const page = await browser.newPage()
    await page.route('**/*', (route) => {
      const path = new URL(route.request().url()).pathname
      return path === '/'
        ? route.fulfill({ contentType: 'text/html', body: '<title>reader</title>' })
        : route.fulfill({ path: join(root, path) })
    })
    await page.goto('http://reader.example/')
    await page.addScriptTag({ content: await bundle(), type: 'module' })
    await page.waitForFunction('typeof globalThis.readInPage === "function"')
    const answers = await page.evaluate(`globalThis.readInPage(${JSON.stringify(pageInput())})`)
    expect(answers).toEqual(texts.map((text) => JSON.stringify(readLanguage(text, paragraphsOf(text)))))
  } finally {
    await browser.close()
  }
}, 180_000)

function pageInput(): PageInput {
  return {
    tables: readdirSync(join(root, 'data')).flatMap((file) => /^(.+)\.tsv$/.exec(file)?.[1] ?? []),
    weights: ['reader', 'boundaries'].flatMap((folder) =>
      readdirSync(join(root, 'weights', folder)).map((file) => `${folder}/${file}`),
    ),
    texts,
  }
}

async function bundle(): Promise<string> {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: { entry: join(root, 'test/browser-reader-page.ts'), formats: ['es'] },
    },
  })
  const outputs = Array.isArray(built) ? built : [built]
  const chunk = outputs
    .flatMap((output) => ('output' in output ? output.output : []))
    .find(({ type }) => type === 'chunk')
  if (chunk?.type !== 'chunk') throw new Error('the page has no script')
  return chunk.code
}
