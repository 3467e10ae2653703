import { type ChangeView, relationInWords } from '../views/change-view.ts'
import type { ClaimView } from '../views/claim-view.ts'
import type { DisputeView } from '../views/dispute-view.ts'
import { framingCounts, framingWords } from '../views/framing-view.ts'
import { type PlanView, stepInWords } from '../views/plan-view.ts'
import { levelWords } from '../views/position-view.ts'
import type { SinceView } from '../views/since-view.ts'
import { statusInWords } from '../views/status-words.ts'
import type { StoryView } from '../views/story-view.ts'
import { keyLines, type TimelineLine } from '../views/timeline-view.ts'
import {
  counted,
  fullMomentInWords,
  momentInWords,
  originsInWords,
  outletsInWords,
  shortened,
} from '../views/wording.ts'
import { placeInWords } from './place-in-words.ts'
import type { Terminal } from './terminal.ts'

/** Prints a story: what is on record, what was planned, what is disputed, who reports it. */
export function printStory(view: StoryView, terminal: Terminal, options: { readonly claims: number }): void {
  const { paint, print } = terminal
  print(paint.bold(view.title))
  print(
    [
      counted(view.articles, 'article'),
      outletsInWords(view.outlets),
      originsInWords(view.origins.certain, view.origins.possible),
      ...(view.span === undefined ? [] : [view.span]),
      ...(view.undated === 0 ? [] : [`${view.undated} undated`]),
      ...(view.beyond === 0 ? [] : [`${view.beyond} more not compared`]),
    ].join(' · '),
  )
  section(terminal, 'On record', view.brief.length)
  for (const line of view.brief) {
    const state = line.state === undefined ? '' : `  ${paint.yellow(line.state)}`
    print(`  ${line.evidence.quote}${state}  ${paint.dim(placeInWords(line.evidence))}`)
  }
  section(terminal, 'Plans', view.plans.length)
  for (const plan of view.plans) printPlan(plan, terminal)
  section(terminal, 'Changes', view.changes.length)
  for (const change of view.changes) printChange(change, terminal)
  const lines = options.claims < view.claims.length ? keyLines(view.timeline) : view.timeline
  section(terminal, 'Timeline', lines.length)
  for (const line of lines) printLine(line, terminal)
  if (lines.length < view.timeline.length)
    print(paint.dim(`  … and ${view.timeline.length - lines.length} more: onrecord story ${view.id} --all`))
  section(terminal, 'Disputed', view.disputes.length)
  for (const dispute of view.disputes) printDispute(dispute, terminal)
  const shown = view.claims.slice(0, options.claims)
  section(terminal, 'Claims', shown.length)
  for (const claim of shown) printClaim(claim, terminal)
  const rest = view.claims.length - shown.length
  if (rest > 0) print(paint.dim(`  … and ${rest} more: onrecord story ${view.id} --all`))
  printPositions(view, terminal)
  printFraming(view, terminal)
  section(terminal, 'Sources', view.sources.length)
  for (const source of view.sources) {
    const inferred = source.between === undefined ? '' : ` (inferred: ${source.between})`
    const when = source.published === undefined ? `undated${inferred}` : fullMomentInWords(source.published)
    print(
      `  ${(source.outlet ?? 'outlet not stated').padEnd(24)} ${when.padEnd(24)} ${shortened(source.title, 60)}  ${paint.dim(source.id)}`,
    )
  }
}

/** Prints what came onto the record in a story since a moment. */
export function printSince(since: SinceView, terminal: Terminal): void {
  const { paint, print } = terminal
  const articles = since.articles === 0 ? 'no new article' : counted(since.articles, 'article')
  print(paint.bold(`Since ${fullMomentInWords(since.since)}: ${articles}`))
  for (const { kind, words, evidence } of since.lines) {
    print(`  ${paint.yellow(kind.padEnd(14))} ${shortened(words, 140)}  ${paint.dim(placeInWords(evidence))}`)
  }
  if (since.more > 0) print(paint.dim(`  … and ${counted(since.more, 'more new claim')}`))
  print('')
}

/** Prints a claim on two lines: its words, and who stands behind it. */
export function printClaim(claim: ClaimView, terminal: Terminal): void {
  const { paint, print } = terminal
  // That nobody affirms it stands among its origins below.
  const isPlain = claim.state === 'corroborated' || claim.state === 'unaffirmed'
  const state = isPlain ? '' : `  ${paint.yellow(claim.state)}`
  print(`  ${shortened(claim.gist.quote, 160)}${state}`)
  print(
    `    ${claim.modality} · ${claim.originsWords} · ${outletsInWords(claim.outlets)} · ${placeInWords(claim.gist)}  ${paint.dim(claim.id)}`,
  )
  for (const note of claim.retracted) print(`    taken back in a correction note · ${placeInWords(note)}`)
}

