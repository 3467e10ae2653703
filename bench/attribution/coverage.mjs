// How many texts of texts.txt hold each phenomenon that the set is to cover; exits 1 where one has fewer than eight.
// usage: node bench/attribution/coverage.mjs
import { fileURLToPath } from 'node:url'
import { readTexts } from './texts.mjs'

const fewest = 8
const tagged =
  (...tags) =>
  (record) =>
    tags.some((tag) => record.tags.includes(tag))
const wanted = (key, value) => (record) => record.attributions.some(({ want }) => value.test(want[key] ?? ''))
const valued = (key, ...values) =>
  values.map((value) => [`${key} ${value}`, wanted(key, new RegExp(`^${value}$`))])

/** Each phenomenon with how to tell a text that holds it. */
const phenomena = [
  ['quotation: interrupted by its cue', tagged('interrupted')],
  ['quotation: over paragraphs', tagged('multi-paragraph')],
  ['quotation: British marks', tagged('british')],
  ['quotation: German and French marks', tagged('marks')],
  ...valued('cue', 'says', 'believes', 'intends', 'orders', 'shows', 'denies', 'doubts'),
  ['cue is a noun', tagged('noun-cue')],
  ['nested: inner and outer', (record) => record.attributions.some(({ want }) => want.within !== undefined)],
  ['nested: an inner one without a source', tagged('unstated-inner')],
  ...valued('via', 'outlet', 'reporters', 'interview', 'statement', 'post', 'conference', 'speech'),
  ['relay: a report in OUTLET', tagged('relay-report')],
  ['relay: OUTLET also reported', tagged('relay-also')],
  ['relay: local media', tagged('local-media')],
  ['relay: citing, cited by OUTLET', tagged('citing')],
  ['relay: (AFP)', tagged('credit')],
  ['relay: dateline', tagged('dateline')],
  ...valued('kind', 'named', 'anonymous', 'outlet', 'document', 'unstated'),
  ['source: collective', tagged('collective')],
  ['source: an office or ministry', tagged('office')],
  ['source: a name behind its title', tagged('titled')],
  ['anonymous: class', wanted('class', /./)],
  ['anonymous: country or organisation', tagged('affiliation')],
  ['anonymous: exact count', wanted('count', /^\d+$/)],
  ['anonymous: "several", "at least two"', wanted('count', /^\d+\+$/)],
  ['anonymous: reason', tagged('reason')],
  ['anonymous: group continuity', tagged('group')],
  ['source: pronoun', tagged('pronoun')],
  ['source: description', tagged('description')],
  ['source: in the next or previous sentence', tagged('next')],
  ['source: none stated', tagged('unstated')],
  ...valued('polarity', 'affirmed', 'denied', 'doubted', 'withheld'),
  ...valued('modality', 'happened', 'planned', 'conditional', 'predicted', 'demanded', 'stated'),
  ["the outlet's own voice", tagged('own-voice')],
  ['no speech: scare quotes', tagged('scare')],
  ['no speech: titles', tagged('title')],
  ['no speech: nicknames', tagged('nickname')],
  ['no speech: foreign words', tagged('foreign')],
  ['no speech: songs', tagged('song')],
  ['no speech: laws', tagged('law')],
  ['headline: "Report: …"', tagged('headline-report')],
  ['headline: "X to Y, officials say"', tagged('head-last')],
  ['headline: "‘…’ – minister"', tagged('dash')],
  ['headline or bullet tied to the body', tagged('repeats')],
  ['bullets', tagged('bullets')],
  ['bad input: marks that never close', tagged('unclosed')],
  ['bad input: mixed marks', tagged('mixed-marks')],
  ['bad input: marks nested deep', tagged('nested-marks')],
  ['bad input: interview', tagged('interview')],
  ['bad input: transcript', tagged('transcript')],
  ['bad input: live blog', tagged('live-blog')],
  ['bad input: list of quotations', tagged('quote-list')],
  ['bad input: poem', tagged('poem')],
  ['bad input: machine translation', tagged('translated')],
]

/** How many texts hold each phenomenon. */
export function coverage() {
  const records = readTexts(new URL('texts.txt', import.meta.url))
  return phenomena.map(([name, holds]) => ({ name, texts: records.filter(holds).length }))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const rows = coverage()
  for (const { name, texts } of rows)
    console.log(`${String(texts).padStart(4)}  ${name}${texts < fewest ? `  (fewer than ${fewest})` : ''}`)
  process.exit(rows.some(({ texts }) => texts < fewest) ? 1 : 0)
}
