// The reader's arithmetic in AssemblyScript, SIMD of 128 bits; training/FORMAT.md says what each step must give.
// scripts/build-kernel.mjs compiles it into src/text/reader/kernel-bytes.ts. All addresses are in bytes and multiples of 4.

/** out[n, r] = f32(q[n, k] · w[r, k]) * scale + bias; w packed as [r / 8][k / 2][8][2], n up to a multiple of 4, r of 8, k of 2. */
export function linear(n: i32, k: i32, r: i32, q: usize, w: usize, scale: usize, bias: usize, out: usize): void {
  const row = <usize>k << 1
  const wide = <usize>r << 2
  for (let block = 0; block < r; block += 8) {
    const wb = w + <usize>block * row
    const s0 = v128.load(scale + (<usize>block << 2))
    const s1 = v128.load(scale + (<usize>block << 2), 16)
    const b0 = v128.load(bias + (<usize>block << 2))
    const b1 = v128.load(bias + (<usize>block << 2), 16)
    for (let i = 0; i < n; i += 4) {
      let a00 = i32x4.splat(0), a01 = a00, a10 = a00, a11 = a00, a20 = a00, a21 = a00, a30 = a00, a31 = a00
      let q0 = q + <usize>i * row
      const end = q0 + row
      let wp = wb
      while (q0 < end) {
        const w0 = v128.load(wp)
        const w1 = v128.load(wp, 16)
        let x = v128.load32_splat(q0)
        a00 = i32x4.add(a00, i32x4.dot_i16x8_s(x, w0))
        a01 = i32x4.add(a01, i32x4.dot_i16x8_s(x, w1))
        x = v128.load32_splat(q0 + row)
        a10 = i32x4.add(a10, i32x4.dot_i16x8_s(x, w0))
        a11 = i32x4.add(a11, i32x4.dot_i16x8_s(x, w1))
        x = v128.load32_splat(q0 + (row << 1))
        a20 = i32x4.add(a20, i32x4.dot_i16x8_s(x, w0))
        a21 = i32x4.add(a21, i32x4.dot_i16x8_s(x, w1))
        x = v128.load32_splat(q0 + row * 3)
        a30 = i32x4.add(a30, i32x4.dot_i16x8_s(x, w0))
        a31 = i32x4.add(a31, i32x4.dot_i16x8_s(x, w1))
        q0 += 4
        wp += 32
      }
      let o = out + <usize>i * wide + (<usize>block << 2)
      v128.store(o, f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(a00), s0), b0))
      v128.store(o, f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(a01), s1), b1), 16)
      o += wide
      v128.store(o, f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(a10), s0), b0))
      v128.store(o, f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(a11), s1), b1), 16)
      o += wide
      v128.store(o, f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(a20), s0), b0))
      v128.store(o, f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(a21), s1), b1), 16)
      o += wide
      v128.store(o, f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(a30), s0), b0))
      v128.store(o, f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(a31), s1), b1), 16)
    }
  }
}

// @ts-ignore: decorator
@inline
function rounded(x: v128, s: v128, top: v128, low: v128): v128 {
  const y = f32x4.floor(f32x4.add(f32x4.mul(x, s), f32x4.splat(0.5)))
  return i32x4.trunc_sat_f32x4_s(f32x4.min(top, f32x4.max(low, y)))
}

/** Root-mean-square normalisation of n rows of d numbers, quantised to i16. */
export function rmsQuant(n: i32, d: i32, x: usize, out: usize, scale: f32): void {
  const s = f32x4.splat(scale)
  const top = f32x4.splat(32767)
  const low = f32x4.splat(-32767)
  for (let i = 0; i < n; i++) {
    let sum = f32x4.splat(0)
    const end = x + (<usize>d << 2)
    for (let p = x; p < end; p += 16) {
      const v = v128.load(p)
      sum = f32x4.add(sum, f32x4.mul(v, v))
    }
    const total: f32 =
      f32x4.extract_lane(sum, 0) + f32x4.extract_lane(sum, 1) + (f32x4.extract_lane(sum, 2) + f32x4.extract_lane(sum, 3))
    const inverse = f32x4.splat(<f32>1 / sqrt<f32>(total / <f32>d + <f32>1e-6))
    for (; x < end; x += 32) {
      const a = rounded(f32x4.mul(v128.load(x), inverse), s, top, low)
      const b = rounded(f32x4.mul(v128.load(x, 16), inverse), s, top, low)
      v128.store(out, i16x8.narrow_i32x4_s(a, b))
      out += 16
    }
  }
}

