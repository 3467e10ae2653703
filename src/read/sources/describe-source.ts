import type { Mention, Source } from '../../model/reading.ts'
import { contains, quoteOf, type Range } from '../../model/span.ts'
import type { Word } from '../attributions/words.ts'
import { wordsIn } from '../attributions/words.ts'
import { countryIn } from '../mentions/mentions.ts'
import { titleKind } from '../mentions/titles.ts'
import { anonymityReason } from './anonymity-reason.ts'
import { countIn } from './count.ts'
import type { Described, Site } from './described.ts'
import { type Head, headOf } from './head.ts'
import { outletIn } from './outlet-name.ts'

const pronoun =
  /^(?:he|she|they|it|who|we|i|his|her|hers|their|theirs|its|him|them|himself|herself|themselves|itself|which|that|whom|whose|this|these|those|you|my|our|your)$/
const pluralPronoun = /^(?:they|their|theirs|them|themselves|we|our|these|those)$/
const article = /^(?:the|that|this|those|these)$/

/** What the words of a source say of it: kind, class, count, affiliation. */
export function describeSource(site: Site): Described {
  const range = site.triple.source
  if (range === undefined) {
    return {
      source: { kind: 'unstated', spans: [], reason: 'not-stated' },
      isPlural: false,
      rules: ['S-NONE'],
    }
  }
  const words = wordsIn(site.paragraph, range)
  const head = headOf(words)
  const spans = [range]
  if (head === undefined) {
    return {
      source: { kind: 'unstated', spans, reason: 'no-rule-applies' },
      isPlural: false,
      rules: ['S-NONE'],
    }
  }
  if (pronoun.test(head.noun)) return pronounSource(words, head, spans)
  const named = nameAt(site.near, head, range)
  if (named !== undefined) return namedSource(site, { spans, named })
  const titled = apposedName(site, head, range)
  if (titled !== undefined) return titledSource(site, spans, titled)
  return classSource(site, { words, head, spans })
}

function pronounSource(words: readonly Word[], head: Head, spans: readonly Range[]): Described {
  const isPart = words.length > 1 && words.some((word) => word.lower === 'of')
  const count = isPart ? countIn(words, { at: head.at, isPlural: true }) : undefined
  return {
    source: { kind: 'unstated', spans, reason: 'no-antecedent', ...(count === undefined ? {} : { count }) },
    pronoun: head.noun,
    ...(isPart ? { pointsBack: 'part' } : {}),
    isPlural: isPart ? count?.number !== 1 : pluralPronoun.test(head.noun),
    rules: [isPart ? 'S-PART' : 'S-PRONOUN'],
  }
}

// A name heads the source when it holds the head noun, or when the noun is a title of it: "spokesman Karl Venn".
function nameAt(mentions: readonly Mention[], head: Head, range: Range): Mention | undefined {
  return mentions.find(
    (mention) =>
      contains(range, mention.head) && contains(mention, { start: head.word.start, end: head.word.end }),
  )
}

function namedSource(site: Site, { spans, named }: { spans: readonly Range[]; named: Mention }): Described {
  const outlet = outletIn(site.text, named, [])
  if (named.type !== 'PER' && outlet !== undefined) {
    return { source: { kind: 'outlet', spans }, isPlural: false, rules: ['S-OUTLET'] }
  }
  return {
    source: { kind: 'named', spans, ...(named.country === undefined ? {} : { affiliation: named.country }) },
    isPlural: false,
    rules: ['S-NAMED'],
  }
}

