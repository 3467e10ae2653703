import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { Article } from '../model/article.ts'
import { gather } from './gather.ts'
import type { GatherOptions, GatherResult } from './result.ts'

const folder = mkdtempSync(join(tmpdir(), 'gather-'))
afterAll(() => rmSync(folder, { recursive: true }))

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, content)
  return path
}

async function results(inputs: readonly string[], options?: GatherOptions): Promise<readonly GatherResult[]> {
  const found: GatherResult[] = []
  for await (const result of gather(inputs, options)) found.push(result)
  return found
}

async function article(path: string, options?: GatherOptions): Promise<Article> {
  const [result] = await results([path], options)
  if (result?.ok !== true) throw new Error(JSON.stringify(result))
  return result.article
}

const sentence = 'The ferry crews of Velm will not sail on Friday, the mayor said.'

test('a bare text takes outlet, address and date from the options', async () => {
  const path = file('bare.txt', `${sentence}\n`)
  const found = await article(path, {
    outlet: 'Harrow Post',
    url: 'https://harrow.example/a',
    published: '4 March 2031',
  })
  expect(found).toMatchObject({
    text: sentence,
    outlet: 'Harrow Post',
    url: 'https://harrow.example/a',
    published: '2031-03-04',
    issues: [],
    provenance: { from: path, encoding: 'utf-8' },
  })
})

test('front matter is metadata, its title is the headline, links are kept beside the text', async () => {
  const path = file(
    'front.md',
    `---\ntitle: "Ferries: no end"\noutlet: Harrow Post\nurl: https://harrow.example/b\npublished: 2031-03-04T09:10:00Z\nbyline: Ilse Maarn and Bo Chu\n---\n\nThe crews [told the *Signal*](https://signal.example/x) that **nothing** will move.\n\n## What next\n\n${sentence}\n`,
  )
  const found = await article(path)
  expect(found).toMatchObject({
    title: 'Ferries: no end',
    outlet: 'Harrow Post',
    published: '2031-03-04T09:10:00Z',
    byline: ['Ilse Maarn', 'Bo Chu'],
  })
  expect(found.blocks.map((block) => [block.kind, found.text.slice(block.start, block.end)])).toEqual([
    ['headline', 'Ferries: no end'],
    ['prose', 'The crews told the Signal that nothing will move.'],
    ['heading', 'What next'],
    ['prose', sentence],
  ])
  expect(found.links?.map((link) => [found.text.slice(link.start, link.end), link.url])).toEqual([
    ['told the Signal', 'https://signal.example/x'],
  ])
})

test('an article line and a page line of JSON are read, a broken line is named, the rest goes on', async () => {
  const path = file(
    'some.jsonl',
    [
      JSON.stringify({
        title: 'Ferries stay',
        text: sentence,
        source: { name: 'Harrow Post' },
        published: '2031-03-04',
      }),
      '{"text": ',
      '',
      JSON.stringify({ title: 'No text' }),
      JSON.stringify({ text: ['not', 'a', 'text'] }),
      JSON.stringify({ text: sentence, authors: ['Ilse Maarn'] }),
    ].join('\n'),
  )
  const found = await results([path])
  expect(
    found.map((result) => (result.ok ? result.article.text : `${result.from} ${result.issue.code}`)),
  ).toEqual([
    `Ferries stay\n\n${sentence}`,
    `${path}:2 bad-json-line`,
    `${path}:4 bad-json-line`,
    `${path}:5 bad-json-line`,
    sentence,
  ])
  expect(found[0]).toMatchObject({
    article: { outlet: 'Harrow Post', blocks: [{ kind: 'headline' }, { kind: 'prose' }] },
  })
})

test('a folder is read in name order without its README, hidden files and records', async () => {
  file('tree/b.txt', 'Second, the mayor said.')
  file('tree/a/a.txt', 'First, the mayor said.')
  file('tree/README.md', 'About this folder.')
  for (const end of ['', '-wal', '-shm']) file(`tree/onrecord.db${end}`, 'SQLite')
  file('tree/.hidden.txt', 'Hidden.')
  file('tree/c.docx', 'PK')
  const found = await results([join(folder, 'tree')])
  expect(found.map((result) => (result.ok ? result.article.text : result.issue.code))).toEqual([
    'First, the mayor said.',
    'Second, the mayor said.',
    'unknown-extension',
  ])
})

test('standard input is told by its bytes', async () => {
  async function* bytes(text: string): AsyncIterable<Uint8Array> {
    yield new TextEncoder().encode(text.slice(0, 5))
    yield new TextEncoder().encode(text.slice(5))
  }
  const markdown = `---\ntitle: Ferries stay\n---\n${sentence}`
  expect((await article('-', { stdin: bytes(markdown) })).title).toBe('Ferries stay')
  expect((await article('-', { stdin: bytes(JSON.stringify({ text: sentence, title: 'A' })) })).title).toBe(
    'A',
  )
  expect((await article('-', { stdin: bytes(sentence) })).provenance.from).toBe('stdin')
})

