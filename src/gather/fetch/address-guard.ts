import type { LookupAddress, LookupAllOptions } from 'node:dns'
import type { LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'

/** An address that is not fetched, and why. */
export class RefusedAddress extends Error {
  readonly host: string
  readonly address: string
  readonly range: string

  constructor(host: string, address: string, range: string) {
    // "carrierGradeNat" is "carrier grade nat" in words.
    const words = range.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    super(`${host} is ${host === address ? '' : `${address}, `}an address that is ${words}`)
    this.host = host
    this.address = address
    this.range = range
  }
}

/**
 * The range of an address that must not be fetched from outside input (private, loopback, link-local, reserved …);
 * undefined for a public one. Addresses of IPv4 wrapped in IPv6 are judged as what they wrap.
 */
export function refusedRange(address: string): string | undefined {
  const bare = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '')
  if (!ipaddr.isValid(bare)) return 'malformed'
  const parsed = ipaddr.process(bare)
  const wrapped = parsed.kind() === 'ipv6' ? wrappedIpv4(parsed.toByteArray()) : undefined
  if (wrapped !== undefined) return refusedRange(wrapped)
  if (metadataServers.has(parsed.toString())) return 'metadata'
  const range = parsed.range()
  if (range !== 'unicast') return range
  return parsed.kind() === 'ipv6' && !isAllocated(parsed.toByteArray()) ? 'unallocated' : undefined
}

/** A server inside a cloud (Azure's) that has a public address; those of the others stand in ranges that are refused. */
const metadataServers: ReadonlySet<string> = new Set(['168.63.129.16'])

// All public addresses of IPv6 that have been given out begin with 001; others lead nowhere or inward.
function isAllocated([first = 0]: readonly number[]): boolean {
  return first >> 5 === 1
}

// 6to4 (2002::/16), NAT64 (64:ff9b::/96) and IPv4-compatible (::/96) addresses lead to the IPv4 address in them.
function wrappedIpv4(bytes: readonly number[]): string | undefined {
  const isNat64 =
    bytes[0] === 0 &&
    bytes[1] === 0x64 &&
    bytes[2] === 0xff &&
    bytes[3] === 0x9b &&
    bytes.slice(4, 12).every((byte) => byte === 0)
  if (isNat64) return bytes.slice(12).join('.')
  if (bytes[0] === 0x20 && bytes[1] === 0x02) return bytes.slice(2, 6).join('.')
  const isCompatible = bytes.slice(0, 12).every((byte) => byte === 0) && bytes[12] !== 0
  return isCompatible ? bytes.slice(12).join('.') : undefined
}

/** Throws {@link RefusedAddress} where the host of a URL is itself a refused address, in whatever form it is written. */
export function checkLiteral(url: URL): void {
  // The URL parser has turned decimal, octal and hexadecimal forms of IPv4 into dotted ones.
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (!ipaddr.isValid(host)) return
  const range = refusedRange(host)
  if (range !== undefined) throw new RefusedAddress(host, host, range)
}

/** Looks names up by `lookup` and hands on only what may be fetched: the connection goes to the address that was checked. */
export function guardLookup(lookup: Lookup): LookupFunction {
  return (host, options, callback) => {
    lookup(host, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
      if (error) return callback(error, [])
      for (const { address } of addresses) {
        const range = refusedRange(address)
        if (range !== undefined) return callback(new RefusedAddress(host, address, range), [])
      }
      const [first] = addresses
      if (options.all === true || first === undefined) return callback(null, addresses)
      return callback(null, first.address, first.family)
    })
  }
}

/** Looks a name up in the way of the system. */
export type Lookup = (
  host: string,
  options: LookupAllOptions,
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void