// "the harbour master, Owen Pell", "One of the divers, Luc Arden": the full name of a person behind the noun's comma.
function apposedName({ text, near }: Site, head: Head, range: Range): Mention | undefined {
  return near.find(
    (mention) =>
      mention.type === 'PER' &&
      contains(range, mention.head) &&
      mention.start > head.word.end &&
      /\s/.test(quoteOf(text, mention)) &&
      /,\s*$/.test(text.slice(head.word.end, mention.start)) &&
      /^(?:$|[,(–—])/.test(text.slice(mention.end, range.end).trim()),
  )
}

function titledSource(site: Site, spans: readonly Range[], named: Mention): Described {
  const [range = named] = spans
  const affiliation =
    named.country ?? countryIn(site.text, { start: range.start, end: Math.max(range.start, named.start) })
  return {
    source: { kind: 'named', spans, ...optional({ affiliation }) },
    isPlural: false,
    rules: ['S-TITLED'],
  }
}

// "A spokesman for the coast guard": it speaks through somebody, who need not be known.
function speaksForOffice(words: readonly Word[], head: Head): boolean {
  const next = words.findIndex((word) => word.at === head.at + 1 && /^(?:for|of)$/.test(word.lower))
  return next >= 0 && headOf(words.slice(next + 1))?.class?.kind === 'office'
}

function classSource(
  site: Site,
  parts: { words: readonly Word[]; head: Head; spans: readonly Range[] },
): Described {
  const { words, head, spans } = parts
  const range = { start: spans[0]?.start ?? 0, end: spans[0]?.end ?? 0 }
  const isDefinite = article.test(words[0]?.lower ?? '')
  const outlet = outletIn(site.text, range, site.near)
  const kind = head.class?.kind
  const affiliation = affiliationIn(site, range, head)
  const isPlural = head.class?.isPlural ?? /[^s]s$/.test(head.noun)
  const class_ = head.class?.word ?? (isPlural ? singular(head.noun) : head.noun)
  const at = { at: head.at, isPlural }
  if (kind === 'outlet' || (kind === undefined && outlet !== undefined && /^\p{Lu}/u.test(head.word.text))) {
    return {
      source: { kind: 'outlet', spans },
      ...back(isDefinite && outlet === undefined),
      isPlural,
      rules: ['S-OUTLET'],
    }
  }
  if (kind === 'document') {
    return {
      source: { kind: 'document', spans, class: class_ },
      ...back(isDefinite),
      isPlural,
      rules: ['S-DOCUMENT'],
    }
  }
  if (kind === 'office' || isHolder(words, head, isDefinite)) {
    return {
      source: { kind: 'named', spans, ...optional({ affiliation }) },
      ...back(isDefinite && !isPlural),
      isPlural,
      rules: ['S-OFFICE'],
    }
  }
  if (/^spokes/.test(class_) && (affiliation !== undefined || speaksForOffice(words, head))) {
    return {
      source: { kind: 'named', spans, ...optional({ affiliation }) },
      isPlural,
      rules: ['S-SPOKESMAN'],
    }
  }
  if (kind === 'collective') {
    return {
      source: { kind: 'collective', spans, class: class_, ...optional({ affiliation }) },
      ...back(isDefinite),
      isPlural,
      rules: ['S-COLLECTIVE'],
    }
  }
  if (kind === undefined && (isProperHead(words, head) || isLabel(site, words))) {
    return { source: { kind: 'named', spans }, isPlural, rules: ['S-NAMED'] }
  }
  const count = countIn(words, at)
  const reason = anonymityReason(site, head.noun)
  const source: Source = {
    kind: 'anonymous',
    spans,
    class: class_,
    ...optional({ affiliation, count, anonymityReason: reason }),
  }
  const isPart =
    /^(?:one|another|some|others?)$/.test(words[0]?.lower ?? '') ||
    /^(?:other|third|second)$/.test(words[1]?.lower ?? '')
  return {
    source,
    ...(isPart ? { pointsBack: 'part' as const } : back(isDefinite)),
    isPlural,
    rules: [kind === undefined ? 'S-OPEN' : 'S-CLASS'],
  }
}

// "the premier", "the harbour master", "Iran's president": one holder, who is identified.
function isHolder(words: readonly Word[], head: Head, isDefinite: boolean): boolean {
  if (head.class?.kind === 'anonymous' || titleKind(head.noun) !== 'noun' || head.noun.endsWith('s'))
    return false
  return isDefinite || words.some((word) => /^['’]s?$/.test(word.lower))
}

function isProperHead(words: readonly Word[], head: Head): boolean {
  const isFirst = words[0]?.at === head.at && head.at === head.word.first
  return (
    /^\p{Lu}/u.test(head.word.text) && (!isFirst || words.length === 1) && head.word.token.upos !== 'NOUN'
  )
}

// "ZAND: Not if I can help it": a line's label of capitals names its speaker, but for "Q" and "A".
function isLabel({ triple }: Site, words: readonly Word[]): boolean {
  return triple.rules.includes('A-COLON') && words.every((word) => /^\p{Lu}[\p{L}.’'-]+$/u.test(word.text))
}

function singular(noun: string): string {
  return noun
    .replace(/ies$/, 'y')
    .replace(/(?<=ch|sh|x|ss)es$/, '')
    .replace(/(?<!s)s$/, '')
}

function affiliationIn(site: Site, range: Range, head: Head): Range | undefined {
  const country = countryIn(site.text, range)
  if (country !== undefined) return country
  const name = site.near.find(({ head: name }) => contains(range, name) && !contains(name, head.word))
  if (name !== undefined) return name.head
  // "A Velmoran diplomat", "three Ostrin lawmakers": a capital before the noun that begins no sentence.
  const before = site.paragraph.words[head.at - 1]
  const isCapital = before !== undefined && /^\p{Lu}\p{Ll}/u.test(before.text) && before.at > before.first
  return isCapital && before.start >= range.start ? { start: before.start, end: before.end } : undefined
}

function back(pointsBack: boolean): { pointsBack?: 'same' } {
  return pointsBack ? { pointsBack: 'same' } : {}
}

function optional<T extends Readonly<Record<string, unknown>>>(values: T): Partial<T> {
  const known: Partial<T> = {}
  for (const key in values) if (values[key] !== undefined) known[key] = values[key]
  return known
}
