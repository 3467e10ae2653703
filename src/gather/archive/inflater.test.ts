import { deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { type Inflater, openFresh, openKept } from './inflater.ts'

const most = 8 * 1024 * 1024

function text(lines: number): Buffer {
  return Buffer.from(
    Array.from({ length: lines }, (_, i) => `Ferry ${i * 7919} of Velm stays in harbour.\n`).join(''),
  )
}

function kept(): Inflater {
  const inflater = openKept(most)
  if (inflater === undefined) throw new Error('the engine of this Node is not the known one')
  return inflater
}

describe.each([
  ['its own engine', kept],
  ['documented functions', () => openFresh(most)],
])('an inflater of %s', (_, open) => {
  test.each([1, 300, 20_000, 150_000])('unpacks %i lines and says where they end', (lines) => {
    const inflater = open()
    const packed = deflateRawSync(text(lines))
    for (const trailing of [Buffer.from('what follows'), packed]) {
      inflater.begin()
      const found = inflater.unpack(Buffer.concat([packed, trailing]))
      expect(found).toMatchObject({ kind: 'whole', length: packed.length })
      expect(found.kind === 'whole' && Buffer.compare(found.bytes, text(lines))).toBe(0)
    }
    inflater.close()
  })

  test('goes on when more has come', () => {
    const inflater = open()
    const packed = Buffer.concat([deflateRawSync(text(20_000)), Buffer.from('more')])
    inflater.begin()
    for (const part of [1, 1000, 30_000])
      expect(inflater.unpack(packed.subarray(0, part))).toEqual({ kind: 'short' })
    const found = inflater.unpack(packed)
    expect(found).toMatchObject({ kind: 'whole', length: packed.length - 4 })
    expect(found.kind === 'whole' && Buffer.compare(found.bytes, text(20_000))).toBe(0)
    inflater.close()
  })

  test('unpacks the next after one that is damaged, too large or cut short', () => {
    const inflater = open()
    const good = Buffer.concat([deflateRawSync(text(300)), Buffer.from('more')])
    const damaged = Buffer.from(good).fill(0xff, 40, 90)
    const cases = [
      [damaged, 'damaged'],
      [deflateRawSync(Buffer.alloc(most + 1)), 'endless'],
      [good.subarray(0, 200), 'short'],
    ] as const
    for (const [packed, kind] of cases) {
      inflater.begin()
      expect(inflater.unpack(packed)).toEqual({ kind })
      inflater.begin()
      const found = inflater.unpack(good)
      expect(found.kind === 'whole' && Buffer.compare(found.bytes, text(300))).toBe(0)
    }
    inflater.close()
  })
})
