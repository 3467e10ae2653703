import type { Mention, Relay, Via } from '../../model/reading.ts'
import { hull, quoteOf, type Range } from '../../model/span.ts'
import { creditOf } from './credit.ts'
import type { Described, Site } from './described.ts'
import { isSameOutlet, outletIn } from './outlet-name.ts'

/** The words by which an attribution says that another outlet reported it; undefined for an outlet's own report. */
export function findRelay(
  site: Site,
  described: Described,
  via: Via | undefined,
): { relay: Relay; rule: string } | undefined {
  const { text, triple, paragraph } = site
  // "Radio Velm: Did you sign?": an interviewer's label passes nothing on.
  if (triple.rules.includes('A-COLON') && !paragraph.isHeadline) return undefined
  const by =
    triple.citedBy && (outletIn(text, triple.citedBy, site.near) ?? reportIn(text, triple.citedBy, site.near))
  if (by !== undefined) return relayOf(site, { outlet: by, range: by, kind: 'citing', rule: 'L-CITED' })
  const said = hull([triple.source ?? triple.cue, triple.cue]) ?? triple.cue
  const cited = citedBy(site)
  if (cited !== undefined)
    return relayOf(site, { outlet: cited, range: cited, kind: 'citing', rule: 'L-CITED' })
  const named =
    triple.source === undefined
      ? undefined
      : (outletIn(text, triple.source, site.near) ?? reportIn(text, triple.source, site.near))
  const { kind } = described.source
  if (named !== undefined && (kind === 'outlet' || kind === 'document')) {
    return relayOf(site, { outlet: named, range: said, kind: 'report', rule: 'L-SOURCE' })
  }
  if (
    kind === 'outlet' &&
    named === undefined &&
    triple.source !== undefined &&
    isUnnamedMedia(quoteOf(text, triple.source))
  ) {
    return { relay: { ...said, outlet: quoteOf(text, triple.source), kind: 'local-media' }, rule: 'L-MEDIA' }
  }
  if (via?.name !== undefined && (via.kind === 'outlet' || via.kind === 'interview')) {
    return relayOf(site, {
      outlet: via,
      name: via.name,
      range: hull([triple.cue, via]) ?? via,
      kind: 'told',
      rule: 'L-TOLD',
    })
  }
  const credit = creditOf(site)
  return credit === undefined
    ? undefined
    : relayOf(site, { outlet: credit, range: credit, kind: 'credit', rule: 'L-CREDIT' })
}

// "two sources cited by Axios", "officials quoted by the Courier"; the source's span may end before "cited".
function citedBy({ text, triple, near }: Site): Range | undefined {
  if (triple.source === undefined) return undefined
  const within = quoteOf(text, { start: triple.source.start, end: triple.source.end + 60 })
  const match = /\b(?:cited|quoted|interviewed) by (?:the )?/i.exec(within)
  if (match === null || match.index > triple.source.end - triple.source.start + 3) return undefined
  const start = triple.source.start + match.index + match[0].length
  const named = /^\p{Lu}[\p{L}\p{N}&’'-]*(?:\s+(?:of\s+)?\p{Lu}[\p{L}\p{N}&’'-]*)*/u.exec(
    text.slice(start, start + 60),
  )
  const end = start + (named?.[0].length ?? Math.max(0, triple.source.end - start))
  if (end <= start) return undefined
  return outletIn(text, { start, end }, near) ?? { start, end }
}

// "a report in Inkwell": what a report stands in is an outlet, unless it is a place.
function reportIn(text: string, source: Range, near: readonly Mention[]): Range | undefined {
  const match = /\breports? in (?:the )?(?=\p{Lu})/u.exec(quoteOf(text, source))
  if (match === null) return undefined
  const at = source.start + match.index + match[0].length
  return near.find(({ head, type }) => head.start === at && head.end <= source.end && type === 'ORG')?.head
}

// "local media", "state television", "Israeli media": media that the text does not name.
function isUnnamedMedia(words: string): boolean {
  return /\b(?:media|press|television|tv|newspapers|reports|outlets|broadcasters)\b/i.test(words)
}

function relayOf(
  site: Site,
  found: { outlet: Range; name?: string; range: Range; kind: Relay['kind']; rule: string },
): { relay: Relay; rule: string } | undefined {
  const outlet = (found.name ?? quoteOf(site.text, found.outlet)).replace(/^the /i, '')
  if (site.outlet !== undefined && isSameOutlet(site.outlet, outlet)) return undefined
  return {
    relay: { start: found.range.start, end: found.range.end, outlet, kind: found.kind },
    rule: found.rule,
  }
}
