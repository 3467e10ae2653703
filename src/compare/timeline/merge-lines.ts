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
  const articles = new Map(
    lines.plans.map(({ id, history }) => [id, new Set(history.map(({ span }) => span.article))]),
  )
  const ofPlans = lines.ofPlans.map((line) => groupOf(line, wordsIn(line)))
  const ofDay = new Map<string, Group[]>()
  for (const line of lines.ofEvents) {
    const words = wordsIn(line)
    const day = `${line.when.from} ${line.when.to}`
    const known = ofDay.get(day) ?? []
    ofDay.set(day, known)
    const isOne = (each: Group) => isSame(each, line, words)
    const group =
      ofPlans.find((each) => isOne(each) || isPlanAgain(each, line, articles)) ?? known.find(isOne)
    if (group === undefined) known.push(groupOf(line, words))
    else add(group, line)
  }
  return [...ofPlans, ...[...ofDay.values()].flat()].map(({ lines: told }) => mergedOf(told))
}

// "The planned Friday meeting", in an article that tells of that Friday's plan.
function isPlanAgain(
  { lines }: Group,
  line: TimelineEntry,
  articles: ReadonlyMap<string, ReadonlySet<string>>,
): boolean {
  const first = lines[0]
  if (first?.plan === undefined || line.status !== 'planned') return false
  const { from, to } = first.when
  const isDay = line.when.from <= from && to <= line.when.to
  return isDay && articles.get(first.plan)?.has(line.span.article) === true
}

type Group = {
  readonly lines: TimelineEntry[]
  readonly words: ReadonlySet<string>
  /** Where its lines begin. */
  readonly places: Set<string>
}

function groupOf(line: TimelineEntry, words: ReadonlySet<string>): Group {
  return { lines: [line], words, places: new Set([placeOf(line)]) }
}

function add({ lines, places }: Group, line: TimelineEntry): void {
  lines.push(line)
  places.add(placeOf(line))
}

function placeOf({ span }: TimelineEntry): string {
  return `${span.article} ${span.start}`
}

function isSame({ lines, words, places }: Group, line: TimelineEntry, own: ReadonlySet<string>): boolean {
  const first = lines[0]
  if (first === undefined || first.when.from !== line.when.from || first.when.to !== line.when.to)
    return false
  // One clause may hold several events: it is one line.
  if (places.has(placeOf(line))) return true
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
    origins: lines.reduce((most, { origins }) => Math.max(most, origins), 0),
    ...(also.length === 0 ? {} : { also }),
  }
}
