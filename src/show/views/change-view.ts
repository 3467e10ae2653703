import type { Change } from '../../model/record.ts'
import type { Span } from '../../model/span.ts'
import { type AccountView, accountView } from './account-view.ts'
import type { StoryContext } from './evidence.ts'
import { plainText } from './wording.ts'

/** One account in a row of changes. */
export type ChangeStep = AccountView & {
  readonly value: string
  /** What it does to the account before it; absent for the first. */
  readonly relation?: Change['relation']
  readonly kind?: string
  /** True when a later account took its place. */
  readonly isReplaced: boolean
}

/** A count of people as it went on, what was to come and did not, or who changed sides, each account with its words, origin and time. */
export type ChangeView = {
  readonly of: 'count' | 'occurrence' | 'position'
  /** "dead", "injured (soldiers)", or the title of the plan. */
  readonly about: string
  readonly steps: readonly ChangeStep[]
  readonly rules: readonly string[]
}

/** Changes of a story that are not of a plan's slots: counts in a row, then what did not come, then who changed sides. */
export function changeViews(context: StoryContext): ChangeView[] {
  const { changes } = context.story
  const rows = chained(changes.filter(({ slot }) => slot === 'count'))
  const pairs = changes.filter(({ relation }) => relation === 'failed' || relation === 'reverses')
  return [...rows, ...pairs.map((change) => [change])].flatMap((row) => viewOf(context, row) ?? [])
}

/** What changed in a word: "updates: rose", "refines", "did not come". */
export function relationInWords({ relation, kind }: Pick<ChangeStep, 'relation' | 'kind'>): string {
  if (relation === undefined) return 'first told'
  switch (relation) {
    case 'updates':
      return `updates: ${kind}`
    case 'refines':
      return 'refines'
    case 'failed':
      return 'did not come'
    case 'reverses':
      return `reverses: ${kind}`
  }
}

// Changes of which each sets out from where the one before it ended.
function chained(changes: readonly Change[]): Change[][] {
  const rows: Change[][] = []
  for (const change of changes) {
    const row = rows.find((each) => {
      const last = each.at(-1)
      return last?.about === change.about && isOne(last?.to.span, change.from.span)
    })
    if (row === undefined) rows.push([change])
    else row.push(change)
  }
  return rows
}

function isOne(a: Span | undefined, b: Span): boolean {
  return a?.article === b.article && a.start === b.start
}

function viewOf(context: StoryContext, row: readonly Change[]): ChangeView | undefined {
  const [first] = row
  if (first === undefined) return undefined
  const lastUpdate = row.findLastIndex(({ relation }) => relation !== 'refines')
  const start = stepOf(context, {
    value: first.from.value,
    span: first.from.span,
    isReplaced: lastUpdate >= 0,
  })
  const steps = row.map(({ to, relation, kind }, i) =>
    stepOf(context, { value: to.value, span: to.span, relation, kind, isReplaced: i < lastUpdate }),
  )
  const told = [start, ...steps].filter((step) => step !== undefined)
  if (told.length < 2) return undefined
  return {
    of: first.slot === 'count' || first.slot === 'position' ? first.slot : 'occurrence',
    about: aboutOf(context, first),
    steps: told,
    rules: [...new Set(row.flatMap(({ rules }) => rules))],
  }
}

type Given = Pick<ChangeStep, 'value' | 'relation' | 'kind' | 'isReplaced'> & { readonly span: Span }

function stepOf(context: StoryContext, { span, ...given }: Given): ChangeStep | undefined {
  const account = accountView(context, span)
  return account === undefined ? undefined : { ...account, ...given, value: plainText(given.value) }
}

function aboutOf({ story }: StoryContext, { about, plan }: Change): string {
  const title = plan === undefined ? undefined : story.plans.find(({ id }) => id === plan)?.title
  return plainText(about ?? title ?? 'what was to come')
}
