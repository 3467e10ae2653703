import type { ExplainedBlock } from '../../gather/page/explain-page.ts'
import type { PageMetadata } from '../../gather/page/metadata/metadata.ts'
import { plainText, shortened } from '../views/wording.ts'
import { allowPrivate, type Command, isJson } from './command.ts'
import type { Terminal } from './terminal.ts'

/** `onrecord page`: what the page reader makes of a page, keeping nothing. */
export const page: Command = {
  name: 'page',
  words: [['<page>', 'a file or a web address']],
  says: 'show the article that is read from a web page, block by block',
  options: [['--explain', 'every block of the page, its kind and why'], allowPrivate],
  examples: ['onrecord page article.html', 'onrecord page --explain https://harrow.example/ferries'],
  async run(call, terminal) {
    const { explainPage } = await import('../../gather/page/explain-page.ts')
    const { openPage } = await import('../../gather/page/open-page.ts')
    const place = call.words[0] ?? ''
    const opened = await openPage(place, { allowPrivate: call.options.allowPrivate === true })
    if (!opened.ok) {
      terminal.say(plainText(opened.issue.message))
      return 1
    }
    const blocks = explainPage(opened.page)
    const isWhole = call.options.explain === true
    const shown = blocks.filter((block) => isWhole || block.kind !== 'none')
    const { body: _, descriptions: __, titles: ___, ...facts } = opened.page.metadata
    if (isJson(call)) terminal.print(JSON.stringify({ ...facts, blocks: shown }))
    else {
      printFacts(facts, terminal)
      for (const block of shown) printBlock(block, isWhole, terminal)
    }
    return blocks.some((block) => block.isBody) ? 0 : 1
  },
}

function printFacts(facts: Omit<PageMetadata, 'body' | 'descriptions' | 'titles'>, terminal: Terminal): void {
  for (const [name, value] of Object.entries(facts)) {
    const words = Array.isArray(value) ? value.join(', ') : value
    if (words !== undefined && words !== '') terminal.print(`${name.padEnd(10)} ${plainText(String(words))}`)
  }
  terminal.print('')
}

function printBlock(block: ExplainedBlock, isWhole: boolean, { print, paint, width }: Terminal): void {
  const { source } = block
  const place = source === undefined ? '' : `${source.start}-${source.end}`
  const head = `${block.kind.padEnd(10)} ${block.rule.padEnd(11)} ${block.likelihood.toFixed(2)}  ${place.padEnd(15)} `
  print(
    `${block.isBody ? head : paint.dim(head)}${shortened(plainText(block.text), Math.max(40, width - head.length))}`,
  )
  if (!isWhole) return
  const why = block.why.map(
    ({ measure, value, change }) => `${measure} = ${value} (${change > 0 ? '+' : ''}${change})`,
  )
  print(paint.dim(`           ${why.join(', ')}`))
}
