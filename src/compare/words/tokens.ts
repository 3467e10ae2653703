/** Calls `take` with the bounds of each word and number of a text from `start` to `end`, in order. */
export function eachToken(
  text: string,
  bounds: { readonly start: number; readonly end: number },
  take: (start: number, end: number) => void,
): void {
  const { end } = bounds
  let at = bounds.start
  while (at < end) {
    const kind = kindAt(text, at, end)
    if (kind !== letter && kind !== digit) {
      at += widthAt(text, at, end)
      continue
    }
    const start = at
    at = kind === letter ? wordEnd(text, at, end) : numberEnd(text, at, end)
    take(start, at)
  }
}

// What a character is: a letter or a digit may begin a token, a mark only goes on with one.
const letter = 1
const mark = 2
const digit = 3
const other = 4

// "Velm's", "U.S.", "al-Najm": letters, marks and digits, joined by one apostrophe, point or hyphen before a letter.
function wordEnd(text: string, from: number, end: number): number {
  let at = from
  for (;;) {
    while (at < end && kindAt(text, at, end) < other) at += widthAt(text, at, end)
    if (at >= end) return at
    const joint = text.charCodeAt(at)
    if (joint !== straight && joint !== curly && joint !== point && joint !== hyphen) return at
    // A joint is followed by a letter and one more.
    const after = at + 1
    if (after < end && kindAt(text, after, end) === letter) {
      at = after
      continue
    }
    // "the miners' strike"
    const isPossessive = (joint === straight || joint === curly) && (after >= end || isSpace(text, after))
    return isPossessive ? after : at
  }
}

// "1,200", "4.1", "10:30"
function numberEnd(text: string, from: number, end: number): number {
  let at = from
  for (;;) {
    while (at < end && kindAt(text, at, end) === digit) at += widthAt(text, at, end)
    if (at + 1 >= end) return at
    const joint = text.charCodeAt(at)
    if (joint !== comma && joint !== point && joint !== colon) return at
    if (kindAt(text, at + 1, end) !== digit) return at
    at++
  }
}

const [straight, curly, point, hyphen, comma, colon] = [0x27, 0x2019, 0x2e, 0x2d, 0x2c, 0x3a] as const

// Looked up once for each character of the basic plane.
const kinds = new Uint8Array(0x10000)

function kindAt(text: string, at: number, end: number): number {
  const unit = text.charCodeAt(at)
  if (isSurrogate(unit)) return kindOf(text.slice(at, at + widthAt(text, at, end)))
  const known = kinds[unit] ?? 0
  if (known !== 0) return known
  const kind = kindOf(text[at] ?? '')
  kinds[unit] = kind
  return kind
}

function kindOf(character: string): number {
  if (/^\p{L}$/u.test(character)) return letter
  if (/^\p{M}$/u.test(character)) return mark
  return /^\p{N}$/u.test(character) ? digit : other
}

function widthAt(text: string, at: number, end: number): 1 | 2 {
  const isHigh = (text.charCodeAt(at) & 0xfc00) === 0xd800
  return isHigh && at + 1 < end && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00 ? 2 : 1
}

function isSurrogate(unit: number): boolean {
  return (unit & 0xf800) === 0xd800
}

function isSpace(text: string, at: number): boolean {
  return /\s/.test(text[at] ?? '')
}
