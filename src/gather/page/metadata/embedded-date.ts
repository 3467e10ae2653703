import { readDate } from '../../date.ts'

// "publishedAt":"2031-03-04T09:10:00Z", \"first_published\":\"2031-03-04 09:10\", data-publish-date="2031-03-04": data for a page's scripts.
const stated =
  /\b(?:date_?published|first_?publish(?:ed)?(?:[_-]?(?:at|date|time|on))?|publish(?:ed)?[_-]?(?:at|date|time|on)|publication[_-]?(?:date|time)|pub[_-]?date|deploy[_-]?dt)\\?["']?\s*[:=]\s*\\?["'](\d{4}[-./]\d\d[-./]\d\d[^"'\\]{0,24})/i

/** The first publication date that a page carries as data for its scripts, as written; undefined where there is none. */
export function embeddedDate(html: string): string | undefined {
  const found = stated.exec(html.slice(0, 4_000_000))?.[1]?.trim()
  return found !== undefined && readDate(found).ok ? found : undefined
}
