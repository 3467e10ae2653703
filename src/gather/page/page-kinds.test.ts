import { expect, test } from 'vitest'
import { explainPage } from './explain-page.ts'
import { pageArticle } from './page-article.ts'
import { readPage } from './read-page.ts'

const paragraphs = [
  'The ferry crews of Velm will not sail before Friday, the mayor said on Monday after a meeting that lasted six hours.',
  'The port authority wants to see the crews back at work by the weekend, according to two people who were in the room.',
  'The talks are to go on in Harrow on Thursday, a spokeswoman for the ministry of transport said in a statement.',
  'Nobody expects the islands to run out of bread, but the shops of Teyle have begun to sell no more than two loaves a head.',
]

/** An article page with one piece of markup between its second and its third paragraph, or elsewhere. */
function pageWith({ inside = '', above = '', below = '', head = '' }): string {
  const [one, two, three, four] = paragraphs.map((text) => `<p>${text}</p>`)
  return `<!doctype html><html lang="en"><head><title>Ferries stay in harbour | Harrow Post</title>
<meta property="og:title" content="Ferries stay in harbour"><meta property="og:site_name" content="Harrow Post">${head}</head><body>
<header class="site-header"><nav class="main-nav"><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav></header>
<main><article class="article"><h1 class="article-title">Ferries stay in harbour</h1>${above}
<div class="article-body">${one}${two}${inside}${three}${four}</div>${below}</article></main>
<footer class="site-footer"><p>© 2031 Harrow Post. All rights reserved.</p></footer></body></html>`
}

const kindsOf = (html: string) =>
  new Map(explainPage(pageArticle(html)).map(({ text, kind, rule }) => [text, { kind, rule }]))

test.each<[string, Parameters<typeof pageWith>[0], string]>([
  ['headline', {}, 'Ferries stay in harbour'],
  ['prose', {}, paragraphs[0] ?? ''],
  [
    'standfirst',
    { above: '<p class="standfirst">Crews in Velm want an offer first.</p>' },
    'Crews in Velm want an offer first.',
  ],
  ['byline', { above: '<div class="byline">By Ilse Maarn</div>' }, 'By Ilse Maarn'],
  [
    'dateline',
    { above: '<div class="date">Published 4 March 2031, 09:10 GMT</div>' },
    'Published 4 March 2031, 09:10 GMT',
  ],
  ['heading', { inside: '<h2>What happens next</h2>' }, 'What happens next'],
  ['heading', { inside: '<p><strong>What the crews want</strong></p>' }, 'What the crews want'],
  [
    'quotation',
    {
      inside:
        '<blockquote><p>Nobody in this town wants a strike that goes on into the summer.</p></blockquote>',
    },
    'Nobody in this town wants a strike that goes on into the summer.',
  ],
  [
    'list',
    {
      inside:
        '<ul><li>The first ferry would leave at six in the morning, the authority said.</li><li>The last would return at nine in the evening.</li></ul>',
    },
    'The last would return at nine in the evening.',
  ],
  [
    'caption',
    {
      inside:
        '<figure><img src="a.jpg"><figcaption>Ferries at the quay in Velm on Monday.</figcaption></figure>',
    },
    'Ferries at the quay in Velm on Monday.',
  ],
  [
    'related',
    { inside: '<p><a href="/plan">Read more: What the harbour plan would cost</a></p>' },
    'Read more: What the harbour plan would cost',
  ],
  ['related', { inside: '<div class="related-articles"><h4>Mehr zum Thema:</h4></div>' }, 'Mehr zum Thema:'],
  ['promotion', { inside: '<div class="ad-slot">Advertisement</div>' }, 'Advertisement'],
  [
    'promotion',
    { inside: '<p>Follow us on Telegram for the latest</p>' },
    'Follow us on Telegram for the latest',
  ],
  [
    'newsletter',
    { inside: '<div class="newsletter-box"><p>Sign up for our morning newsletter</p></div>' },
    'Sign up for our morning newsletter',
  ],
  [
    'audio',
    { inside: '<div class="audio-player"><p>Listen to this article</p></div>' },
    'Listen to this article',
  ],
  [
    'correction',
    {
      below:
        '<p class="correction">Correction: An earlier version of this article misstated the day of the talks.</p>',
    },
    'Correction: An earlier version of this article misstated the day of the talks.',
  ],
  [
    'liveblog',
    {
      inside:
        '<div class="live-blog-entry"><p>09:40 GMT – Ferries are running again between Velm and the northern islands, the authority says.</p></div>',
    },
    '09:40 GMT – Ferries are running again between Velm and the northern islands, the authority says.',
  ],
  ['credit', { below: '<p class="source">Source: Meridian News Agency</p>' }, 'Source: Meridian News Agency'],
  [
    'caption',
    {
      inside:
        '<figure><img src="a.jpg"><figcaption><p>Crews wait at the quay in Velm on Monday, a day after talks about their pay had ended without an offer.</p></figcaption></figure>',
    },
    'Crews wait at the quay in Velm on Monday, a day after talks about their pay had ended without an offer.',
  ],
  [
    'prose',
    { inside: '<div><pre>06:10 Velm to Teyle\n21:00 Teyle to Velm</pre></div>' },
    '06:10 Velm to Teyle 21:00 Teyle to Velm',
  ],
  ['none', {}, 'World'],
])('a %s is told as what it is: %j', (kind, parts, text) => {
  expect(kindsOf(pageWith(parts)).get(text)?.kind).toBe(kind)
})

