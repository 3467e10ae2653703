import type { Article } from '../model/article.ts'
import type { Language } from '../model/language.ts'

/** What every finder of the read stage is given: an article and its language layer. */
export type ReadContext = { readonly article: Article; readonly language: Language }
