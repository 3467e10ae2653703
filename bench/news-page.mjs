// A web page as news sites make them, around an article of bench/generate.mjs: scripts, styles, menus, a share bar, a byline, lists of
// other articles, a newsletter box between paragraphs, comments and a footer; about 100 KB.

/** The page of an article `{title, outlet, published, text, url}`. */
export function newsPage({ title, outlet, published, text, url }) {
  const pick = picker(title.length * 7919 + text.length)
  const words = text.split(/\s+/)
  const some = (n) => Array.from({ length: n }, () => words[pick(words.length)]).join(' ')
  const links = (n, kind) =>
    Array.from(
      { length: n },
      () =>
        `<li class="${kind}__item"><a class="${kind}__link" href="/news/${pick(1e6)}"><span>${escaped(some(7))}</span></a></li>`,
    ).join('\n')
  const data = Array.from({ length: 2500 }, () => pick(1e9)).join(',')
  const ld = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: title,
    datePublished: published,
    publisher: { '@type': 'Organization', name: outlet },
    url,
  }
  const paragraphs = text.split(/\n\s*\n/).filter((part) => part.trim() !== '' && part.trim() !== title)
  const body = paragraphs
    .map(
      (part, i) =>
        `<p class="article__p">${escaped(part)}</p>${i === 3 ? `<aside class="newsletter"><h3>Sign up to our newsletter</h3><form><input type="email"><button>Sign up</button></form></aside>` : ''}`,
    )
    .join('\n')
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escaped(title)} | ${escaped(outlet)}</title>
<meta property="og:title" content="${escaped(title)}"><meta property="og:type" content="article"><meta property="og:site_name" content="${escaped(outlet)}">
<meta property="article:published_time" content="${published}"><link rel="canonical" href="${url}">
<script type="application/ld+json">${JSON.stringify(ld)}</script>
<style>${Array.from({ length: 300 }, (_, i) => `.c${i}{margin:${pick(40)}px;color:#${pick(0xffffff).toString(16)}}`).join('')}</style>
<script>window.__data=[${data}]</script></head>
<body class="page page--article"><header><nav class="menu"><ul>${links(60, 'menu')}</ul></nav></header>
<main><article class="article"><h1 class="article__title">${escaped(title)}</h1>
<div class="article__meta"><span class="byline">By Ilse Maarn</span> <time datetime="${published}">${published}</time><ul class="share"><li><a href="#">Share</a></li><li><a href="#">Print</a></li></ul></div>
<figure><img src="/p.jpg" alt=""><figcaption>${escaped(some(14))}. Photograph: Bo Chu</figcaption></figure>
<div class="article__body">${body}</div>
<section class="related"><h2>Related</h2><ul>${links(12, 'related')}</ul></section></article>
<section class="comments"><h2>Comments</h2>${Array.from({ length: 15 }, () => `<div class="comment"><b>reader${pick(999)}</b><p>${escaped(some(25))}</p></div>`).join('')}</section></main>
<aside class="side"><h2>Most read</h2><ol>${links(40, 'teaser')}</ol></aside>
<footer><ul>${links(40, 'footer')}</ul><p>© ${escaped(outlet)}. All rights reserved.</p></footer>
<script>${'window.q=window.q||[];q.push({a:1});'.repeat(400)}</script></body></html>`
}

function picker(seed) {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
