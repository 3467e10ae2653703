import type { Range } from '../model/span.ts'

/** What the units of a piece are: letters with their marks, digits, or one sign repeated ("...", "--"). */
export const pieceKind = { letters: 1, digits: 2, sign: 3, whole: 4 } as const

/** The pieces of a stretch of text: `starts`, `ends` and `kinds` run in parallel; white space lies between pieces. */
export type Pieces = {
  readonly count: number
  readonly starts: Int32Array
  readonly ends: Int32Array
  readonly kinds: Uint8Array
}

/** Cuts a stretch of text into its smallest pieces, addresses and emoticons kept whole; linear in its length. */
export function piecesOf(text: string, range: Range): Pieces {
  const room = range.end - range.start
  const starts = new Int32Array(room)
  const ends = new Int32Array(room)
  const kinds = new Uint8Array(room)
  let count = 0
  for (let at = range.start; at < range.end; ) {
    if (classAt(text, at) === space) {
      at++
      continue
    }
    const isFirst =
      at === range.start || classAt(text, at - 1) === space || opens.includes(text.charAt(at - 1))
    const whole = isFirst ? wholeAt(text, at, range.end) : at
    const end = whole > at ? whole : pieceEnd(text, at, range.end)
    starts[count] = at
    ends[count] = end
    kinds[count] = whole > at ? pieceKind.whole : kindAt(text, at)
    count++
    at = end
  }
  return { count, starts, ends, kinds }
}

/** True for the white space between tokens. */
export function isSpace(unit: number): boolean {
  return unit < 128 ? classes[unit] === space : classOf(unit) === space
}

const space = 0
const letter = 1
const digit = 2
const sign = 3
const mark = 4

const unseen = 255
const classes = new Uint8Array(65536).fill(unseen)

function classAt(text: string, at: number): number {
  return classOf(text.charCodeAt(at))
}

function classOf(unit: number): number {
  const known = classes[unit] ?? sign
  if (known !== unseen) return known
  const found = classify(String.fromCharCode(unit))
  classes[unit] = found
  return found
}

function classify(unit: string): number {
  if (/\s/.test(unit)) return space
  if (/\p{L}/u.test(unit)) return letter
  if (/\p{Nd}/u.test(unit)) return digit
  // Marks, joiners, variation selectors and direction signs belong to what stands before them.
  if (/[\p{M}\u200b-\u200f\u202a-\u202e\u2060-\u2069]/u.test(unit)) return mark
  return sign
}

function kindAt(text: string, at: number): number {
  const found = classAt(text, at)
  if (found === letter) return pieceKind.letters
  if (found === digit) return pieceKind.digits
  return pieceKind.sign
}

function pieceEnd(text: string, at: number, limit: number): number {
  const first = classAt(text, at)
  let end = at + 1
  if (first === letter || first === digit) {
    while (end < limit && (classAt(text, end) === first || classAt(text, end) === mark)) end++
    return end
  }
  const unit = text.charCodeAt(at)
  if (isHighSurrogate(unit)) return symbolEnd(text, at, limit)
  while (end < limit && (text.charCodeAt(end) === unit || classAt(text, end) === mark)) end++
  return end
}

// Emoji and letters beyond the first plane: one code point with its marks, and what a joiner ties to it.
function symbolEnd(text: string, at: number, limit: number): number {
  let end = at
  for (;;) {
    end += end + 1 < limit && isLowSurrogate(text.charCodeAt(end + 1)) ? 2 : 1
    while (end < limit && (classAt(text, end) === mark || isSkinTone(text, end)))
      end += isSkinTone(text, end) ? 2 : 1
    if (end > limit) return limit
    if (end >= limit || text.charCodeAt(end - 1) !== 0x200d || classAt(text, end) === space) return end
  }
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}

function isSkinTone(text: string, at: number): boolean {
  const point = text.codePointAt(at) ?? 0
  return point >= 0x1f3fb && point <= 0x1f3ff
}

// An address may follow these at once: "(https://news.example/a)".
const opens = '([{<"“:'

// Longer chunks are no addresses; the bound keeps the look-ahead linear.
const longestAddress = 500

// "https://news.example/a?b=1", "www.news.example"
const webAddress = /^(?:(?:https?|ftp):\/\/|www\.)[^\s<>"“”[\]]+/i
// "desk@news.example", "@harrowpost", "#flood"
const mailAddress = /^(?:mailto:)?[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/u
const handle = /^@\w+/
// "news.example.com", "harrow.gov.uk/flood"
const bareAddress =
  /^(?:[a-z0-9-]+\.)+(?:com|org|net|edu|gov|info|co\.[a-z]{2}|gov\.[a-z]{2})(?:\/[^\s<>"“”]*)?(?![\p{L}\p{N}])/iu
// "TEXT.htm", "minutes-4.pdf"
const fileName =
  /^[\p{L}\p{N}_-]+\.(?:pdf|html?|docx?|xlsx?|pptx?|jpe?g|png|gif|txt|csv|mp3|mp4|zip)(?![\p{L}\p{N}])/iu
// ":-)", ";)", ":(", "<3", ":D"; "8)" is the eighth of a list, "8-)" is none.
const emoticon = /^(?:(?:[:;=][-o^']?|8[-^'])[)(\]DPp/\\|*]+|<3+|[xX]D+|\^_*\^)(?![\p{L}\p{N}])/u

function wholeAt(text: string, at: number, limit: number): number {
  let end = at
  const stop = Math.min(limit, at + longestAddress)
  while (end < stop && classAt(text, end) !== space) end++
  if (end - at < 2 || end - at === longestAddress) return at
  const chunk = text.slice(at, end)
  for (const pattern of [webAddress, mailAddress, handle, bareAddress, fileName, emoticon]) {
    const found = pattern.exec(chunk)?.[0]
    if (found === undefined) continue
    return at + (pattern === emoticon ? found : trimmed(found)).length
  }
  return at
}

// The stop, comma or bracket after an address is not part of it.
function trimmed(address: string): string {
  let end = address.length
  while (end > 1 && isTrailing(address, end)) end--
  return address.slice(0, end)
}

function isTrailing(address: string, end: number): boolean {
  const last = address.charAt(end - 1)
  if (last === ')') return !address.slice(0, end).includes('(')
  return '.,;:!?\'"’”>]*'.includes(last)
}
