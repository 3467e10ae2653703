import type { Plan, TimelineEntry } from '../../model/record.ts'
import type { Member } from '../member.ts'
import { contentOf } from '../words/content.ts'

/** Lines of what several passages tell of one day, as one: the fullest of those first reported stands, the others are beside it. What only names a plan's day again stands beside the plan's line. */
export function mergeLines(
  members: readonly Member[],
  lines: {
    readonly ofPlans: readonly TimelineEntry[]
    readonly ofEvents: readonly TimelineEntry[]
    readonly plans: readonly Plan[]
  },
): TimelineEntry[] {
  const texts = new Map(members.map(({ article }) => [article.id, article.text]))
  const wordsIn = ({ span }: TimelineEntry) =>
    contentOf((texts.get(span.article) ?? '').slice(span.start, span.end))
  const groups: Group[] = lines.ofPlans.map((line) => ({ lines: [line], words: wordsIn(line) }))
  for (const line of lines.ofEvents) {
    const words = wordsIn(line)
    const group = groups.find((each) => isSame(each, line, words) || isPlanAgain(each, line, lines.plans))
    if (group === undefined) groups.push({ lines: [line], words })
    else group.lines.push(line)
  }
  return groups.map(({ lines: told }) => mergedOf(told))
}

// "The planned Friday meeting", in an article that tells of that Friday's plan.
function isPlanAgain({ lines }: Group, line: TimelineEntry, plans: readonly Plan[]): boolean {
  const first = lines[0]
  if (first?.plan === undefined || line.status !== 'planned') return false
  const { from, to } = first.when
  const isDay = line.when.from <= from && to <= line.when.to
  const history = plans.find(({ id }) => id === first.plan)?.history ?? []
  return isDay && history.some((entry) => entry.span.article === line.span.article)
}

type Group = { readonly lines: TimelineEntry[]; readonly words: ReadonlySet<string> }

function isSame({ lines, words }: Group, line: TimelineEntry, own: ReadonlySet<string>): boolean {
  const first = lines[0]
  if (first === undefined || first.when.from !== line.when.from || first.when.to !== line.when.to)
    return false
  // One clause may hold several events: it is one line.
  if (lines.some(({ span }) => span.article === line.span.article && span.start === line.span.start))
    return true
  if (isAhead(first) !== isAhead(line)) return false
  let shared = 0
  for (const word of own) if (words.has(word)) shared++
  return shared >= 2 && shared * 2 >= Math.min(own.size, words.size)
}

const ahead: ReadonlySet<string> = new Set(['planned', 'confirmed', 'moved', 'postponed', 'resumed'])

function isAhead({ status }: TimelineEntry): boolean {
  return ahead.has(status)
}

function mergedOf(lines: readonly TimelineEntry[]): TimelineEntry {
  const length = ({ span }: TimelineEntry) => Math.min(span.end - span.start, 160)
  const known = lines.filter(({ status }) => status !== 'unknown')
  const ofPlan = lines.find(({ plan }) => plan !== undefined)
  const best = [...(known.length > 0 ? known : lines)].sort(
    (a, b) => (a.reported ?? '~').localeCompare(b.reported ?? '~') || length(b) - length(a),
  )[0]
  const first = ofPlan ?? best ?? lines[0]
  if (first === undefined) throw new Error('a line of the timeline is made of one passage at least')
  const isOther = ({ span }: TimelineEntry) =>
    span.article !== first.span.article || span.start !== first.span.start
  const also = lines.filter(isOther).map(({ span }) => span)
  return {
    ...first,
    origins: Math.max(...lines.map(({ origins }) => origins)),
    ...(also.length === 0 ? {} : { also }),
  }
}
