import { isOutletName } from '../../read/sources/outlet-name.ts'
import type { OutletAlias } from './outlet-aliases.ts'

/** A credit at the end of a paragraph: "(AFP)", "— Meridian News Agency", "Source: Delta Press", "HNS and staff". */
export type CreditLine = { readonly name: string; readonly start: number; readonly end: number }

/** Credits that stand after the last sentence of a paragraph and name an outlet of the story, or a name that is an outlet's. */
export function creditLines(text: string, aliases: readonly OutletAlias[]): CreditLine[] {
  const outletOf = new Map(
    aliases.filter(({ kind }) => kind !== 'last').map((one) => [one.words, one.outlet]),
  )
  return [...text.matchAll(closing)].flatMap((match) => {
    const said = match.groups?.name
    if (said === undefined) return []
    const bare = said.replace(/^the\s+/i, '')
    const name = outletOf.get(bare) ?? (isOutletName(bare) ? bare : undefined)
    const start = match.index + match[0].indexOf(said)
    return name === undefined ? [] : [{ name, start, end: start + said.length }]
  })
}

// "… he said. (PPA)", "… remain open. - CNA", "… eight seats. HNS and staff", "… stay shut. Source: Delta Press"
const closing = new RegExp(
  [
    String.raw`(?<=^|\n|[.!?]["”’']?[ \t])`,
    String.raw`(?:\(|[–—-]{1,2}[ \t]*|(?:Source|Sources|Credit|Reporting by):?[ \t]+)?`,
    String.raw`(?<name>\p{Lu}[\p{L}\p{N}&'’ -]{1,40}?)`,
    String.raw`(?:(?:[ \t]+and|/)[ \t]*(?:our )?(?:own )?(?:staff|reports?|reporters|correspondents?|agencies|wire services))?`,
    String.raw`\)?\.?[ \t]*(?=\n|$)`,
  ].join(''),
  'gu',
)
