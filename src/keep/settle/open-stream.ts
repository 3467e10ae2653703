import { thawWindow } from '../../compare/stories/freeze-window.ts'
import { isThisVersion } from '../../compare/stories/frozen.ts'
import type { Store } from '../store.ts'
import { emptyStream, followTurn, type Stream } from './stream.ts'

/** The stream as the record has it: the latest window, with the articles placed after it. */
export async function openStream(store: Store, cursor: number): Promise<Stream> {
  const stream = emptyStream()
  const window = await store.window()
  if (window !== undefined && isThisVersion(window.body)) {
    stream.base = thawWindow(window.body)
    stream.tip = thawWindow(window.body)
    stream.baseKey = window.key
    stream.baseArticles = window.articles
    stream.keptArticles = window.articles
  }
  for await (const placed of store.placed(stream.baseKey)) followTurn(stream, placed)
  stream.cursor = cursor
  return stream
}