const latin = Uint8Array.from(
  [...`Der B\u00fcrgermeister sagte: \u00ab${'Nein. '.repeat(9)}\u00bb`].map((c) => c.charCodeAt(0)),
)

test.each<[string, string | Uint8Array, string, RegExp]>([
  ['empty.txt', '', 'empty-text', /empty\.txt: there is no text in it; check/],
  ['blank.md', '---\ntitle:\n---\n \n\n', 'empty-text', /no text/],
  ['zero.txt', Uint8Array.from([72, 0, 105, 0, 1, 2]), 'binary-data', /zero bytes/],
  ['paper.txt', '%PDF-1.7 …', 'binary-data', /PDF/],
  [
    'nothing.html',
    '<!doctype html><title>A</title><nav><a href="/">Home</a></nav>',
    'no-article',
    /no text of an article/,
  ],
  ['long.txt', 'word '.repeat(10_000_000), 'too-large', /more than 32 MB/],
  ['longish.txt', 'word '.repeat(500_000), 'too-long', /2,499,999 characters/],
  [
    'fold.jsonl',
    `{"text":"${'word '.repeat(10_000_000)}"}`,
    'too-long',
    /fold\.jsonl:1: the line has 50,000,011 bytes/,
  ],
  ['strange.xyz', sentence, 'unknown-extension', /\.xyz is not one that is read; use \.txt/],
])('%s is refused with a reason and a remedy', async (name, content, code, message) => {
  const path = file(`bad/${name}`, content)
  const good = file('bad-good/good.txt', sentence)
  const found = await results([path, good])
  expect(found).toHaveLength(2)
  expect(found[0]).toMatchObject({ ok: false, issue: { code, message: expect.stringMatching(message) } })
  expect(found[1]).toMatchObject({ ok: true })
})

test('a missing file is named', async () => {
  expect(await results([join(folder, 'absent.txt')])).toMatchObject([
    { ok: false, issue: { code: 'missing-file' } },
  ])
})

test.each<[string, string | Uint8Array, string, string]>([
  ['latin.txt', latin, 'unknown-encoding', 'windows-1252'],
  [
    'broken.txt',
    Uint8Array.from([...new TextEncoder().encode(`„${'Überfahrt „ö“ '.repeat(4)}`), 0xff]),
    'invalid-utf8',
    'utf-8',
  ],
  [
    'utf.html',
    `<meta charset="windows-1251"><article><p>${'Der Bürgermeister sagte nein zu allem. '.repeat(4)}</p></article>`,
    'wrong-encoding',
    'utf-8',
  ],
])('%s is kept, with what was odd about its bytes', async (name, content, code, encoding) => {
  const found = await article(file(`odd/${name}`, content))
  expect(found.issues.map((entry) => entry.code)).toContain(code)
  expect(found.provenance.encoding).toBe(encoding)
})

test('a declared encoding is used where the bytes are not UTF-8', async () => {
  const head = new TextEncoder().encode('<html><meta charset="iso-8859-1"><article><p>')
  const tail = new TextEncoder().encode(`${' Und noch ein Satz, damit es reicht.'.repeat(3)}</p></article>`)
  const found = await article(file('odd/declared.html', Uint8Array.from([...head, ...latin, ...tail])))
  expect(found.text).toContain('Der Bürgermeister sagte: «Nein.')
  expect(found.issues.map((entry) => entry.code)).not.toContain('unknown-encoding')
})

test.each([
  ['title: "a\nb: [', 'bad-front-matter', /front-\d\.md:\d+: /],
  ['- just\n- a list', 'bad-front-matter', /not a list of "name: value" lines/],
  ['title: A\npublished: Fri', 'bad-date', /published: found "Fri"; give it as/],
  ['title: A\npublished: 03/04/2031', 'ambiguous-date', /two ways|03\/04\/2031/],
])('front matter %j is an issue and the text is kept', async (front, code, message) => {
  const path = file(`front/front-${front.length % 10}.md`, `---\n${front}\n---\n${sentence}\n`)
  const found = await article(path)
  expect(found.text).toContain(sentence)
  expect(found.published).toBeUndefined()
  expect(found.issues).toMatchObject([{ code, message: expect.stringMatching(message) }])
})

test('an article in another language is kept and said to be unread', async () => {
  const found = await article(
    file(
      'deutsch.txt',
      'Die Fähren bleiben am Freitag im Hafen, sagte die Bürgermeisterin nach dem Gespräch.',
    ),
  )
  expect(found.language).toBe('de')
  expect(found.issues).toMatchObject([{ code: 'unread-language' }])
})

test('an address for several inputs is left out and said so', async () => {
  const path = file('one.txt', sentence)
  const found = await results([path, path], { url: 'https://harrow.example/a' })
  expect(found.map((result) => (result.ok ? result.article.url : result.issue.code))).toEqual([
    'url-for-many',
    undefined,
    undefined,
  ])
})
