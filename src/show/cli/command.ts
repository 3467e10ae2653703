import type { ReadOptions } from '../../read/read.ts'
import type { Terminal } from './terminal.ts'

/** How a command ends: 0 fine, 1 it found problems, 2 it was called wrongly. */
export type ExitCode = 0 | 1 | 2

/** The words and options that a command was called with. */
export type Call = {
  readonly words: readonly string[]
  readonly options: Readonly<Record<string, string | true | undefined>>
}

/** A command of `onrecord`: what it is called with, what its help says, and what it does. */
export type Command = {
  readonly name: string
  /** Words in commander's notation: `<required>`, `[optional]`, `[many...]`. */
  readonly words: readonly (readonly [notation: string, says: string])[]
  readonly says: string
  /** Options in commander's notation, beside those that every command has. */
  readonly options: readonly (readonly [flags: string, says: string])[]
  readonly examples: readonly string[]
  readonly run: (call: Call, terminal: Terminal) => Promise<ExitCode>
}

/** The option of every command that reads. */
export const rulesOnly = [
  '--rules-only',
  'find attributions by rules alone, without the trained weights',
] as const

/** The option of every command that fetches. */
export const allowPrivate = [
  '--allow-private',
  'let addresses of private and local networks be fetched',
] as const

/** How a call wants its articles read. */
export function readingOf(call: Call): ReadOptions {
  return call.options.rulesOnly === true ? { attributions: 'rules' } : {}
}

/** The text of an option; undefined where it was not given. */
export function textOf(call: Call, name: string): string | undefined {
  const value = call.options[name]
  return typeof value === 'string' ? value : undefined
}

/** True when `--json` was given. */
export function isJson(call: Call): boolean {
  return call.options.json === true
}
