import type { Member } from '../member.ts'
import { plainForm } from '../words/words.ts'

/** The full name of an outlet that a text names, as the story's articles give it: "the Herald" is "Marrow Herald" where one alone fits. */
export type OutletNames = (named: string) => string

/** Outlet names of a story's articles and credits. */
export function outletNames(members: readonly Member[]): OutletNames {
  const known = new Map<string, string>()
  for (const { article } of members) {
    for (const name of [article.outlet, article.credit])
      if (name !== undefined) known.set(outletKey(name), name)
  }
  const found = new Map<string, string>()
  return (named) => {
    const before = found.get(named) ?? fullName(named)
    found.set(named, before)
    return before
  }

  function fullName(named: string): string {
    const key = outletKey(named)
    const exact = known.get(key)
    if (exact !== undefined) return exact
    const called = classOf.exec(named)
    if (called !== null && known.has(outletKey(named.slice(0, called.index))))
      return known.get(outletKey(named.slice(0, called.index))) ?? named
    const fitting = [...known].filter(([full]) => full.endsWith(` ${key}`) || full.startsWith(`${key} `))
    const only = fitting.length === 1 ? fitting[0] : undefined
    return only === undefined ? withoutArticle(named) : only[1]
  }
}

/** An outlet's name as it is compared: no case, accents, punctuation, leading "the". */
export function outletKey(name: string): string {
  return plainForm(withoutArticle(name))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** An outlet's name without its leading "the" and a possessive ending. */
export function withoutArticle(name: string): string {
  return name
    .trim()
    .replace(/^the\s+/i, '')
    .replace(/['’]s?$/u, '')
}

// "the Sentinel newspaper", "the Meridian news agency"
const classOf =
  /\s+(?:(?:daily |weekly |evening |morning )?(?:newspaper|paper|daily|weekly|magazine|tabloid)|(?:news |press )agency|(?:news )?(?:website|site|channel|service)|(?:television |radio )?station|broadcaster|television|radio|tv)$/u
