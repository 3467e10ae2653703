import { getDomain } from 'tldts'
import type { Article } from '../../model/article.ts'
import type { Member } from '../member.ts'
import { outletKey } from '../relays/outlet-names.ts'

/** Who publishes an article, by a name that is the same for all outlets of one publisher. */
export type PublisherOf = (article: string) => string

/**
 * Publishers of a story's articles: outlets under one registrable domain (Public Suffix List) are one publisher's. An article
 * without an address has the publisher of its outlet's others, else its outlet.
 */
export function publishersOf(members: readonly Member[]): PublisherOf {
  const ofOutlet = new Map<string, string>()
  for (const { article } of members) {
    const domain = domainOf(article)
    if (domain !== undefined && article.outlet !== undefined) {
      const key = outletKey(article.outlet)
      const known = ofOutlet.get(key)
      if (known === undefined || domain < known) ofOutlet.set(key, domain)
    }
  }
  const byArticle = new Map(
    members.map(({ article }) => {
      const outlet = outletKey(article.outlet ?? article.id)
      return [article.id, ofOutlet.get(outlet) ?? domainOf(article) ?? outlet]
    }),
  )
  return (article) => byArticle.get(article) ?? article
}

function domainOf({ url }: Article): string | undefined {
  return url === undefined ? undefined : (getDomain(url, { allowPrivateDomains: true }) ?? undefined)
}
