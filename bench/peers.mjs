// Peers to measure against are no dependencies: npm install --prefix FOLDER NAME, then --peers FOLDER on a bench's command line.
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'

/** A peer's module; undefined where it is not installed. */
export function peer(name) {
  const at = process.argv.indexOf('--peers')
  const require = createRequire(
    at === -1 ? import.meta.url : join(resolve(process.argv[at + 1]), 'package.json'),
  )
  try {
    return require(name)
  } catch (error) {
    if (error.code === 'MODULE_NOT_FOUND') return undefined
    throw error
  }
}
