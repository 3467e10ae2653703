import type { Attribution } from '../../model/reading.ts'
import { reasonText } from '../../model/reason.ts'
import { quoteOf, quoteOfAll, type Range } from '../../model/span.ts'
import { cueClassInWords, plainText, viaKindInWords } from './wording.ts'

/** What an attribution rests on, a line each: cue and score, what the source stands for, whom it told, whose report it is, who vouches for it. */
export function attributionFacts(
  text: string,
  attribution: Attribution,
  all: readonly Attribution[],
): readonly string[] {
  const quoted = (range: Range): string => `“${plainText(quoteOf(text, range))}”`
  const { source, via, relay, score, within, repeats } = attribution
  const outer = all.find((one) => one.id === within)
  return [
    `cue “${plainText(quoteOfAll(text, attribution.cue))}”: ${cueClassInWords(attribution)}`,
    score === undefined ? 'found by rule, without the model' : `the model takes it for a cue with ${score}`,
    ...sourceFacts(text, attribution, all),
    via && `told through ${quoted(via)} (${viaKindInWords(via)})`,
    relay && `the report of ${plainText(relay.outlet)}, by ${quoted(relay)} (${relay.kind})`,
    outer && `said within what ${speakerOf(text, outer)} is said to say (${outer.id})`,
    source.reason && `source: ${reasonText[source.reason]}`,
    repeats && `repeats ${repeats}`,
  ].filter((fact) => fact !== undefined)
}

function sourceFacts(
  text: string,
  { id, source }: Attribution,
  all: readonly Attribution[],
): (string | undefined)[] {
  const quoted = (range: Range): string => `“${plainText(quoteOf(text, range))}”`
  const { refersTo, affiliation, anonymityReason, group } = source
  const others = group === undefined ? [] : all.filter((one) => one.source.group === group && one.id !== id)
  const words = `“${plainText(quoteOfAll(text, source.spans))}”`
  return [
    refersTo && quoted(refersTo) !== words ? `${words} is read as ${quoted(refersTo)}` : undefined,
    source.class && `class: ${plainText(source.class)}`,
    affiliation && `of ${quoted(affiliation)}`,
    anonymityReason && `unnamed ${quoted(anonymityReason)}`,
    others.length === 0
      ? undefined
      : `of one group with ${[...new Set(others.map((one) => speakerOf(text, one)))].join(', ')}`,
  ]
}

function speakerOf(text: string, { source }: Attribution): string {
  return source.spans.length === 0
    ? 'a source that is not stated'
    : `“${plainText(quoteOfAll(text, source.spans))}”`
}
