import { expect, test } from 'vitest'
import { checkLiteral, guardedLookup, RefusedAddress, refusedRange } from './address-guard.ts'

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

test('a name that leads to this machine is refused when it is looked up', async () => {
  const error = await new Promise((resolve) => {
    guardedLookup('localhost', { all: true }, (failure) => resolve(failure))
  })
  expect(error).toBeInstanceOf(RefusedAddress)
})
