import { Parser } from 'htmlparser2'
import { expect, test } from 'vitest'
import { pageArticle } from './page-article.ts'
import type { PageScan } from './page-scan.ts'
import { readPage } from './read-page.ts'
import { scanPage } from './scan.ts'
import { scanSoup } from './scan-soup.ts'

const html = `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8">
<title>Ferries stay in harbour | Harrow Post</title>
<meta property="og:title" content="Ferries stay in harbour">
<meta property="og:site_name" content="Harrow Post">
<meta name="description" content="Crews in Velm will not sail before Friday.">
<link rel="canonical" href="https://harrow.example/news/ferries-stay">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle","headline":"Ferries stay in harbour",
"datePublished":"2031-03-04T09:10:00+01:00","dateModified":"2031-03-04T11:00:00+01:00","author":[{"@type":"Person","name":"Ilse Maarn"},{"@id":"#bo"}],
"publisher":{"@type":"NewsMediaOrganization","name":"Harrow Post"}},{"@type":"Person","@id":"#bo","name":"Bo Chu","url":"/bo"}]}</script>
<style>p{margin:0}</style></head>
<body><header class="site-header"><nav class="main-nav"><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li><li><a href="/sport">Sport</a></li></ul></nav></header>
<main><article class="article">
<h1 class="article-title">Ferries stay in harbour</h1>
<p class="standfirst">Crews in Velm will not sail before Friday.</p>
<div class="byline">By <a rel="author" href="/ilse">Ilse Maarn</a> and Bo Chu</div>
<figure><img src="a.jpg" alt=""><figcaption>Ferries at the quay in Velm on Monday. Photo: Bo Chu</figcaption></figure>
<div class="article-body">
<p>The ferry crews of Velm will not sail before Friday, the mayor said on Monday after a meeting that lasted six hours &amp; ended without a deal.</p>
<p>&ldquo;We have heard nothing new,&rdquo; said the union&rsquo;s chair, <a href="https://signal.example/maarn">Ilse Maarn</a>, who spoke to reporters at the quay.</p>
<p><a href="/plan">Read more: What the harbour plan would cost</a></p>
<h2>What happens next</h2>
<p>The port authority wants to see the crews back at work by the weekend, according to two people who were in the room when the offer was made.</p>
<div class="newsletter-signup"><p>Sign up for our morning newsletter</p><form><label>Your email</label><input name="e"></form></div>
<ul><li>The first ferry would leave at six in the morning, the authority said.</li><li>The last would return at nine in the evening.</li></ul>
<blockquote><p>Nobody in this town wants a strike that goes on into the summer, and nobody wants to lose either.</p></blockquote>
<p>The talks are to go on in Harrow on Thursday, a spokeswoman for the ministry of transport said in a statement.</p>
</div></article></main>
<aside class="related"><h3>Most read</h3><ul><li><a href="/1">Mayor of Harrow opens new bridge over the Teyle</a></li><li><a href="/2">Flood kills nine in valley</a></li></ul></aside>
<footer class="site-footer"><p>© 2031 Harrow Post. All rights reserved.</p></footer></body></html>`

test('a page gives its headline, standfirst, prose, heading, list and quotation, and keeps noise as noise', () => {
  const draft = readPage(html, { from: 'page.html', url: undefined })
  const text = draft?.text ?? ''
  const kinds = draft?.blocks?.map((block) => [block.kind, text.slice(block.start, block.end).slice(0, 40)])
  expect(kinds).toEqual([
    ['headline', 'Ferries stay in harbour'],
    ['standfirst', 'Crews in Velm will not sail before Frida'],
    ['byline', 'By Ilse Maarn and Bo Chu'],
    ['caption', 'Ferries at the quay in Velm on Monday. P'],
    ['prose', 'The ferry crews of Velm will not sail be'],
    ['prose', '“We have heard nothing new,” said the un'],
    ['related', 'Read more: What the harbour plan would c'],
    ['heading', 'What happens next'],
    ['prose', 'The port authority wants to see the crew'],
    ['newsletter', 'Sign up for our morning newsletter'],
    ['newsletter', 'Your email'],
    ['list', 'The first ferry would leave at six in th'],
    ['list', 'The last would return at nine in the eve'],
    ['quotation', 'Nobody in this town wants a strike that '],
    ['prose', 'The talks are to go on in Harrow on Thur'],
  ])
  expect(text).not.toMatch(/Home|Most read|All rights reserved/)
})

