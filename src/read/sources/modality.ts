import type { CueClass, Modality } from '../../model/reading.ts'
import { quoteOf, quoteOfAll } from '../../model/span.ts'
import { wordsIn } from '../attributions/words.ts'
import { type Clause, mainClause } from './clause.ts'
import type { Site } from './described.ts'

const foretelling = /\b(?:expect|predict|forecast|anticipat|foresee|project|warn|fear)/i
// "analysts", "its own forecaster", "polls": what they say lies ahead is foretold, not planned.
const foreteller = /\b(?:analysts?|forecasters?|economists?|pollsters?|polls?|experts?|models?)\b/i

/** What a content says of its matter: happened, planned, conditional, predicted, demanded, or how things stand. */
export function modalityOf(site: Site, cueClass: CueClass | undefined): { modality: Modality; rule: string } {
  const cue = quoteOf(site.text, site.triple.cue)
  if (cueClass === 'orders') return { modality: 'demanded', rule: 'MOD-CUE' }
  if (cueClass === 'denies' && /\b(?:not|n['’]t|never)\b.*\brul/iu.test(cue))
    return { modality: 'conditional', rule: 'P-CUE-NEGATED' }
  const clause = mainClause(site.triple.content.flatMap((range) => wordsIn(site.paragraph, range)))
  const content = quoteOfAll(site.text, site.triple.content)
  if (clause?.isConditional ?? /\b(?:if|unless)\b/i.test(content))
    return { modality: 'conditional', rule: 'MOD-CONDITION' }
  if (cueClass === 'intends') return { modality: 'planned', rule: 'MOD-CUE' }
  const group = clause === undefined ? content : clause.group.map((word) => word.lower).join(' ')
  const told = byGroup(group)
  const isForetold =
    foretelling.test(cue) ||
    (site.triple.source !== undefined && foreteller.test(quoteOf(site.text, site.triple.source)))
  if (told?.modality === 'planned' && isForetold) return { modality: 'predicted', rule: 'MOD-CUE' }
  if (told !== undefined) return told
  const plain = withoutModal(site, clause, content)
  return plain.modality === 'planned' && isForetold ? { modality: 'predicted', rule: 'MOD-CUE' } : plain
}

function withoutModal(
  { paragraph }: Site,
  clause: Clause | undefined,
  content: string,
): { modality: Modality; rule: string } {
  const isHeaded = paragraph.isHeadline || !/[.!?]["”’']?$/u.test(paragraph.words.at(-1)?.text ?? '.')
  if (isHeaded && toCome.test(content) && !hasFinite(clause))
    return { modality: 'planned', rule: 'MOD-HEADLINE' }
  if (clause === undefined) return { modality: 'stated', rule: 'MOD-STATE' }
  return isHeaded ? inHeadline(clause) : byTense(clause)
}

// "Kelling to sell its water company": a name or thing and, within few words, an infinitive.
const toCome = /^["“‘']?(?:[\p{L}\p{N}’'.-]+ ){1,5}to \p{Ll}/u

function hasFinite(clause: Clause | undefined): boolean {
  return clause?.group.some(({ token }) => /^VB[DPZ]$|^MD$/.test(token.xpos ?? '')) ?? false
}

const foreseen = /\b(?:likely|unlikely|bound|poised|probably|surely|certainly|doubtless)\b/i
const condition = /\b(?:could|might|may)\b|\bwould (?:\S+ )?have\b/i
const wish = /\bwould (?:rather|prefer|like|love|welcome)\b/i
const demand = /\b(?:must|should|ought|shall not|(?:has|have|need|needs|had) to)\b/i
const plan =
  /\b(?:will|shall|wo|['’]ll|would)\b|\b(?:is|are|was|were|be)(?: \S+ly| now| also| still| not)? (?:to|due|set|scheduled|planned|expected|going|about|meeting|visiting|travel+ing|heading|arriving)\b|\bplans? to\b/i

// By the modal verb of the group, or what stands for one.
function byGroup(group: string): { modality: Modality; rule: string } | undefined {
  if (wish.test(group)) return { modality: 'stated', rule: 'MOD-STATE' }
  if (condition.test(group)) return { modality: 'conditional', rule: 'MOD-CONDITION' }
  if (demand.test(group)) return { modality: 'demanded', rule: 'MOD-DEMAND' }
  if (foreseen.test(group)) return { modality: 'predicted', rule: 'MOD-FUTURE' }
  return plan.test(group) ? { modality: 'planned', rule: 'MOD-FUTURE' } : undefined
}

// The tense of the clause: what was or has been done happened; the rest is so.
function byTense({ head, group }: Clause): { modality: Modality; rule: string } {
  const finite = group.find(({ token }) => /^VB[DZP]$/.test(token.xpos ?? ''))
  const isPerfect =
    head.token.upos === 'VERB' &&
    head.token.xpos === 'VBN' &&
    (finite === undefined || finite.token.lemma === 'have')
  return finite?.token.xpos === 'VBD' || isPerfect
    ? { modality: 'happened', rule: 'MOD-PAST' }
    : { modality: 'stated', rule: 'MOD-STATE' }
}

// "Talks to move": an infinitive without a verb before it is planned.
function inHeadline(clause: Clause): { modality: Modality; rule: string } {
  const { head, group } = clause
  return group.some(({ lower, at }) => lower === 'to' && at < head.at)
    ? { modality: 'planned', rule: 'MOD-HEADLINE' }
    : byTense(clause)
}
