import { type ChangeView, relationInWords } from '../views/change-view.ts'
import { type Evidence, outletInWords, type StoryContext } from '../views/evidence.ts'
import type { PlanView } from '../views/plan-view.ts'
import { statusInWords } from '../views/status-words.ts'
import { type StoryView, storyView } from '../views/story-view.ts'
import { counted, fullMomentInWords, originsInWords, outletsInWords } from '../views/wording.ts'

/** Stories as Markdown briefs: every line quotes an outlet's own words and says where they stand. */
export async function* exportMarkdown(contexts: AsyncIterable<StoryContext>): AsyncGenerator<string> {
  let isFirst = true
  for await (const context of contexts) {
    if (!isFirst) yield '\n---\n'
    isFirst = false
    yield* brief(storyView(context))
  }
}

function* brief(view: StoryView): Generator<string> {
  yield `# ${escaped(view.title)}\n`
  const facts = [
    counted(view.articles, 'article'),
    outletsInWords(view.outlets),
    originsInWords(view.origins.certain, view.origins.possible),
    ...(view.span === undefined ? [] : [view.span]),
  ]
  yield `${facts.join(' · ')}\n`
  yield* section(
    'On record',
    view.brief.map(({ evidence, state }) => `${quoted(evidence)}${state === undefined ? '' : ` *${state}*`}`),
  )
  yield* section('Plans', view.plans.map(planLine))
  yield* section('Changes', view.changes.map(changeLine))
  yield* section(
    'Disputed',
    view.disputes.map(
      ({ sides: [a, b] }) => `${a.speaker}: ${quoted(a.evidence)}\n  ${b.speaker}: ${quoted(b.evidence)}`,
    ),
  )
  yield* section(
    'Timeline',
    view.timeline.map(
      (line) =>
        `**${line.when}** ${statusInWords(line.status, line.isPlan ? 'plan' : 'event').word}: ${quoted(line.evidence)}`,
    ),
  )
  yield* section(
    'Claims',
    view.claims.map(
      (claim) =>
        `${quoted(claim.gist)} — ${claim.modality}, ${claim.originsWords}, ${outletsInWords(claim.outlets)}`,
    ),
  )
  yield* section(
    'Sources',
    view.sources.map((source) => {
      const when = source.published === undefined ? 'undated' : fullMomentInWords(source.published)
      return `${escaped(outletInWords(source.outlet))}, ${when}: ${escaped(source.title)} (${source.id})`
    }),
  )
}

function* section(title: string, lines: readonly string[]): Generator<string> {
  if (lines.length === 0) return
  yield `## ${title}\n`
  for (const line of lines) yield `- ${line}`
  yield ''
}

function planLine(plan: PlanView): string {
  const slots = plan.slots.map(({ slot, values }) => {
    const steps = values.map(({ words, isReplaced }) =>
      isReplaced ? `~~${escaped(words)}~~` : escaped(words),
    )
    return `${slot} ${steps.join(' → ')}`
  })
  return `${escaped(plan.title)}, ${statusInWords(plan.status, 'plan').word}${slots.length === 0 ? '' : `: ${slots.join('; ')}`}`
}

function changeLine({ about, steps }: ChangeView): string {
  const told = steps.map(
    (step) => `${relationInWords(step)}: ${escaped(step.speaker)}, ${quoted(step.evidence)}`,
  )
  return `${escaped(about)}\n  ${told.join('\n  ')}`
}

function quoted(evidence: Evidence): string {
  const { article, start, end } = evidence.span
  return `“${escaped(evidence.quote)}” (${escaped(outletInWords(evidence.outlet))} ${evidence.place}, ${article}:${start}-${end})`
}

// Words from outside are never Markdown or HTML of ours.
function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~&]/g, '\\$&')
}
