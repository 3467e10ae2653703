// Reads texts.txt: marks become offsets, so that nobody counts characters.
import { readFileSync } from 'node:fs'

/** The records of `texts.txt`: `{id, tags, text, attributions: [{number, source, cue, content, via?, relay?, want}]}`. */
export function readTexts(file) {
  const records = []
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue
    if (line.startsWith('@')) {
      const [id, ...tags] = line.slice(1).trim().split(/\s+/)
      records.push({ id, tags, attributions: [] })
    } else if (line.startsWith('=')) {
      addWanted(records.at(-1), line.slice(1).trim())
    } else {
      Object.assign(records.at(-1), unmarked(line.trim()))
    }
  }
  return records.map(finished)
}

/** What `articleFromText` is given of a record: all of it is a headline where it is tagged so, its first line where it is `headed`. */
export function inputOf({ text, tags }) {
  if (tags.includes('headline'))
    return { text, blocks: [{ start: 0, end: text.length, kind: 'headline', rule: 'bench' }] }
  return tags.includes('headed') ? { text, title: text.split('\n')[0] } : { text }
}

function addWanted(record, line) {
  const [number, ...rest] = line.split(/\s(?=[a-z]+=)|(?<=^\d+)\s+/)
  const want = Object.fromEntries(
    rest.filter((part) => part.includes('=')).map((part) => part.trim().split('=')),
  )
  record.attributions.push({ number, want })
}

/** The text without its marks, and where each mark was: `spans.c1 = [[start, end], …]`. */
export function unmarked(line) {
  let text = ''
  const open = []
  const spans = {}
  const add = (name, start) => {
    spans[name] = [...(spans[name] ?? []), [start, text.length]]
  }
  for (let i = 0; i < line.length; i++) {
    const mark = /^\{([scxvr]\d) ?/.exec(line.slice(i))
    if (mark !== null) {
      open.push([mark[1], text.length])
      i += mark[0].length - 1
    } else if (line[i] === '}' && open.length > 0) {
      const [name, start] = open.pop()
      add(name, start)
    } else if (line[i] === '¶') {
      // A content may go on over a paragraph: an open mark is closed before and opened again after it.
      for (const [name, start] of open) add(name, start)
      text += '\n\n'
      for (const one of open) one[1] = text.length
    } else text += line[i]
  }
  if (open.length > 0) throw new Error(`texts.txt: a mark is left open in: ${line}`)
  return { text, spans }
}

function finished({ id, tags, text, spans, attributions }) {
  return {
    id,
    tags,
    text,
    attributions: attributions.map(({ number, want }) => ({
      id: `a${number}`,
      number,
      source: spans[`s${number}`] ?? null,
      cue: (spans[`c${number}`] ?? []).sort((a, b) => a[0] - b[0]),
      content: (spans[`x${number}`] ?? []).sort((a, b) => a[0] - b[0]),
      ...(spans[`v${number}`] === undefined ? {} : { via: spans[`v${number}`] }),
      want,
    })),
  }
}