/** Quantises n rows of `width` numbers (a multiple of 8); what is not above zero is multiplied by `slope` first. Strides in elements. */
export function quant(
  n: i32, width: i32, x: usize, xStride: i32, out: usize, outStride: i32, scale: f32, bound: f32, slope: f32,
): void {
  const s = f32x4.splat(scale)
  const top = f32x4.splat(bound)
  const low = f32x4.splat(-bound)
  const zero = f32x4.splat(0)
  const lean = f32x4.splat(slope)
  for (let i = 0; i < n; i++) {
    let p = x + (<usize>i * <usize>xStride << 2)
    let o = out + (<usize>i * <usize>outStride << 1)
    for (let j = 0; j < width; j += 8) {
      let a = v128.load(p)
      let b = v128.load(p, 16)
      a = v128.bitselect(a, f32x4.mul(a, lean), f32x4.gt(a, zero))
      b = v128.bitselect(b, f32x4.mul(b, lean), f32x4.gt(b, zero))
      v128.store(o, i16x8.narrow_i32x4_s(rounded(a, s, top, low), rounded(b, s, top, low)))
      p += 32
      o += 16
    }
  }
}

/** x += y, `count` numbers (a multiple of 4). */
export function addTo(count: i32, x: usize, y: usize): void {
  const end = x + (<usize>count << 2)
  for (; x < end; x += 16) {
    v128.store(x, f32x4.add(v128.load(x), v128.load(y)))
    y += 16
  }
}

/** x[n][width] += rows of a table, one after another: `slots[n][count]` are their numbers in 16 bits. */
export function addRows(n: i32, width: i32, x: usize, slots: usize, count: i32, table: usize): void {
  const bytes = <usize>width << 2
  for (let i = 0; i < n; i++) {
    // 32 numbers at a time stay in registers while the rows are added.
    let j: usize = 0
    for (; j + 128 <= bytes; j += 128) {
      const to = x + j
      let a0 = v128.load(to), a1 = v128.load(to, 16), a2 = v128.load(to, 32), a3 = v128.load(to, 48)
      let a4 = v128.load(to, 64), a5 = v128.load(to, 80), a6 = v128.load(to, 96), a7 = v128.load(to, 112)
      for (let k = 0; k < count; k++) {
        const row = table + j + <usize>load<u16>(slots + (<usize>k << 1)) * bytes
        a0 = f32x4.add(a0, v128.load(row))
        a1 = f32x4.add(a1, v128.load(row, 16))
        a2 = f32x4.add(a2, v128.load(row, 32))
        a3 = f32x4.add(a3, v128.load(row, 48))
        a4 = f32x4.add(a4, v128.load(row, 64))
        a5 = f32x4.add(a5, v128.load(row, 80))
        a6 = f32x4.add(a6, v128.load(row, 96))
        a7 = f32x4.add(a7, v128.load(row, 112))
      }
      v128.store(to, a0)
      v128.store(to, a1, 16)
      v128.store(to, a2, 32)
      v128.store(to, a3, 48)
      v128.store(to, a4, 64)
      v128.store(to, a5, 80)
      v128.store(to, a6, 96)
      v128.store(to, a7, 112)
    }
    for (; j < bytes; j += 16) {
      let a = v128.load(x + j)
      for (let k = 0; k < count; k++)
        a = f32x4.add(a, v128.load(table + j + <usize>load<u16>(slots + (<usize>k << 1)) * bytes))
      v128.store(x + j, a)
    }
    slots += <usize>count << 1
    x += bytes
  }
}

// @ts-ignore: decorator
@inline
function sig(x: v128): v128 {
  const half = f32x4.splat(0.5)
  const root = f32x4.sqrt(f32x4.add(f32x4.splat(1), f32x4.mul(x, x)))
  return f32x4.add(half, f32x4.mul(half, f32x4.div(x, root)))
}

