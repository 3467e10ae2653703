// node bench/reader/speed.mjs: the reader's speed, memory and growth, beside wink-nlp and compromise on the same text in the same run;
// with the development data beside the project (../shared) also what each gets right. `npm run build` first, or run `npm run bench`.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compromiseNames, openCompromise, openWink, winkParse } from './peers.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const dist = process.env.BENCH_DIST ?? join(root, 'dist')
const shared = join(root, '../shared')
const { readLanguage } = await import(join(dist, 'text/language.js'))
const { cutBlock } = await import(join(dist, 'text/language.js'))
const { paragraphsOf } = await import(join(dist, 'text/paragraphs.js'))
const { resolve } = await import(join(dist, 'read/chains/resolve.js'))
const { parse } = await import(join(dist, 'show/predict/parse.js'))
const { names } = await import(join(dist, 'show/predict/names.js'))

const maps = [
  'GPE,FAC->LOC',
  'politician,person->PER',
  'organisation,politicalparty->ORG',
  'country,location->LOC',
  'PER->PER',
  'ORG->ORG',
  'LOC->LOC',
  '*->ignore',
]

const texts = textsOf()
const tokens = texts.reduce((sum, text) => sum + wordsIn(text), 0)
const language = (text) => readLanguage(text, paragraphsOf(text), 'en')
console.log(
  `${texts.length} texts, ${tokens} tokens${existsSync(shared) ? ' (EWT and GUM dev, raw)' : ' (corpus/articles)'}; one thread, CPU time`,
)

const wink = openWink()
const nlp = openCompromise()
await Promise.all([wink, nlp])
const read = texts.map(language)
rows('tokens per CPU-second (best of 4 runs)', [
  ['sentences and words alone', rate(() => texts.map(wordsIn))],
  ['all layers: words, tags, trees, lemmas, names', rate(() => texts.map(language))],
  ['chains, over what was read', rate(() => texts.map((text, i) => resolve(text, read[i])))],
  ['wink-nlp: words, sentences, tags, lemmas', rate(() => texts.map(winkParse))],
  ['compromise: words, tags, names', rate(() => texts.map(compromiseNames))],
])
rows('memory', [['resident, MB', Math.round(process.memoryUsage().rss / 1e6)]])
rows(
  'growth: microseconds per token',
  [1, 4, 16].map((times) => [`${times} × ${wordsIn(texts[0])} tokens in one text`, perToken(times)]),
)
if (existsSync(shared)) quality()

function textsOf() {
  if (!existsSync(shared)) {
    const folder = join(root, 'corpus/articles')
    return readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'))
  }
  return ['EWT', 'GUM'].flatMap((name) => inputs(name).map(({ text }) => text))
}

function inputs(name) {
  const made = run('score-parse.mjs', '--make-input', join(shared, `data/treebanks/${name}/dev.conllu.gz`))
  return made
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
}

function wordsIn(text) {
  return paragraphsOf(text)
    .flatMap((block, i) => cutBlock(text, block, i))
    .reduce((sum, { words }) => sum + words.length, 0)
}

function seconds(work) {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

function rate(work) {
  return Math.round(tokens / Math.min(...[1, 2, 3, 4].map(() => seconds(work))))
}

function perToken(times) {
  const text = Array.from({ length: times }, () => texts[0]).join('\n\n')
  const best = Math.min(...[1, 2, 3].map(() => seconds(() => language(text))))
  return ((best * 1e6) / (times * wordsIn(texts[0]))).toFixed(1)
}

function quality() {
  const folder = mkdtempSync(join(tmpdir(), 'reader-'))
  for (const name of ['EWT', 'GUM']) {
    const gold = join(shared, `data/treebanks/${name}/dev.conllu.gz`)
    rows(`${name} dev from raw text: sentences F1, words F1, UPOS accuracy`, [
      ['onrecord', parseScores(gold, inputs(name).map(parse), folder)],
      [
        'wink-nlp',
        parseScores(
          gold,
          inputs(name).map(({ id, text }) => ({ id, ...winkParse(text) })),
          folder,
        ),
      ],
    ])
  }
  for (const name of ['uner-ewt', 'crossner-politics']) {
    const gold = join(shared, `data/ner/${name}/dev.jsonl.gz`)
    const given = run('score-names.mjs', '--make-input', gold)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    rows(`${name} dev: names F1, PER, ORG, LOC`, [
      ['onrecord', namesScore(gold, given.map(names), folder)],
      [
        'compromise',
        namesScore(
          gold,
          given.map(({ id, text }) => ({ id, mentions: compromiseNames(text) })),
          folder,
        ),
      ],
    ])
  }
  rmSync(folder, { recursive: true })
}

function parseScores(gold, answers, folder) {
  const file = write(answers, folder)
  const { sentences, words, upos } = JSON.parse(run('score-parse.mjs', '--json', gold, file))
  return [sentences.f1, words.f1, upos.accuracy].map((value) => value.toFixed(2)).join('  ')
}

function namesScore(gold, answers, folder) {
  const options = maps.flatMap((rule) => ['--map', rule])
  return JSON.parse(
    run('score-names.mjs', '--json', ...options, gold, write(answers, folder)),
  ).typed.f1.toFixed(2)
}

function write(answers, folder) {
  const file = join(folder, 'answers.jsonl')
  writeFileSync(file, answers.map((answer) => JSON.stringify(answer)).join('\n'))
  return file
}

function run(tool, ...options) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(shared, 'tools', tool), ...options], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  if (status !== 0) throw new Error(stderr)
  return stdout
}

function rows(title, table) {
  console.log(`\n${title}`)
  for (const [name, value] of table) console.log(`  ${name.padEnd(48)} ${value}`)
}
