import type { Attribution } from '../../model/reading.ts'
import { table } from '../../text/table.ts'
import { hasVerb } from './clauses.ts'

let cues: ReadonlySet<string> | undefined
let accounts: RegExp | undefined

/**
 * Whether an attribution tells of a refusal: "rejected the delay", "refused to come". That is what somebody did, and says of
 * nothing that it is not so; "rejected the claim", "rejected that it had moved" do.
 */
export function isRefusal(text: string, { cue, content, polarity }: Attribution): boolean {
  if (polarity !== 'denied' || content.length === 0) return false
  cues ??= new Set(wordsOfKind('cue'))
  const heard = cue.map(({ start, end }) => text.slice(start, end).toLowerCase())
  if (!heard.some((words) => cues?.has(words.replace(/^(?:has|have|had) /u, '')))) return false
  const what = content.map(({ start, end }) => text.slice(start, end)).join(' ')
  accounts ??= new RegExp(`\\b(?:${wordsOfKind('account').join('|')})\\b`, 'iu')
  return /^to\s/iu.test(what) || (!hasVerb(what) && !accounts.test(what))
}

function wordsOfKind(kind: string): string[] {
  return table('compare-refusals').flatMap((row) => (row.kind === kind ? (row.words ?? '').split('|') : []))
}
