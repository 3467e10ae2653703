import type { Article } from '../model/article.ts'
import type { Language } from '../model/language.ts'
import type { Reading } from '../model/reading.ts'
import type { Issue } from '../model/reason.ts'
import { readLanguage } from '../text/language.ts'
import { findAttributions } from './attributions/attributions.ts'
import type { AttributionMethod } from './attributions/find-triples.ts'
import { findChains } from './chains/chains.ts'
import { findEvents } from './events/events.ts'
import { findMentions } from './mentions/mentions.ts'
import { findQuotations } from './quotations/quotations.ts'
import { findTimes } from './times/times.ts'

/** The version of the rules of this stage; it changes whenever a reading may. */
export const readerVersion = '1'

/** How an article is read. */
export type ReadOptions = {
  /** By the trained attribution model (the default where its weights are there), or by rules alone. */
  readonly attributions?: AttributionMethod
}

/** All that is read in one article: a pure function of text, metadata and reader version, linear in length. */
export function read(article: Article, options: ReadOptions = {}): Reading {
  const language = readLanguage(article.text, article.blocks, article.language)
  const context = { article, language }
  const quotations = findQuotations(context)
  const mentions = findMentions(context)
  const { chains, links } = findChains(context, mentions)
  const times = findTimes(context, quotations)
  const attributions = findAttributions(context, {
    quotations,
    mentions,
    links,
    method: options.attributions,
  })
  const events = findEvents(context, { times, mentions, attributions, links })
  return {
    article: article.id,
    revision: article.revision,
    reader: readerOf(language, options),
    sentences: language.sentences.map(({ start, end }) => ({ start, end })),
    mentions,
    chains,
    times,
    quotations,
    attributions,
    events,
    issues: unreadPassages(language),
  }
}

// A reading by rules alone is another reader's.
function readerOf({ model }: Language, { attributions }: ReadOptions): string {
  return `onrecord-${readerVersion}/${model}${attributions === 'rules' ? '/rules-only' : ''}`
}

/** An issue for each passage in a language that is not read. */
function unreadPassages({ unread = [] }: Language): Issue[] {
  return unread.map(({ start, end, language }) => ({
    code: 'unread-language',
    message: `a passage in ${language === 'und' ? 'another script' : `the language "${language}"`} is kept and left unread; only English is read`,
    range: { start, end },
  }))
}
