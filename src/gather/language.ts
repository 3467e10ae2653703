import type { Issue } from '../model/reason.ts'
import { issue } from './issue.ts'

/** Languages that are read for claims; articles in others are kept, searchable and said to be unread. */
export const readLanguages: ReadonlySet<string> = new Set(['en'])

/** The language of a text as a BCP 47 tag; undefined where there is too little text to tell. */
export async function detectLanguage(text: string): Promise<string | undefined> {
  const sample = text.slice(0, 4000)
  if (!/\p{L}{2}/u.test(sample)) return undefined
  if (isPlainlyEnglish(sample)) return 'en'
  const { eld } = await import('eld/medium')
  const language = eld.detect(sample).language
  return language === '' ? undefined : language
}

/** The issue of an article in a language that is not read; undefined for one that is, or that is not known. */
export function unreadIssue(thing: string, language: string | undefined): Issue | undefined {
  if (language === undefined || readLanguages.has(language.toLowerCase().split('-')[0] ?? ''))
    return undefined
  return issue('unread-language', thing, `its language is "${language}"`)
}

const englishWords = /\b(?:the|of|and|that|was|were|with|said|from|which|has|been|would|this|they)\b/gi

/** True where English function words are as dense as only English has them: spares loading the detector. */
function isPlainlyEnglish(sample: string): boolean {
  const words = sample.match(/\p{L}+/gu)?.length ?? 0
  return words >= 30 && (sample.match(englishWords)?.length ?? 0) >= 0.12 * words
}
