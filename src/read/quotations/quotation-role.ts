import type { Quotation } from '../../model/reading.ts'
import { quoteOf, type Range } from '../../model/span.ts'
import { table } from '../../text/table.ts'

type Told = { readonly role: Quotation['role']; readonly rule: string }

/** What a quotation is, by its own words and those before and after it, with the rule that says so. */
export function quotationRole(text: string, inner: Range, block: Range): Told {
  const words = quoteOf(text, inner).match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu) ?? []
  const before = text.slice(Math.max(block.start, inner.start - 60), inner.start - 1).trimEnd()
  const after = text.slice(inner.end + 1, Math.min(block.end, inner.end + 40))
  const led = ledBy(before)
  if (led !== undefined && words.length <= 12) return led
  if (words.length === 0) return { role: 'scare', rule: 'Q-ROLE-EMPTY' }
  if (/\p{L}["”’']?[.?!,]["”’']?$/u.test(quoteOf(text, inner)) && words.length >= 4)
    return speech('Q-ROLE-STOP')
  if (words.length >= 3 && words.every(isTitleWord)) return { role: 'title', rule: 'Q-ROLE-CAPITALS' }
  if (words.length >= 4) return speech('Q-ROLE-LONG')
  if (isBetweenNames(words, text[inner.start - 2], { before, after }))
    return { role: 'term', rule: 'Q-ROLE-NICKNAME' }
  // "said 'Freedonia' is pressing": a name held at arm's length, not words of anybody's.
  if (words.length <= 2 && words.every((word) => /^\p{Lu}/u.test(word)) && /^\s+\p{Ll}/u.test(after))
    return { role: 'scare', rule: 'Q-ROLE-NAME' }
  if (isLeadIn(before)) return speech('Q-ROLE-LED')
  if (
    startsAlone(before) &&
    /^[\s,]*(?:[–—―-]\s*)?(?:\p{L}|$)/u.test(after) &&
    /[,.?!]$/u.test(quoteOf(text, inner))
  )
    return speech('Q-ROLE-STOP')
  return { role: 'scare', rule: 'Q-ROLE-SHORT' }
}

// "Karl “the Hammer” Venn": what stands between two names is one, too.
function isBetweenNames(
  words: readonly string[],
  unit: string | undefined,
  around: { readonly before: string; readonly after: string },
): boolean {
  return (
    words.length <= 3 &&
    unit === ' ' &&
    /(?:^|\s)\p{Lu}[\p{L}.’'-]*$/u.test(around.before) &&
    /^ \p{Lu}\p{Ll}/u.test(around.after)
  )
}

function speech(rule: string): Told {
  return { role: 'speech', rule }
}

// "the film “Argo”", "so-called “snapback”", "a law called “…”", "the word “deal”".
function ledBy(before: string): Told | undefined {
  // "known as the “Grey Gulls”": the article does not part them.
  const lead = before.replace(/(?<=\b(?:as|dubbed))\s+(?:the|an?)$/iu, '')
  const one = /([\p{L}’'-]+)\s*,?\s*$/u.exec(lead)?.[1]?.toLowerCase()
  const two = /([\p{L}’'-]+\s+[\p{L}’'-]+)\s*,?\s*$/u.exec(lead)?.[1]?.toLowerCase()
  return leads().get(two ?? '') ?? leads().get(one ?? '')
}

let leadRows: ReadonlyMap<string, Told> | undefined

function leads(): ReadonlyMap<string, Told> {
  if (leadRows === undefined) leadRows = readLeads()
  return leadRows
}

function readLeads(): ReadonlyMap<string, Told> {
  const found = new Map<string, Told>()
  for (const row of table('quotation-leads')) {
    const role = row.role
    if (role === 'title' || role === 'term' || role === 'scare')
      found.set(row.words ?? '', { role, rule: row.id ?? '' })
  }
  return found
}

// "described it as “very good”", "called the plan “a joke”", "said the talks were “tense”".
function isLeadIn(before: string): boolean {
  return (
    /\b(?:as|said|says|say|called|calls|was|were|is|are|it|be|being|been|a|an|of|to|for|them|him|her|that|,|:)\s*$/iu.test(
      before,
    ) &&
    /\b(?:sa(?:id|ys)|call(?:ed|s|ing)|describ\w+|wrote|told|tweeted|label\w+|added|warn\w+|tweet\w*|branded|dismissed|denounc\w+|vow\w*|promis\w+|pledg\w+|threaten\w*)\b/iu.test(
      before,
    )
  )
}

function startsAlone(before: string): boolean {
  // “09:25 “Count on me,” says the mayor.”: the time of an entry is no part of its sentence.
  return before === '' || /[.?!:]["”’']?$|^\d{1,2}[:.]\d\d$/u.test(before)
}

function isTitleWord(word: string): boolean {
  return /^[\p{Lu}\p{N}]/u.test(word) || /^(?:of|the|a|an|and|in|on|for|to|with|at|by|from|or)$/u.test(word)
}
