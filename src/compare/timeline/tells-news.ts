import type { EventMention } from '../../model/reading.ts'
import { overlaps } from '../../model/span.ts'
import type { Member } from '../member.ts'

/** Whether a dated passage tells something of its day: not who said so when, what an earlier plan was, what may be, or a stretch of words. */
export function tellsNews({ article, reading }: Member, event: EventMention): boolean {
  if (event.status === 'conditional' || event.rules.includes('EV-RECALLED')) return false
  if (reading.attributions.some(({ cue }) => cue.some((range) => overlaps(range, event.trigger))))
    return false
  const words = article.text.slice(event.range.start, event.range.end)
  if (joined.test(words)) return false
  if (event.type !== undefined) return true
  if (event.status === 'unknown' || event.rules.includes('EV-NO-VERB')) return false
  const isRelay = reading.attributions.some(
    ({ relay }) => relay !== undefined && overlaps(relay, event.range),
  )
  return !isRelay && words.split(/\s+/).length >= leastWords && hasSubject(article.text, event)
}

// "who last week called talk of a strike …", "as the Northstar reported": a part of another clause.
const joined = /^(?:who|whom|whose|which|that|and|or|but|as|than)\b/i

// "noon and came straight from Brenholt" names nobody who came.
function hasSubject(text: string, { range, trigger }: EventMention): boolean {
  return /\p{Lu}|\b(?:the|a|an|this|that|these|those|it|they|he|she|we|his|her|its|their|two|three|four|all|some|many|several|\d+)\b/u.test(
    text.slice(range.start, trigger.start),
  )
}

// "Strand said on Monday", "it was stopped then": too little to read alone.
const leastWords = 5