function printPlan(plan: PlanView, terminal: Terminal): void {
  const { paint, print } = terminal
  print(`  ${plan.title}  ${paint.yellow(statusInWords(plan.status, 'plan').word)}  ${paint.dim(plan.id)}`)
  for (const { slot, values } of plan.slots) {
    const steps = values.map((value) =>
      value.isReplaced
        ? paint.strikethrough(value.words)
        : `${value.words}${value.unknown ? ` (${value.unknown})` : ''}`,
    )
    const last = values.at(-1)
    print(
      `    ${slot.padEnd(12)} ${steps.join(' → ')}  ${paint.dim(last ? placeInWords(last.evidence) : '')}`,
    )
  }
  for (const step of plan.history.length > 1 ? plan.history : []) {
    const reported = step.reported === undefined ? 'undated' : momentInWords(step.reported)
    const origin = step.origin === undefined ? '' : `  ${step.origin}`
    print(
      `    ${paint.dim(reported.padEnd(18))} ${stepInWords(step)}${origin}  ${paint.dim(placeInWords(step.evidence))}`,
    )
  }
}

// "dead  3 → at least 12 → 31", then every account with its time, speaker and place.
function printChange({ of, about, steps }: ChangeView, terminal: Terminal): void {
  const { paint, print } = terminal
  const values = steps.map(({ value, relation, isReplaced }) => {
    const joint = relation === undefined ? '' : relation === 'refines' ? ', more closely ' : ' → '
    return `${joint}${isReplaced ? paint.strikethrough(value) : value}`
  })
  print(
    of === 'occurrence'
      ? `  ${about}  ${paint.yellow('did not come')}`
      : `  ${about.padEnd(12)} ${values.join('')}`,
  )
  for (const step of steps) {
    const { published, quote } = step.evidence
    const when = published === undefined ? 'undated' : momentInWords(published)
    const by = step.origin === undefined ? step.speaker : `${step.speaker} · origin: ${step.origin}`
    print(`    ${paint.dim(when.padEnd(18))} ${relationInWords(step).padEnd(22)} ${shortened(quote, 110)}`)
    print(`      ${paint.dim(`${placeInWords(step.evidence)} · ${by}`)}`)
  }
}

function printLine(line: TimelineLine, terminal: Terminal): void {
  const { paint, print } = terminal
  const when = line.when.padEnd(22)
  const { word } = statusInWords(line.status, line.isPlan ? 'plan' : 'event')
  print(
    `  ${line.isReplaced ? paint.strikethrough(when) : when} ${word.padEnd(10)} ${shortened(line.evidence.quote, 120)}${line.inferredFrom === undefined ? '' : ' (day inferred)'}  ${paint.dim(placeInWords(line.evidence))}`,
  )
}

function printDispute(dispute: DisputeView, terminal: Terminal): void {
  const { paint, print } = terminal
  print(`  ${dispute.about}  ${paint.dim([dispute.id, ...dispute.rules].join('  '))}`)
  for (const side of dispute.sides) {
    const deed = side.deed === undefined ? '' : `${side.deed} `
    const { published } = side.evidence
    const when = published === undefined ? 'undated' : momentInWords(published)
    print(`    ${side.speaker}: ${deed}${shortened(side.evidence.quote, 140)}`)
    print(
      paint.dim(
        `      ${placeInWords(side.evidence)}, ${when}${side.origin === undefined ? '' : ` · origin: ${side.origin}`}`,
      ),
    )
  }
}

function printPositions({ positions }: StoryView, terminal: Terminal): void {
  const { paint, print } = terminal
  const shown = positions.slice(0, 8)
  section(terminal, 'Positions', shown.length)
  for (const { name, level, matters } of shown) {
    print(`  ${name}  ${paint.dim(levelWords[level])}`)
    for (const { stance, reversal, evidence, accordingTo, again } of matters.flatMap(
      ({ stances }) => stances,
    )) {
      const told = again.length === 0 ? '' : ` · told ${again.length + 1} times`
      const by = `${accordingTo === undefined ? '' : ` (according to ${accordingTo})`}${told}`
      const side = `${reversal ? '⇄ ' : ''}${stance}`.padEnd(13)
      print(`    ${side} ${shortened(evidence.quote, 100)}${by}  ${paint.dim(placeInWords(evidence))}`)
    }
  }
  const rest = positions.length - shown.length
  if (rest > 0) print(paint.dim(`  … and ${counted(rest, 'more holder')} on the page and in --json`))
}

// Voices and shares of own reporting are on the page and in the JSON: a line for each outlet would push the sources out of sight.
function printFraming(view: StoryView, terminal: Terminal): void {
  const shown = view.framing.filter(({ kind }) => kind !== 'voice' && kind !== 'own-reporting').slice(0, 12)
  section(terminal, 'In other words', shown.length)
  for (const each of shown) {
    const [first] = each.evidence
    const place = first === undefined ? '' : `  ${terminal.paint.dim(placeInWords(first))}`
    terminal.print(
      `  ${each.outlets.join(', ')}  ${shortened(framingWords(each), 140)}  ${framingCounts(each)}${place}`,
    )
  }
}

function section(terminal: Terminal, title: string, length: number): void {
  if (length > 0) terminal.print(`\n${terminal.paint.underline(title)}`)
}
