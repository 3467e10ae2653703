import pico from 'picocolors'

/** Where a command's words go: data to standard output, talk to standard error. */
export type Terminal = {
  readonly print: (line: string) => void
  readonly say: (line: string) => void
  /** A line that the next one replaces; shown only where somebody watches. */
  readonly progress: (line: string) => void
  readonly paint: ReturnType<typeof pico.createColors>
  readonly width: number
}

/** The terminal of this process. Colours follow NO_COLOR and FORCE_COLOR, and are absent in pipes. */
export function openTerminal(): Terminal {
  const { stdout, stderr, env } = process
  const isWatched = stderr.isTTY === true && env.TERM !== 'dumb'
  let isDirty = false
  const clean = () => {
    if (isDirty) stderr.write('\r\u001b[K')
    isDirty = false
  }
  return {
    print(line) {
      clean()
      stdout.write(`${line}\n`)
    },
    say(line) {
      clean()
      stderr.write(`${line}\n`)
    },
    progress(line) {
      if (!isWatched) return
      stderr.write(`\r\u001b[K${line.slice(0, (stderr.columns ?? 80) - 1)}`)
      isDirty = line !== ''
    },
    paint: pico.createColors(hasColours(stdout.isTTY === true, env)),
    width: stdout.columns ?? 100,
  }
}

function hasColours(isTerminal: boolean, env: NodeJS.ProcessEnv): boolean {
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return false
  if (env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '0') return true
  return isTerminal && env.TERM !== 'dumb'
}