const long =
  'The harbour of Teyle is to be dredged in the autumn, and the islands will see larger ships, the mayor told a full hall on Sunday.'

test.each([
  ['a site sets beside its pages', `<aside class="widget"><h3>Deals</h3><p>${long}</p></aside>`, 'PG-OUT-09'],
  ['leads around', `<nav><p>${long}</p></nav>`, 'PG-OUT-07'],
  ['readers write', `<ol class="commentlist"><li class="comment"><p>${long}</p></li></ol>`, 'PG-OUT-02'],
  [
    'a heading named for other articles opens',
    `<section><h3 class="related-title">And also</h3><div><p>${long}</p></div><div><p>${long}</p></div></section>`,
    'PG-OUT-03',
  ],
])('what %s is no body, however it reads', (_, below, rule) => {
  const page = pageArticle(pageWith({ below }))
  expect(page.blocks.filter(({ isBody }) => isBody).map(({ block }) => block.text)).toEqual(paragraphs)
  expect(kindsOf(pageWith({ below })).get(long)?.rule).toBe(rule)
})

test('words for screen readers are no body', () => {
  const label = '<h2 class="visually-hidden">Article content</h2>'
  const page = pageArticle(pageWith({ inside: label.repeat(3) }))
  expect(page.blocks.filter(({ isBody }) => isBody).map(({ block }) => block.text)).toEqual(paragraphs)
})

test('what pops up over a word, and words for screen readers, are not in the text around them; a tag left open ends with its paragraph', () => {
  const open = '<span class="tooltip-text">A strait.'
  const inside = `<p>Ships of <a href="/s">Strand<span class="sr-only"> (opens in a new window)</span></a>${open}<b> North</b></span> have not left the port since the crews went home on Friday.</p>
    <p>Most of them carry grain for the islands, the harbour master said.${open}</p>`
  const texts = pageArticle(pageWith({ inside })).blocks.map(({ block }) => block.text)
  expect(texts).toContain('Ships of Strand have not left the port since the crews went home on Friday.')
  expect(texts).toContain('Most of them carry grain for the islands, the harbour master said.')
  expect(texts).toContain(paragraphs[3])
})

test('a page with nothing but what a rule keeps out is read all the same', () => {
  const html = `<body><div class="comment"><h1>A letter</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</div></body>`
  expect(pageArticle(html).blocks.some(({ isBody }) => isBody)).toBe(true)
})

test('each block of a page is explained: its kind, its rule, how likely it is body, its place and what moved the judgement', () => {
  const html = pageWith({ inside: '<h2>What happens next</h2>' })
  const blocks = explainPage(pageArticle(html))
  expect(blocks.map((block) => block.text)).toEqual(
    expect.arrayContaining(['Home', 'What happens next', ...paragraphs]),
  )
  for (const block of blocks) {
    expect(block.rule).toMatch(/^(?:PG|BL)-[A-Z]+-\d\d$/)
    expect(block.why.length).toBeGreaterThan(0)
    expect(html.slice(block.source?.start, block.source?.end)).toContain(block.text)
  }
})

const body = { below: '' }

test('section, canonical address, times, agency and correction of a page are read', () => {
  const stated = {
    '@type': 'NewsArticle',
    headline: 'Ferries stay in harbour',
    datePublished: '2031-03-04T09:10:00+01:00',
    dateModified: '2031-03-04T11:00:00+01:00',
    articleSection: 'World',
    correction: { '@type': 'CorrectionComment', text: 'The day of the talks was wrong.' },
  }
  const head = `<link rel="canonical" href="/news/ferries"><script type="application/ld+json">${JSON.stringify(stated)}</script>`
  const html = pageWith({ ...body, head, below: '<p class="source">Source: Meridian News Agency</p>' })
  const { metadata } = pageArticle(html, 'https://harrow.example/news/ferries?from=home')
  expect(metadata).toMatchObject({
    section: 'World',
    url: 'https://harrow.example/news/ferries',
    published: '2031-03-04T09:10:00+01:00',
    modified: '2031-03-04T11:00:00+01:00',
    correction: 'The day of the talks was wrong.',
    credit: 'Meridian News Agency',
    language: 'en',
  })
  expect(readPage(html, { from: 'page.html', url: undefined })).toMatchObject({
    section: 'World',
    credit: 'Meridian News Agency',
  })
})

test.each([
  ['<p class="agency">Agency: Meridian</p>', 'Meridian'],
  ['<p class="source">(Reuters)</p>', 'Reuters'],
  ['<p class="source">Source: Ministry of Transport</p>', undefined],
  ['', undefined],
])('the agency that %s credits is %s', (below, credit) => {
  expect(pageArticle(pageWith({ below })).metadata.credit).toBe(credit)
})

test('an agency between the place and the text of the first paragraph is credited', () => {
  const html = pageWith({}).replace('<p>The ferry crews', '<p>VELM, March 4 (Meridian) — The ferry crews')
  expect(pageArticle(html).metadata.credit).toBe('Meridian')
})
