import type { FileProgress } from '../../gather/result.ts'
import { counted } from '../views/wording.ts'

/** Says how fast articles come and how long the file at hand will still take. */
export type Meter = {
  readonly advance: (at: FileProgress) => void
  /** The words of a progress line after so many articles. */
  readonly words: (articles: number) => string
}

/** A meter that asks `now` for the time, in milliseconds. */
export function openMeter(now: () => number): Meter {
  const start = now()
  let file: (FileProgress & { readonly since: number; readonly first: number }) | undefined
  return {
    advance(at) {
      const isSame = file?.path === at.path
      file = {
        ...at,
        since: isSame && file !== undefined ? file.since : now(),
        first: isSame && file !== undefined ? file.first : at.done,
      }
    },
    words(articles) {
      const seconds = (now() - start) / 1000
      const parts = [`reading: ${counted(articles, 'article')}`]
      if (seconds >= 1) parts.push(`${rate(articles / seconds)} a second`)
      // Of a file that was read at once there is nothing left to tell.
      if (file !== undefined && file.of > 4 * 1024 * 1024 && file.done <= file.of) {
        parts.push(`${Math.floor((100 * file.done) / file.of)} % of ${file.path}`)
        const took = (now() - file.since) / 1000
        const done = file.done - file.first
        if (done > 0 && took >= 1) parts.push(`about ${duration((took * (file.of - file.done)) / done)} left`)
      }
      return parts.join(', ')
    },
  }
}

function rate(value: number): string {
  return value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en')
}

function duration(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`
  const minutes = Math.ceil(seconds / 60)
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}
