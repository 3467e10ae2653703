import type { Language, Sentence, Token } from '../../model/language.ts'
import type { EventMention } from '../../model/reading.ts'
import { ploverOf } from './codes.ts'

/** The event of each sentence that its tree puts highest: what the sentence is about, for coding one event a sentence. */
export function mainEvents(language: Language, events: readonly EventMention[]): EventMention[] {
  const main: EventMention[] = []
  let from = 0
  for (const sentence of language.sentences) {
    while (from < events.length && (events[from]?.trigger.start ?? 0) < sentence.start) from++
    let best: { event: EventMention; rank: number } | undefined
    for (let i = from; i < events.length; i++) {
      const event = events[i]
      if (event === undefined || event.trigger.start >= sentence.end) break
      if (ploverOf(event).type === undefined) continue
      const token = sentence.tokens.find((each) => each.start >= event.trigger.start)
      const rank = (token === undefined ? 40 : depthOf(sentence, token)) + (token?.upos === 'VERB' ? 0 : 0.5)
      if (best === undefined || rank < best.rank) best = { event, rank }
    }
    if (best !== undefined) main.push(best.event)
  }
  return main
}

/** How deep a word stands in its sentence's tree: 0 for the root; far down where there is no tree. */
function depthOf(sentence: Sentence, trigger: Token): number {
  let at = sentence.tokens.indexOf(trigger)
  for (let depth = 0; depth < 40; depth++) {
    const head = sentence.tokens[at]?.head
    if (head === undefined) return 40
    if (head < 0) return depth
    at = head
  }
  return 40
}
