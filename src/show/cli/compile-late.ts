import { setFlagsFromString } from 'node:v8'

/**
 * Lets V8 compile a function for speed only once it has run four times as long as by default, and copy less of what it
 * calls into it. A batch of articles runs some two thousand functions: compiling each as soon as it is warm took a third
 * of the CPU time of `onrecord add`, on threads beside the one that reads. Changes when code is compiled, never what it does.
 */
export function compileLate(): void {
  setFlagsFromString('--interrupt-budget=500000')
  setFlagsFromString('--max-inlined-bytecode-size-cumulative=300')
}
