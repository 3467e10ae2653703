#!/usr/bin/env node
import { compileLate } from './cli/compile-late.ts'
import { run } from './cli/run.ts'

compileLate()

// A reader that has seen enough, as in `onrecord claims | head`, is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})

process.exitCode = await run(process.argv.slice(2))
