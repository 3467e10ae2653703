import { type ChildProcess, execFileSync, type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const cli = join(root, 'dist', 'show', 'cli.js')

/** Builds the command line where it is older than its sources. */
export function build(): void {
  execFileSync(process.execPath, [join(root, 'scripts', 'build.mjs')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

/** How to run the command: what it reads, where it stands, and its environment beside NO_COLOR. */
export type RunOptions = {
  readonly input?: string
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
}

/** Runs the built command to its end. */
export function onrecord(words: readonly string[], options: RunOptions = {}): SpawnSyncReturns<string> {
  const { input = '', cwd, env } = options
  return spawnSync(process.execPath, [cli, ...words], {
    cwd,
    input,
    encoding: 'utf8',
    env: { ...process.env, ONRECORD_DB: '', ...env },
    maxBuffer: 1 << 28,
  })
}

/** Starts the built command with open standard input. */
export function startOnrecord(words: readonly string[]): ChildProcess {
  return spawn(process.execPath, [cli, ...words], { stdio: ['pipe', 'pipe', 'pipe'] })
}

/** Runs the built command to its end while this process goes on, for commands that ask a server of the test. */
export async function runOnrecord(
  words: readonly string[],
): Promise<{ readonly status: number | null; readonly stdout: string; readonly stderr: string }> {
  const child = startOnrecord(words)
  const texts = ['', '']
  for (const [i, stream] of [child.stdout, child.stderr].entries()) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      texts[i] += text
    })
  }
  child.stdin?.end()
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve))
  return { status, stdout: texts[0] ?? '', stderr: texts[1] ?? '' }
}

/** The path of the built command, for tests that run it in a shell. */
export const cliPath = cli
