import { kernelBytes } from './kernel-bytes.ts'
import { plainKernel } from './kernel-plain.ts'

/** The reader's arithmetic over one memory; scripts/kernel/kernel.ts documents each step, addresses are in bytes. */
export type Kernel = {
  readonly linear: (
    n: number,
    k: number,
    r: number,
    q: number,
    w: number,
    scale: number,
    bias: number,
    out: number,
  ) => void
  readonly rmsQuant: (n: number, d: number, x: number, out: number, scale: number) => void
  readonly quant: (
    n: number,
    width: number,
    x: number,
    xStride: number,
    out: number,
    outStride: number,
    scale: number,
    bound: number,
    slope: number,
  ) => void
  readonly addTo: (count: number, x: number, y: number) => void
  readonly addRows: (n: number, width: number, x: number, slots: number, count: number, table: number) => void
  readonly scan: (rows: number, h: number, z: number, x: number) => void
  readonly pack: (rows: number, k: number, from: number, stride: number, to: number) => void
  readonly scores: (
    rows: number,
    k: number,
    q: number,
    stride: number,
    keys: number,
    scale: number,
    relative: number,
    out: number,
    wide: number,
  ) => void
  readonly mix: (
    rows: number,
    s: number,
    wide: number,
    value: number,
    vStride: number,
    out: number,
    oStride: number,
  ) => void
  readonly pair: (
    n: number,
    lab: number,
    labm: number,
    a: number,
    b: number,
    stride: number,
    words: number,
    heads: number,
    out: number,
    scale: number,
  ) => void
}

/** How the arithmetic is done: WebAssembly with SIMD, or plain JavaScript; both give the same bytes. */
export type KernelKind = 'simd' | 'plain'

/** A kernel with a memory of at least `bytes`; plain JavaScript where WebAssembly or its SIMD is missing. */
export function openKernel(
  bytes: number,
  wanted?: KernelKind,
): { kernel: Kernel; memory: ArrayBuffer; kind: KernelKind } {
  const simd = wanted === 'plain' ? undefined : openSimd(bytes)
  if (simd !== undefined) return { ...simd, kind: 'simd' }
  const memory = new ArrayBuffer(bytes)
  return { kernel: plainKernel(memory), memory, kind: 'plain' }
}

function openSimd(bytes: number): { kernel: Kernel; memory: ArrayBuffer } | undefined {
  if (typeof WebAssembly === 'undefined') return undefined
  const code = Uint8Array.from(atob(kernelBytes), (unit) => unit.charCodeAt(0))
  if (!WebAssembly.validate(code)) return undefined
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / 65536) })
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(code), {
    env: { memory, abort: () => undefined },
  })
  return { kernel: exports as Kernel, memory: memory.buffer as ArrayBuffer }
}
