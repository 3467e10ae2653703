import { readFileSync } from 'node:fs'
import { Command as Commander, CommanderError } from 'commander'
import { StoreProblem } from '../../keep/problem.ts'
import type { Call, Command, ExitCode } from './command.ts'
import { commands } from './commands.ts'
import { openTerminal, type Terminal } from './terminal.ts'

/** Runs the command that the words name; answers the exit code: 0 fine, 1 found problems, 2 misuse. */
export async function run(words: readonly string[]): Promise<ExitCode> {
  const terminal = openTerminal()
  let code: ExitCode = 0
  const program = new Commander('onrecord')
    .description(
      'Keeps the record of a developing story: who said what, through whom, from how many origins.',
    )
    .version(version())
    .showHelpAfterError('(onrecord --help lists commands; onrecord COMMAND --help shows examples)')
    .exitOverride()
  for (const command of commands) {
    addCommand(program, command, async (call) => {
      code = await command.run(call, terminal)
    })
  }
  program.addHelpText('after', '\nStart with: onrecord add ARTICLES/ && onrecord serve')
  try {
    await program.parseAsync([...words], { from: 'user' })
  } catch (error) {
    return codeOf(error, terminal)
  }
  return code
}

function addCommand(program: Commander, command: Command, act: (call: Call) => Promise<void>): void {
  const sub = program.command(command.name).description(command.says).exitOverride()
  for (const [notation, says] of command.words) sub.argument(notation, says)
  for (const [flags, says] of command.options) sub.option(flags, says)
  sub.option('--json', 'data as JSON, lists as one object a line')
  if (!withoutRecord.has(command.name)) sub.option('--db <file>', 'the record (ONRECORD_DB or ./onrecord.db)')
  sub.addHelpText('after', `\nExamples:\n${command.examples.map((line) => `  $ ${line}`).join('\n')}`)
  sub.action(async () => {
    await act({ words: sub.args, options: optionsOf(sub.opts()) })
  })
}

const withoutRecord: ReadonlySet<string> = new Set(['read', 'page', 'predict'])

function optionsOf(given: Record<string, unknown>): Call['options'] {
  const entries = Object.entries(given).map(([name, value]) => {
    const text = Array.isArray(value) ? value.join(',') : value
    return [name, typeof text === 'string' ? text : true] as const
  })
  return Object.fromEntries(entries)
}

// Commander ends with an error for help and version, too; those have their own exit code.
function codeOf(error: unknown, terminal: Terminal): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  if (error instanceof StoreProblem) {
    terminal.say(error.message)
    return 1
  }
  throw error
}

function version(): string {
  const file = readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')
  const parsed: unknown = JSON.parse(file)
  const isNamed = typeof parsed === 'object' && parsed !== null && 'version' in parsed
  return isNamed ? String(parsed.version) : 'unknown'
}
