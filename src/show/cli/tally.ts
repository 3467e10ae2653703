import type { FileProgress } from '../../gather/result.ts'
import type { Outcome } from '../../keep/store.ts'
import type { Added } from '../../pipeline.ts'
import { counted, plainText } from '../views/wording.ts'
import { type Call, isJson } from './command.ts'
import { openMeter } from './meter.ts'
import type { Terminal } from './terminal.ts'

/** Counts what became of articles, and says of each what is wrong with it. */
export type Tally = {
  readonly take: (added: Added) => void
  readonly advance: (at: FileProgress) => void
  readonly failures: () => number
  /** What was counted, in one line. */
  readonly words: () => string
  /** What new articles do not state, and what that leaves open; undefined where they state it all. */
  readonly lacking: () => string | undefined
  readonly whereToGoOn: () => string
}

/** A tally of no articles yet. */
export function openTally(call: Call, terminal: Terminal): Tally {
  const counts: Record<Outcome | 'failed', number> = { added: 0, revised: 0, unchanged: 0, failed: 0 }
  const lacks = { published: 0, outlet: 0 }
  const meter = openMeter(() => performance.now())
  let last = ''
  return {
    advance: meter.advance,
    take(added) {
      counts[added.outcome]++
      last = added.from
      if (added.outcome === 'added' || added.outcome === 'revised')
        for (const each of added.lacks) lacks[each]++
      for (const issue of added.issues) terminal.say(plainText(issue.message))
      if (isJson(call)) terminal.print(JSON.stringify(added))
      terminal.progress(meter.words(counts.added + counts.revised + counts.unchanged))
    },
    failures: () => counts.failed,
    words: () =>
      [
        `${counted(counts.added, 'article')} added`,
        ...(counts.revised > 0 ? [`${counts.revised} revised`] : []),
        ...(counts.unchanged > 0 ? [`${counts.unchanged} already on the record`] : []),
        ...(counts.failed > 0 ? [`${counted(counts.failed, 'problem')} (see above)`] : []),
      ].join(', '),
    lacking: () => {
      const said = [
        ...(lacks.published > 0
          ? [`${lacks.published} without a publication date: days such as “Friday” stay open (--published)`]
          : []),
        ...(lacks.outlet > 0
          ? [`${lacks.outlet} without an outlet: each counts as an outlet of its own (--outlet)`]
          : []),
      ]
      return said.length === 0 ? undefined : said.join('\n')
    },
    whereToGoOn: () =>
      /\.warc(?:\.gz)?@\d+$/i.test(last)
        ? `stopped; to go on from there: onrecord add ${last}`
        : 'stopped; the same command goes on: what is on the record already stays as it is',
  }
}
