import { generateOpml, parseOpml } from 'feedsmith'

/** A feed as lists of feeds name it. */
export type ListedFeed = { readonly url: string; readonly title?: string }

/** The feeds of an OPML list, at any depth of its folders, each once; undefined where the text is no OPML. */
export function readOpml(text: string): readonly ListedFeed[] | undefined {
  const feeds = new Map<string, ListedFeed>()
  const whole = parsed(text)
  if (whole === undefined) return undefined
  const open = [...(whole.body?.outlines ?? [])].reverse()
  for (let outline = open.pop(); outline !== undefined; outline = open.pop()) {
    open.push(...[...(outline.outlines ?? [])].reverse())
    const { xmlUrl, title, text: label } = outline
    if (xmlUrl === undefined || !/^https?:\/\//i.test(xmlUrl) || !URL.canParse(xmlUrl)) continue
    const { href: url } = new URL(xmlUrl)
    // A list must name each feed; where nothing better is known, it names it by its address.
    const name = title ?? label
    if (!feeds.has(url)) feeds.set(url, { url, title: name === xmlUrl ? undefined : name })
  }
  return [...feeds.values()]
}

/** An OPML 2.0 list of feeds. */
export function writeOpml(feeds: readonly ListedFeed[]): string {
  return generateOpml({
    head: { title: 'Feeds of On Record' },
    body: {
      outlines: feeds.map(({ url, title }) => ({ text: title ?? url, type: 'rss', title, xmlUrl: url })),
    },
  })
}

function parsed(text: string): ReturnType<typeof parseOpml> | undefined {
  try {
    return parseOpml(text.slice(0, text.lastIndexOf('>') + 1))
  } catch {
    // The parser refuses a list without feeds as it does what is no list.
    return /^[\s\S]{0,2000}?<opml[\s>]/i.test(text) ? {} : undefined
  }
}
