import { sha256 } from '@noble/hashes/sha2.js'
import type { Range } from './span.ts'

/** The first 64 bits of the SHA-256 of a text in UTF-8, as 16 hexadecimal digits. */
export function hash64(text: string): string {
  return hexOf(sha256(new TextEncoder().encode(text)).subarray(0, 8))
}

/** The id of an article: the hash of its canonical URL, or of outlet and text where it has none. */
export function articleId(article: { url?: string; outlet?: string; text: string }): string {
  return article.url === undefined
    ? hash64(`${article.outlet ?? ''}\n${article.text}`)
    : hash64(canonicalUrl(article.url))
}

/** The id of something found in an article: kind letter, article and span, such as `a:9f86d081884c7d65:120-160`. */
export function childId(kind: string, article: string, range: Range): string {
  return `${kind}:${article}:${range.start}-${range.end}`
}

/** A URL without fragment, tracking parameters, default port and trailing slash, with host in lower case. */
export function canonicalUrl(url: string): string {
  if (!URL.canParse(url)) return url.trim()
  const parsed = new URL(url)
  parsed.hash = ''
  for (const name of [...parsed.searchParams.keys()]) {
    if (isTracking(name)) parsed.searchParams.delete(name)
  }
  parsed.searchParams.sort()
  parsed.protocol = parsed.protocol === 'http:' ? 'https:' : parsed.protocol
  parsed.pathname = parsed.pathname.replace(/(?<=.)\/+$/, '')
  return parsed.href
}

// "utm_source", "fbclid", "gclid", "mc_cid": added by senders, they do not name another page.
function isTracking(name: string): boolean {
  return /^(?:utm_.*|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|ref_src)$/i.test(name)
}

function hexOf(bytes: Uint8Array): string {
  let hex = ''
  for (const byte of bytes) hex += byte.toString(16).padStart(2, '0')
  return hex
}
