import type { Store } from '../store.ts'
import { articlesAtHand } from './at-hand.ts'
import { keepWindow } from './keep-window.ts'
import { type News, readNews } from './news.ts'
import { openStream } from './open-stream.ts'
import { placeNews } from './place-news.ts'
import { saveTouched } from './save-touched.ts'
import type { Stream } from './stream.ts'

/** How to settle: `wait` leaves articles for later that are too late to be placed without a replay of the record. */
export type SettleOptions = {
  readonly late?: 'replay' | 'wait'
  /** Told after each story, for a progress line. */
  readonly progress?: (done: number, of: number) => void
}

/** Brings the stories up to the log; opened once by a process that adds, because it remembers how far it came. */
export type Settler = { settle(options?: SettleOptions): Promise<void> }

/** A settler over a record. Several processes may have one: whoever is late starts again from what the faster one saved. */
export function openSettler(store: Store): Settler {
  let stream: Stream | undefined
  let news: News | undefined
  let atHand = articlesAtHand(store)
  return {
    async settle(options = {}) {
      for (;;) {
        const { sequence, compared } = await store.progress()
        if (stream?.cursor !== compared) {
          stream = await openStream(store, compared)
          news = undefined
          atHand = articlesAtHand(store)
        }
        if (sequence === compared) return
        news = await readNews(
          store,
          news ?? { after: compared, upTo: compared, turns: [], before: [] },
          sequence,
        )
        atHand.forget(news.turns.map(({ features }) => features.article))
        const placed = await placeNews(store, stream, news, options.late ?? 'replay')
        if (placed === 'waits') return
        const outcome = await saveTouched(store, placed, {
          compared: { from: compared, to: sequence },
          articles: atHand.articles,
          progress: options.progress,
        })
        news = undefined
        stream = outcome === 'saved' ? { ...placed.stream, cursor: sequence } : undefined
        if (stream !== undefined) await keepWindow(store, stream)
      }
    },
  }
}
