import type { Paragraph, Word } from './words.ts'

// A line of verse is short (prose that a machine wrapped is wider), and most of its lines run on into the next.
const longest = 50
const fewest = 3

type Line = { readonly paragraph: Paragraph; readonly first: Word; readonly last: Word }

/** The paragraphs that are lines of verse: at least three short lines in a row of which every other one runs on into the next. */
export function verseIn(text: string, paragraphs: readonly Paragraph[]): ReadonlySet<Paragraph> {
  const verse = new Set<Paragraph>()
  let run: Line[] = []
  for (const line of [...paragraphs.flatMap((paragraph) => linesOf(text, paragraph)), undefined]) {
    if (line !== undefined && isShort(line)) {
      run.push(line)
      continue
    }
    if (run.length >= fewest && runsOn(text, run)) for (const { paragraph } of run) verse.add(paragraph)
    run = []
  }
  return verse
}

function linesOf(text: string, paragraph: Paragraph): Line[] {
  const lines: Line[] = []
  let first: Word | undefined
  for (const [i, word] of paragraph.words.entries()) {
    first ??= word
    const next = paragraph.words[i + 1]
    if (next !== undefined && !text.slice(word.end, next.start).includes('\n')) continue
    lines.push({ paragraph, first, last: word })
    first = undefined
  }
  return lines
}

function isShort({ paragraph, first, last }: Line): boolean {
  return !paragraph.isHeadline && last.end - first.start <= longest
}

// "The sea came in, the sea went out, / and took the road": a comma at the end, or none and a small letter after it.
function runsOn(text: string, lines: readonly Line[]): boolean {
  let joints = 0
  for (const [i, { last }] of lines.entries()) {
    const next = lines[i + 1]
    if (next === undefined) continue
    const isOpen = /^[\p{L}]/u.test(last.text) && /^\p{Ll}/u.test(text.slice(next.first.start))
    if (isOpen || /^[,;]$/.test(last.text)) joints++
  }
  return joints > 0 && joints * 2 >= lines.length - 1
}