/** The recurrence of one sentence, both ways: z is [rows, 6h], x [rows, 2h] is added to. */
export function scan(rows: i32, h: i32, z: usize, x: usize): void {
  const part = <usize>h << 2
  const zRow = part * 6
  const xRow = part * 2
  for (let way: usize = 0; way < 2; way++) {
    const step: isize = way === 0 ? 1 : -1
    const first = way === 0 ? 0 : <usize>(rows - 1)
    for (let j: usize = 0; j < part; j += 16) {
      let c = f32x4.splat(0)
      let zp = z + first * zRow + way * part + j
      let xp = x + first * xRow + way * part + j
      for (let t = 0; t < rows; t++) {
        const value = v128.load(zp)
        const forget = sig(v128.load(zp + part * 2))
        const gate = sig(v128.load(zp + part * 4))
        c = f32x4.add(value, f32x4.mul(forget, f32x4.sub(c, value)))
        v128.store(xp, f32x4.add(v128.load(xp), f32x4.mul(gate, c)))
        zp += step * zRow
        xp += step * xRow
      }
    }
  }
}

/** Packs rows of k i16 numbers, `stride` elements apart, as [rows / 4][k / 2][4][2]; places past the last row become zero. */
export function pack(rows: i32, k: i32, from: usize, stride: i32, to: usize): void {
  const half = k >> 1
  for (let block = 0; block < rows; block += 4) {
    for (let p = 0; p < half; p++) {
      for (let lane = 0; lane < 4; lane++) {
        const j = block + lane
        store<i32>(to, j < rows ? load<i32>(from + (<usize>j * <usize>stride << 1) + (<usize>p << 2)) : 0)
        to += 4
      }
    }
  }
}

/**
 * out[i, j] = f32(q[i] · key[j]) * scale + relative[j - i] for `rows` × `rows`; rows of `out` are `wide` elements apart, those past
 * the last column get -1e30. `relative` points at the entry for 0. q has up to three rows past the last.
 */
export function scores(
  rows: i32, k: i32, q: usize, stride: i32, keys: usize, scale: f32, relative: usize, out: usize, wide: i32,
): void {
  const half = k >> 1
  const row = <usize>stride << 1
  const s = f32x4.splat(scale)
  const outRow = <usize>wide << 2
  for (let i = 0; i < rows; i += 4) {
    for (let j = 0; j < rows; j += 4) {
      let a0 = i32x4.splat(0), a1 = a0, a2 = a0, a3 = a0
      let kp = keys + (<usize>j * <usize>k << 1)
      let qp = q + <usize>i * row
      for (let p = 0; p < half; p++) {
        const key = v128.load(kp)
        a0 = i32x4.add(a0, i32x4.dot_i16x8_s(v128.load32_splat(qp), key))
        a1 = i32x4.add(a1, i32x4.dot_i16x8_s(v128.load32_splat(qp + row), key))
        a2 = i32x4.add(a2, i32x4.dot_i16x8_s(v128.load32_splat(qp + (row << 1)), key))
        a3 = i32x4.add(a3, i32x4.dot_i16x8_s(v128.load32_splat(qp + row * 3), key))
        kp += 16
        qp += 4
      }
      const r = relative + ((j - i) << 2)
      const o = out + <usize>i * outRow + (<usize>j << 2)
      v128.store(o, f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(a0), s), v128.load(r)))
      v128.store(o + outRow, f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(a1), s), v128.load(r - 4)))
      v128.store(o + (outRow << 1), f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(a2), s), v128.load(r - 8)))
      v128.store(o + outRow * 3, f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(a3), s), v128.load(r - 12)))
    }
  }
  for (let i = 0; i < rows; i++) {
    for (let j = rows; (j & 3) !== 0; j++) store<f32>(out + <usize>i * outRow + (<usize>j << 2), -1e30)
  }
}

