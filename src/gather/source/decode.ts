import type { Issue } from '../../model/reason.ts'
import { type GatherCode, issue } from '../issue.ts'

/** Text of some bytes, the encoding that was used, and what was odd about it. */
export type Decoded =
  | { readonly ok: true; readonly text: string; readonly encoding: string; readonly issues: readonly Issue[] }
  | { readonly ok: false; readonly issue: Issue }

/**
 * Decodes bytes: by a byte order mark, else as UTF-8 where they are valid UTF-8, else as declared,
 * else as windows-1252. `declared` is the name in a header or a page.
 */
export function decode(bytes: Uint8Array, thing: string, declared?: string): Decoded {
  const marked = byMark(bytes)
  if (marked !== undefined) return told(bytes, marked, [])
  const binary = looksBinary(bytes)
  if (binary !== undefined) return { ok: false, issue: issue('binary-data', thing, binary) }
  const label = declared === undefined ? undefined : canonical(declared)
  if (label !== undefined && !isAsciiBased(label)) return told(bytes, label, [])
  const utf8 = strictUtf8(bytes)
  if (utf8 !== undefined)
    return { ok: true, text: utf8, encoding: 'utf-8', issues: contradicted(utf8, thing, declared) }
  if (label !== undefined && label !== 'utf-8') return told(bytes, label, [])
  if (isMostlyUtf8(bytes))
    return told(bytes, 'utf-8', [say('invalid-utf8', thing, 'some bytes are not valid UTF-8')])
  const found =
    declared === undefined
      ? 'the bytes are not UTF-8 and no encoding is declared'
      : `declared as ${declared}, which the bytes are not`
  return told(bytes, 'windows-1252', [
    say(declared === undefined ? 'unknown-encoding' : 'wrong-encoding', thing, found),
  ])
}

function say(code: GatherCode, thing: string, found: string): Issue {
  return issue(code, thing, found)
}

function told(bytes: Uint8Array, encoding: string, issues: readonly Issue[]): Decoded {
  return { ok: true, text: new TextDecoder(encoding).decode(bytes), encoding, issues }
}

function byMark(bytes: Uint8Array): string | undefined {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  return undefined
}

const signatures: readonly (readonly [string, string])[] = [
  ['%PDF', 'this is a PDF document'],
  ['PK\u0003\u0004', 'this is a ZIP archive or an office document'],
  ['\u0089PNG', 'this is a PNG picture'],
  ['GIF8', 'this is a GIF picture'],
  ['\u00ff\u00d8\u00ff', 'this is a JPEG picture'],
  ['\u001f\u008b', 'this is gzip data'],
  ['\u00d0\u00cf\u0011\u00e0', 'this is an old office document'],
]

function looksBinary(bytes: Uint8Array): string | undefined {
  const head = bytes.subarray(0, 4096)
  const start = String.fromCharCode(...head.subarray(0, 8))
  const known = signatures.find(([signature]) => start.startsWith(signature))
  if (known !== undefined) return known[1]
  let controls = 0
  for (const byte of head) {
    if (byte === 0) return 'the bytes are not text: there are zero bytes among them'
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27) controls += 1
  }
  return controls > head.length / 20 ? 'the bytes are not text: many are control characters' : undefined
}

function strictUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** True where UTF-8 sequences outnumber broken ones by far, as in a text with one bad byte. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes)
  let broken = 0
  let wide = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit === 0xfffd) broken += 1
    else if (unit > 127) wide += 1
  }
  return wide > 4 * broken
}

function canonical(label: string): string | undefined {
  try {
    return new TextDecoder(label.trim()).encoding
  } catch {
    return undefined
  }
}

function isAsciiBased(label: string): boolean {
  return !/^(?:utf-16|iso-2022)/.test(label)
}

function contradicted(text: string, thing: string, declared: string | undefined): readonly Issue[] {
  if (declared === undefined || canonical(declared) === 'utf-8') return []
  let isAscii = true
  for (let i = 0; i < text.length && isAscii; i++) isAscii = text.charCodeAt(i) < 128
  return isAscii ? [] : [issue('wrong-encoding', thing, `declared as ${declared}, but the bytes are UTF-8`)]
}

/** The encoding that a page or an XML document declares in its first bytes, as in `<meta charset="windows-1251">`. */
export function charsetIn(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096))
  return /<(?:meta|\?xml)\b[^>]*?(?:charset|encoding)\s*=\s*["']?([\w-]+)/i.exec(head)?.[1]
}
