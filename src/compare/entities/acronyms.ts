import type { NameMention } from './name-words.ts'

/** True for a name of capitals alone: "IAEA", "U.N.". */
export function isAcronym(words: readonly string[]): boolean {
  return words.length === 1 && /^(?:\p{Lu}\.?){2,7}s?$/u.test(words[0] ?? '')
}

/** Whether a short name is made of the first letters of a long one: "IAEA", "DGSE"; small words may count or not. */
export function isInitialsOf(short: string, long: readonly string[]): boolean {
  const letters = short.replace(/[^\p{Lu}]/gu, '')
  const spread = long.flatMap((word) => word.split(/[-/]/))
  const big = spread.filter((word) => !/^(?:of|for|the|and|on|in|to|de|des|du|la|&)$/.test(word))
  const initials = (words: readonly string[]) => words.map((word) => word[0]?.toUpperCase() ?? '').join('')
  return letters.length > 1 && (letters === initials(big) || letters === initials(spread))
}

/** Whether an article sets a short name beside a long one as its own: "International Atomic Energy Agency (IAEA)", "the IAEA, or International …". */
export function isGivenFor(short: NameMention, long: NameMention): boolean {
  if (short.span.article !== long.span.article) return false
  const [first, second] = short.span.start < long.span.start ? [short, long] : [long, short]
  const gap = second.span.start - first.span.end
  if (gap < 1 || gap > 24) return false
  const between = first.after.slice(0, gap)
  return (
    (/^\s?\((?:the\s)?["“]?$/.test(between) && /^["”]?[,;)]/.test(second.after)) ||
    /^,?\s(?:or|known as|also known as|also called)\s(?:the\s)?["“]?$/.test(between)
  )
}
