import { expect, test } from 'vitest'
import { checkLiteral, guardLookup, type Lookup, RefusedAddress, refusedRange } from './address-guard.ts'

test.each([
  'http://127.0.0.1/',
  'http://127.1/',
  'http://2130706433/',
  'http://0x7f.0.0.1/',
  'http://0177.0.0.1/',
  'http://10.0.0.8/',
  'http://172.16.9.9/',
  'http://192.168.1.1/',
  'http://169.254.169.254/latest/meta-data/',
  'http://100.64.0.1/',
  'http://0.0.0.0/',
  'http://255.255.255.255/',
  'http://224.0.0.1/',
  'http://[::1]/',
  'http://[::]/',
  'http://[fe80::1]/',
  'http://[fd00::1]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::ffff:7f00:1]/',
  'http://[64:ff9b::7f00:1]/',
  'http://[2002:7f00:1::]/',
  'http://[::127.0.0.1]/',
  'http://[2001:db8::1]/',
])('%s is refused', (url) => {
  expect(() => checkLiteral(new URL(url))).toThrow(RefusedAddress)
})

test.each([
  'http://93.184.216.34/',
  'http://[2606:2800:220:1:248:1893:25c8:1946]/',
  'https://harrow.example/',
])('%s is let through', (url) => {
  expect(() => checkLiteral(new URL(url))).not.toThrow()
})

test('what is no address is refused', () => {
  expect(refusedRange('not an address')).toBe('malformed')
})

test.each([
  ['168.63.129.16', 'metadata'],
  ['100.100.100.200', 'carrierGradeNat'],
  ['fd00:ec2::254', 'uniqueLocal'],
  ['::ffff:168.63.129.16', 'metadata'],
  ['64:ff9b::a9fe:a9fe', 'linkLocal'],
  ['::ffff:0:127.0.0.1', 'rfc6145'],
  ['64:ff9b:1::7f00:1', 'rfc6052'],
  ['4000::1', 'unallocated'],
  ['3fff::1', 'reserved'],
  ['2001::1', 'teredo'],
  ['fe80::1%eth0', 'linkLocal'],
])('%s is refused as %s', (address, range) => {
  expect(refusedRange(address)).toBe(range)
})

const asked = async (lookup: Lookup, options: object) =>
  await new Promise<unknown>((resolve) => {
    guardLookup(lookup)('harrow.example', options, (error, found) => resolve(error ?? found))
  })

test('a name that leads to this machine is refused when it is looked up', async () => {
  const loopback: Lookup = (_, __, callback) => callback(null, [{ address: '127.0.0.1', family: 4 }])
  expect(await asked(loopback, { all: true })).toBeInstanceOf(RefusedAddress)
})

test('of a name with a public and a private address neither is handed on', async () => {
  const both: Lookup = (_, __, callback) =>
    callback(null, [
      { address: '93.184.216.34', family: 4 },
      { address: '10.0.0.8', family: 4 },
    ])
  expect(await asked(both, { all: true })).toBeInstanceOf(RefusedAddress)
})

test('a name that answers otherwise the second time: what is handed on is what was checked', async () => {
  let times = 0
  const rebinding: Lookup = (_, __, callback) => {
    times += 1
    callback(null, [{ address: times === 1 ? '93.184.216.34' : '127.0.0.1', family: 4 }])
  }
  expect(await asked(rebinding, { all: true })).toEqual([{ address: '93.184.216.34', family: 4 }])
  expect(times).toBe(1)
  expect(await asked(rebinding, {})).toBeInstanceOf(RefusedAddress)
})

test('a name that is not found says so', async () => {
  const none: Lookup = (_, __, callback) =>
    callback(Object.assign(new Error('none'), { code: 'ENOTFOUND' }), [])
  expect(await asked(none, { all: true })).toMatchObject({ code: 'ENOTFOUND' })
})