/** One head's weighted sum: s [rows, wide] are scores, value [rows, 32] lies `vStride` elements apart, out [rows, 32] `oStride`. */
export function mix(rows: i32, s: usize, wide: i32, value: usize, vStride: i32, out: usize, oStride: i32): void {
  const one = f32x4.splat(1)
  const zero = f32x4.splat(0)
  const eighth = f32x4.splat(0.125)
  const vRow = <usize>vStride << 2
  for (let i = 0; i < rows; i++) {
    const row = s + (<usize>i * <usize>wide << 2)
    let most = v128.load(row)
    for (let j = 4; j < rows; j += 4) most = f32x4.max(most, v128.load(row + (<usize>j << 2)))
    const m = f32x4.splat(
      max(
        max(f32x4.extract_lane(most, 0), f32x4.extract_lane(most, 1)),
        max(f32x4.extract_lane(most, 2), f32x4.extract_lane(most, 3)),
      ),
    )
    for (let j = 0; j < rows; j += 4) {
      const p = row + (<usize>j << 2)
      let w = f32x4.max(zero, f32x4.add(one, f32x4.mul(eighth, f32x4.sub(v128.load(p), m))))
      w = f32x4.mul(w, w)
      w = f32x4.mul(w, w)
      v128.store(p, f32x4.mul(w, w))
    }
    let sum: f32 = 0
    let a0 = zero, a1 = zero, a2 = zero, a3 = zero, a4 = zero, a5 = zero, a6 = zero, a7 = zero
    let v = value
    for (let j = 0; j < rows; j++) {
      const one = load<f32>(row + (<usize>j << 2))
      if (one !== 0) {
        sum += one
        const w = f32x4.splat(one)
        a0 = f32x4.add(a0, f32x4.mul(w, v128.load(v)))
        a1 = f32x4.add(a1, f32x4.mul(w, v128.load(v, 16)))
        a2 = f32x4.add(a2, f32x4.mul(w, v128.load(v, 32)))
        a3 = f32x4.add(a3, f32x4.mul(w, v128.load(v, 48)))
        a4 = f32x4.add(a4, f32x4.mul(w, v128.load(v, 64)))
        a5 = f32x4.add(a5, f32x4.mul(w, v128.load(v, 80)))
        a6 = f32x4.add(a6, f32x4.mul(w, v128.load(v, 96)))
        a7 = f32x4.add(a7, f32x4.mul(w, v128.load(v, 112)))
      }
      v += vRow
    }
    const total = f32x4.splat(sum)
    const o = out + (<usize>i * <usize>oStride << 2)
    v128.store(o, f32x4.div(a0, total))
    v128.store(o, f32x4.div(a1, total), 16)
    v128.store(o, f32x4.div(a2, total), 32)
    v128.store(o, f32x4.div(a3, total), 48)
    v128.store(o, f32x4.div(a4, total), 64)
    v128.store(o, f32x4.div(a5, total), 80)
    v128.store(o, f32x4.div(a6, total), 96)
    v128.store(o, f32x4.div(a7, total), 112)
  }
}

/**
 * Input of the relation scores: for each of n words and its head, the first `lab` numbers added (leaky), the rest multiplied, quantised.
 * a and b lie `stride` elements apart; `words` and `heads` are row numbers (i32).
 */
export function pair(
  n: i32, lab: i32, labm: i32, a: usize, b: usize, stride: i32, words: usize, heads: usize, out: usize, scale: f32,
): void {
  const s = f32x4.splat(scale)
  const top = f32x4.splat(32767)
  const low = f32x4.splat(-32767)
  const zero = f32x4.splat(0)
  const lean = f32x4.splat(0.125)
  for (let i = 0; i < n; i++) {
    let ap = a + (<usize>load<i32>(words + (<usize>i << 2)) * <usize>stride << 2)
    let bp = b + (<usize>load<i32>(heads + (<usize>i << 2)) * <usize>stride << 2)
    for (let j = 0; j < lab + labm; j += 8) {
      const a0 = v128.load(ap), a1 = v128.load(ap, 16), b0 = v128.load(bp), b1 = v128.load(bp, 16)
      let x0 = f32x4.mul(a0, b0)
      let x1 = f32x4.mul(a1, b1)
      if (j < lab) {
        x0 = f32x4.add(a0, b0)
        x1 = f32x4.add(a1, b1)
        x0 = v128.bitselect(x0, f32x4.mul(x0, lean), f32x4.gt(x0, zero))
        x1 = v128.bitselect(x1, f32x4.mul(x1, lean), f32x4.gt(x1, zero))
      }
      v128.store(out, i16x8.narrow_i32x4_s(rounded(x0, s, top, low), rounded(x1, s, top, low)))
      out += 16
      ap += 32
      bp += 32
    }
  }
}
