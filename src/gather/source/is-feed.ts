/** True where the first bytes of something are those of a feed, whatever it is called. */
export function isFeed(head: Uint8Array): boolean {
  const start = new TextDecoder('latin1').decode(head.subarray(0, 1024)).replace(/^ï»¿/, '').trimStart()
  return (
    /^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*|<\?[^>]*>\s*)*<(?:rss|feed|rdf:RDF)[\s>]/i.test(start) ||
    /^\{[^{]*"https?:\/\/jsonfeed\.org/.test(start)
  )
}