test('what the page states about its article is reconciled', () => {
  expect(
    readPage(html, { from: 'page.html', url: 'https://harrow.example/news/ferries-stay?utm_source=x' }),
  ).toMatchObject({
    title: 'Ferries stay in harbour',
    outlet: 'Harrow Post',
    url: 'https://harrow.example/news/ferries-stay',
    published: '2031-03-04T09:10:00+01:00',
    modified: '2031-03-04T11:00:00+01:00',
    byline: ['Ilse Maarn', 'Bo Chu'],
  })
})

test('links keep their place in the text', () => {
  const draft = readPage(html, { from: 'page.html', url: undefined })
  const links = draft?.links?.map((link) => [draft.text.slice(link.start, link.end), link.url])
  expect(links).toContainEqual(['Ilse Maarn', 'https://signal.example/maarn'])
})

/** Words of a stretch of source, entities decoded, without white space and marks that nobody sees. */
function wordsOf(source: string): string {
  let text = ''
  const parser = new Parser({
    ontext(data) {
      text += data
    },
  })
  parser.end(source)
  return bare(text)
}

function bare(text: string): string {
  return text.replace(/[\s\u00ad\u200b\u2060\ufeff]+/g, '')
}

function expectSources(scan: PageScan, source: string): void {
  expect(scan.blocks.length).toBeGreaterThan(0)
  for (const block of scan.blocks) {
    const words = block.pieces.map((piece) => wordsOf(source.slice(piece.start, piece.end))).join('')
    expect(words).toBe(bare(block.text))
  }
}

test('the text of each block stands at its place in the source', () => {
  expectSources(pageArticle(html).scan, html)
  const soup = scanSoup(html)
  expect(soup?.blocks.map((block) => block.text)).toEqual(scanPage(html).blocks.map((block) => block.text))
})

const long = 'The ferry crews of Velm will not sail before Friday, the mayor said on Monday. '

test.each<[string, string]>([
  ['tags that never close', `<div><p>${long.repeat(3)}<p>${long.repeat(3)}<div><b>${long}`],
  ['100,000 nested elements', `${'<div>'.repeat(100_000)}<p>${long.repeat(5)}</p>`],
  ['a megabyte of one tag', '<b>'.repeat(350_000) + long],
  ['broken attributes', `<p class="a" "b' c=>${long.repeat(4)}</p><a href='x>${long}`],
  ['a script that never closes', `<p>${long.repeat(4)}</p><script>var a = "<p>"`],
  ['entities that are none', `<p>&nosuch; &#xFFFFFFF; &#0; ${long.repeat(4)}</p>`],
  ['nothing but text', long.repeat(5)],
  ['nothing', ''],
])('a page of %s is read without an error', (_, source) => {
  const page = pageArticle(source)
  for (const judged of page.blocks) expect(judged.block.text.trim()).not.toBe('')
})

test('a page that shows little and states its body in JSON-LD is read from that', () => {
  const body = `${long.repeat(4)}\\n\\n${long.repeat(4)}`
  const source = `<title>Ferries stay</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferries stay in harbour","articleBody":"${body}"}</script><div id="root"></div>`
  const draft = readPage(source, { from: 'page.html', url: undefined })
  expect(draft?.blocks?.map((block) => [block.kind, block.rule])).toEqual([
    ['headline', 'PG-HEAD-02'],
    ['prose', 'PG-BODY-01'],
    ['prose', 'PG-BODY-01'],
  ])
})

test('a page that only its scripts would fill is read from the data that they carry', () => {
  const data = JSON.stringify({
    id: 1,
    content: `${long.repeat(3)}\nThe "second" offer stands. ${long}`,
    more: 'x',
  })
  for (const script of [`self.data=${data}`, `push(${JSON.stringify(data)})`]) {
    const draft = readPage(
      `<title>Ferries stay in harbour</title><div id="root"></div><script>${script}</script>`,
      { from: 'page.html', url: undefined },
    )
    expect(draft?.text.split('\n\n').slice(1)).toEqual([
      long.repeat(3).trim(),
      `The "second" offer stands. ${long}`.trim(),
    ])
  }
})
