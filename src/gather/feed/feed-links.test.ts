import { expect, test } from 'vitest'
import { feedLinks } from './feed-links.ts'

test('the feeds of a page, made whole by its base, each once, and nothing else', () => {
  const html = `<head><base href="/news/"><link rel=alternate type="application/rss+xml" href="a.xml" title="All &amp; more">
    <link type="application/atom+xml" href="https://aster.example/f"><link type="application/rss+xml" href="/news/a.xml">
    <link rel="stylesheet" href="s.css"><link type="application/rss+xml"><link type="application/rss+xml" href="javascript:x"></head>`
  expect(feedLinks(html, 'https://harrow.example/')).toEqual([
    { url: 'https://harrow.example/news/a.xml', title: 'All & more' },
    { url: 'https://aster.example/f' },
  ])
})
