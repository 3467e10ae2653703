import { createInterface } from 'node:readline'
import { ZodError } from 'zod'
import { tasks } from '../predict/tasks.ts'
import { type Command, readingOf, rulesOnly } from './command.ts'

/** `onrecord predict TASK`: the product's own code on a benchmark's input. */
export const predict: Command = {
  name: 'predict',
  words: [['<task>', `one of ${Object.keys(tasks).sort().join(', ')}`]],
  says: 'read JSON lines on standard input and write what is found in each, for measuring',
  options: [rulesOnly],
  examples: ['onrecord predict attribution < in.jsonl > out.jsonl'],
  async run(call, terminal) {
    const name = call.words[0] ?? ''
    const open = Object.hasOwn(tasks, name) ? tasks[name] : undefined
    if (open === undefined) {
      terminal.say(`${name}: there is no such task; give one of ${Object.keys(tasks).sort().join(', ')}`)
      return 2
    }
    const task = await open(readingOf(call))
    let number = 0
    let problems = 0
    for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
      number++
      if (line.trim() === '') continue
      try {
        for (const answer of task.take(JSON.parse(line))) terminal.print(JSON.stringify(answer))
      } catch (error) {
        problems++
        terminal.say(
          `stdin:${number}: ${whatIsWrong(error)}; docs/cli.md says where the records of task ${name} are described`,
        )
      }
    }
    for (const answer of task.end()) terminal.print(JSON.stringify(answer))
    return problems === 0 ? 0 : 1
  },
}

function whatIsWrong(error: unknown): string {
  if (error instanceof ZodError) {
    return error.issues.map((issue) => `${issue.path.join('.') || 'record'}: ${issue.message}`).join(', ')
  }
  if (error instanceof SyntaxError) return `no JSON object (${error.message})`
  return error instanceof Error ? error.message : String(error)
}
