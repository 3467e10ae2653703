import type { Feature } from './linear-model.ts'
import { type Pieces, pieceKind } from './pieces.ts'
import { table } from './table.ts'

/** Features of the place between piece `i` and the next one, which touches it: does a token end there? */
export function junctionFeatures(text: string, pieces: Pieces, i: number): Feature[] {
  const left = look(text, pieces, i)
  const right = look(text, pieces, i + 1)
  const before = touching(pieces, i - 1) ? look(text, pieces, i - 1) : edge
  const after = touching(pieces, i + 1) ? look(text, pieces, i + 2) : edge
  const further = touching(pieces, i + 1) && touching(pieces, i + 2) ? look(text, pieces, i + 3) : edge
  const earlier = touching(pieces, i - 1) && touching(pieces, i - 2) ? look(text, pieces, i - 2) : edge
  return [
    ['b'],
    ['k ', left.kind, ' ', right.kind],
    ['k3 ', before.kind, ' ', left.kind, ' ', right.kind],
    ['3k ', left.kind, ' ', right.kind, ' ', after.kind],
    ['k4 ', before.kind, ' ', left.kind, ' ', right.kind, ' ', after.kind],
    ['k5 ', before.kind, ' ', left.kind, ' ', right.kind, ' ', after.kind, ' ', further.kind],
    ['5k ', earlier.kind, ' ', before.kind, ' ', left.kind, ' ', right.kind, ' ', after.kind],
    ['l ', left.form, ' ', right.kind],
    ['r ', left.kind, ' ', right.form],
    ['lr ', left.form, ' ', right.form],
    ['bl ', before.form, ' ', left.form, ' ', right.kind],
    ['bl3 ', before.form, ' ', left.form, ' ', right.kind, ' ', after.kind],
    ['ra ', left.kind, ' ', right.form, ' ', after.form],
    ['b1 ', before.form, ' ', left.kind],
    ['a1 ', right.kind, ' ', after.form],
    ['s ', left.shape, ' ', right.shape],
    ['s3 ', before.shape, ' ', left.shape, ' ', right.shape],
    ['3s ', left.shape, ' ', right.shape, ' ', after.shape],
    ['s4 ', before.shape, ' ', left.shape, ' ', right.shape, ' ', after.shape],
    [
      'p ',
      isPrefix(left.form) ? 'pre' : '-',
      ' ',
      right.form === '-' ? right.form : right.kind,
      ' ',
      after.kind,
    ],
    [
      'q ',
      isPrefix(before.form) ? 'pre' : '-',
      ' ',
      left.form === '-' ? left.form : left.kind,
      ' ',
      right.kind,
    ],
    ['n ', nextInitial(text, pieces, i + 1), ' ', left.form, ' ', right.kind, ' ', after.kind],
  ]
}

let prefixes: ReadonlySet<string> | undefined

function isPrefix(form: string): boolean {
  prefixes ??= new Set(table('prefixes').map((row) => row.form ?? ''))
  return prefixes.has(form)
}

type Look = { readonly form: string; readonly kind: string; readonly shape: string }

const edge: Look = { form: '_', kind: '_', shape: '_' }

function touching(pieces: Pieces, i: number): boolean {
  return i >= 0 && i + 1 < pieces.count && pieces.ends[i] === pieces.starts[i + 1]
}

function look(text: string, pieces: Pieces, i: number): Look {
  const start = pieces.starts[i] ?? 0
  const end = pieces.ends[i] ?? 0
  const form = text.slice(start, Math.min(end, start + 12))
  switch (pieces.kinds[i]) {
    case pieceKind.letters:
      return { form: form.toLowerCase(), kind: 'a', shape: letterShape(form) }
    case pieceKind.digits: {
      const digits = `0${Math.min(end - start, 5)}`
      return { form: digits, kind: '0', shape: digits }
    }
    case pieceKind.whole:
      return { form: '@', kind: '@', shape: '@' }
    default: {
      const plain = plainSign(form)
      return { form: plain, kind: plain.charAt(0), shape: plain }
    }
  }
}

// Length matters up to four: "U", "Mr", "non", "anti".
function letterShape(form: string): string {
  const length = Math.min(form.length, 5)
  if (form === form.toLowerCase()) return `x${length}`
  if (form === form.toUpperCase()) return `X${length}`
  return `Xx${length}`
}

const plainSigns: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '--',
  '…': '...',
}

function plainSign(form: string): string {
  const plain = plainSigns[form] ?? form
  return plain.length > 3 ? `${plain.slice(0, 3)}+` : plain
}

// The first letter after the next space tells an abbreviation's stop from a sentence's.
function nextInitial(text: string, pieces: Pieces, i: number): string {
  const at = pieces.starts[i + 1]
  if (i + 1 >= pieces.count || at === undefined) return '$'
  if (pieces.ends[i] === at) return '_'
  const unit = text.charAt(at)
  if (/\p{Lu}/u.test(unit)) return 'X'
  if (/\p{L}/u.test(unit)) return 'x'
  return /\p{N}/u.test(unit) ? '0' : '.'
}
