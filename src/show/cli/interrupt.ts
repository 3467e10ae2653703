import type { Terminal } from './terminal.ts'

/** A signal that the first Ctrl-C gives; the second ends the process at once. `forget` takes Ctrl-C back. */
export type Stop = { readonly signal: AbortSignal; readonly forget: () => void }

/** Lets Ctrl-C stop a run after the articles at hand. A service manager's end of the process does the same. */
export function stopOnInterrupt(terminal: Terminal): Stop {
  const stop = new AbortController()
  const interrupt = () => {
    if (stop.signal.aborted) process.exit(130)
    terminal.say('stopping after the articles at hand; press Ctrl-C again to stop at once')
    stop.abort()
    process.stdin.destroy()
  }
  process.on('SIGINT', interrupt)
  process.on('SIGTERM', interrupt)
  return {
    signal: stop.signal,
    forget() {
      process.off('SIGINT', interrupt)
      process.off('SIGTERM', interrupt)
    },
  }
}
