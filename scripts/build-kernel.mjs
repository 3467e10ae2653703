// node scripts/build-kernel.mjs: compiles scripts/kernel/kernel.ts into src/text/reader/kernel-bytes.ts; needed only after a change there.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root, run } from './install.mjs'

const out = join(mkdtempSync(join(tmpdir(), 'kernel-')), 'kernel.wasm')
run(process.execPath, [
  `${root}node_modules/assemblyscript/bin/asc.js`,
  `${root}scripts/kernel/kernel.ts`,
  ...[
    '--outFile',
    out,
    '--enable',
    'simd',
    '--runtime',
    'stub',
    '--importMemory',
    '-O3',
    '--noAssert',
    '--converge',
  ],
])
const bytes = readFileSync(out)
const lines = bytes.toString('base64').match(/.{1,100}/g) ?? []
const body = lines.map((line) => `  '${line}'`).join(' +\n')
writeFileSync(
  `${root}src/text/reader/kernel-bytes.ts`,
  `/** The compiled kernel (scripts/kernel/kernel.ts) in base64; written by scripts/build-kernel.mjs. */\nexport const kernelBytes =\n${body}\n`,
)
console.error(`${bytes.length} bytes of WebAssembly`)
