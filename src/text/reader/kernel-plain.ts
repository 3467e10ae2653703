import type { Kernel } from './kernel.ts'

const f32 = Math.fround

/** The reader's arithmetic in plain JavaScript, rounded step by step as the SIMD kernel rounds. */
export function plainKernel(memory: ArrayBuffer): Kernel {
  const f = new Float32Array(memory)
  const i16 = new Int16Array(memory)
  const u16 = new Uint16Array(memory)
  const i32 = new Int32Array(memory)

  function linear(
    n: number,
    k: number,
    r: number,
    q: number,
    w: number,
    scale: number,
    bias: number,
    out: number,
  ): void {
    for (let block = 0; block < r; block += 2) {
      const first = (w >> 1) + (block >> 3) * 8 * k + (block & 7) * 2
      for (let i = 0; i < n; i++) {
        const qAt = (q >> 1) + i * k
        let a = 0
        let b = 0
        let wAt = first
        for (let p = qAt; p < qAt + k; p += 2, wAt += 16) {
          const x = i16[p] ?? 0
          const y = i16[p + 1] ?? 0
          a = (a + x * (i16[wAt] ?? 0) + y * (i16[wAt + 1] ?? 0)) | 0
          b = (b + x * (i16[wAt + 2] ?? 0) + y * (i16[wAt + 3] ?? 0)) | 0
        }
        const to = (out >> 2) + i * r + block
        f[to] = f32(f32(a) * (f[(scale >> 2) + block] ?? 0)) + (f[(bias >> 2) + block] ?? 0)
        f[to + 1] = f32(f32(b) * (f[(scale >> 2) + block + 1] ?? 0)) + (f[(bias >> 2) + block + 1] ?? 0)
      }
    }
  }

  function rmsQuant(n: number, d: number, x: number, out: number, scale: number): void {
    for (let i = 0; i < n; i++) {
      const at = (x >> 2) + i * d
      const sums = [0, 0, 0, 0]
      for (let j = 0; j < d; j++) {
        const v = f[at + j] ?? 0
        sums[j & 3] = f32((sums[j & 3] ?? 0) + f32(v * v))
      }
      const [a = 0, b = 0, c = 0, e = 0] = sums
      const total = f32(f32(a + b) + f32(c + e))
      const inverse = f32(1 / f32(Math.sqrt(f32(f32(total / d) + f32(1e-6)))))
      for (let j = 0; j < d; j++) {
        i16[(out >> 1) + i * d + j] = rounded(f32((f[at + j] ?? 0) * inverse), scale, 32767)
      }
    }
  }

  function quant(
    n: number,
    width: number,
    x: number,
    xStride: number,
    out: number,
    outStride: number,
    scale: number,
    bound: number,
    slope: number,
  ): void {
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < width; j++) {
        const v = f[(x >> 2) + i * xStride + j] ?? 0
        i16[(out >> 1) + i * outStride + j] = rounded(v > 0 ? v : f32(v * slope), scale, bound)
      }
    }
  }

  function addTo(count: number, x: number, y: number): void {
    for (let j = 0; j < count; j++) f[(x >> 2) + j] = (f[(x >> 2) + j] ?? 0) + (f[(y >> 2) + j] ?? 0)
  }

  function addRows(n: number, width: number, x: number, slots: number, count: number, table: number): void {
    for (let i = 0; i < n; i++) {
      for (let k = 0; k < count; k++) {
        const row = u16[(slots >> 1) + i * count + k] ?? 0
        addTo(width, x + i * width * 4, table + row * width * 4)
      }
    }
  }

  function scan(rows: number, h: number, z: number, x: number): void {
    for (let way = 0; way < 2; way++) {
      for (let j = 0; j < h; j++) {
        let c = 0
        for (let step = 0; step < rows; step++) {
          const t = way === 0 ? step : rows - 1 - step
          const at = (z >> 2) + t * 6 * h + way * h + j
          const value = f[at] ?? 0
          const forget = sig(f[at + 2 * h] ?? 0)
          const gate = sig(f[at + 4 * h] ?? 0)
          c = f32(value + f32(forget * f32(c - value)))
          const to = (x >> 2) + t * 2 * h + way * h + j
          f[to] = (f[to] ?? 0) + f32(gate * c)
        }
      }
    }
  }

  function pack(rows: number, k: number, from: number, stride: number, to: number): void {
    let at = to >> 2
    for (let block = 0; block < rows; block += 4) {
      for (let p = 0; p < k / 2; p++) {
        for (let j = block; j < block + 4; j++)
          i32[at++] = j < rows ? (i32[(from >> 2) + (j * stride) / 2 + p] ?? 0) : 0
      }
    }
  }

  function scores(
    rows: number,
    k: number,
    q: number,
    stride: number,
    keys: number,
    scale: number,
    relative: number,
    out: number,
    wide: number,
  ): void {
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < rows; j++) {
        let sum = 0
        const qAt = (q >> 1) + i * stride
        const kAt = (keys >> 1) + (j >> 2) * 4 * k + (j & 3) * 2
        for (let p = 0; p < k; p += 2) {
          sum +=
            (i16[qAt + p] ?? 0) * (i16[kAt + 4 * p] ?? 0) +
            (i16[qAt + p + 1] ?? 0) * (i16[kAt + 4 * p + 1] ?? 0)
        }
        f[(out >> 2) + i * wide + j] = f32(f32(sum) * f32(scale)) + (f[(relative >> 2) + j - i] ?? 0)
      }
      for (let j = rows; (j & 3) !== 0; j++) f[(out >> 2) + i * wide + j] = -1e30
    }
  }

  function mix(
    rows: number,
    s: number,
    wide: number,
    value: number,
    vStride: number,
    out: number,
    oStride: number,
  ): void {
    const sums = new Float32Array(32)
    for (let i = 0; i < rows; i++) {
      const at = (s >> 2) + i * wide
      let most = Number.NEGATIVE_INFINITY
      for (let j = 0; j < rows; j++) most = Math.max(most, f[at + j] ?? 0)
      let total = 0
      sums.fill(0)
      for (let j = 0; j < rows; j++) {
        const w = eighthPower(f32(1 + f32(0.125 * f32((f[at + j] ?? 0) - most))))
        if (w === 0) continue
        total = f32(total + w)
        const vAt = (value >> 2) + j * vStride
        for (let c = 0; c < 32; c++) sums[c] = (sums[c] ?? 0) + f32(w * (f[vAt + c] ?? 0))
      }
      for (let c = 0; c < 32; c++) f[(out >> 2) + i * oStride + c] = (sums[c] ?? 0) / total
    }
  }

  function pair(
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
  ): void {
    const width = lab + labm
    for (let i = 0; i < n; i++) {
      const aAt = (a >> 2) + (i32[(words >> 2) + i] ?? 0) * stride
      const bAt = (b >> 2) + (i32[(heads >> 2) + i] ?? 0) * stride
      for (let j = 0; j < width; j++) {
        const left = f[aAt + j] ?? 0
        const right = f[bAt + j] ?? 0
        i16[(out >> 1) + i * width + j] = rounded(
          j < lab ? leaky(f32(left + right)) : f32(left * right),
          scale,
          32767,
        )
      }
    }
  }

  return { linear, rmsQuant, quant, addTo, addRows, scan, pack, scores, mix, pair }
}

function rounded(x: number, scale: number, bound: number): number {
  return Math.min(bound, Math.max(-bound, Math.floor(f32(f32(x * f32(scale)) + 0.5))))
}

function sig(x: number): number {
  return f32(0.5 + f32(0.5 * f32(x / f32(Math.sqrt(f32(1 + f32(x * x)))))))
}

function leaky(x: number): number {
  return x > 0 ? x : f32(x * 0.125)
}

function eighthPower(x: number): number {
  const first = Math.max(0, x)
  const second = f32(first * first)
  const fourth = f32(second * second)
  return f32(fourth * fourth)
}
