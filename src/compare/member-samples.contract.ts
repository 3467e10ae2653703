import { articleFromText } from '../gather/article-from-text.ts'
import { read } from '../read/read.ts'
import type { Member } from './member.ts'

/** An outlet's article of one text, read, under an address of the outlet's own. */
export function memberOf(text: string, outlet: string, published: string): Member {
  const url = `https://${outlet.replaceAll(' ', '')}.example/a`
  const article = articleFromText({ text, outlet, published, url })
  return { article, reading: read(article) }
}
