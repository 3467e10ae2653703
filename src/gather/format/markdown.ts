import { parseDocument } from 'yaml'
import { z } from 'zod'
import type { Range } from '../../model/span.ts'
import type { Draft } from '../finish.ts'
import { issue } from '../issue.ts'
import { compose } from './compose.ts'

/** The draft of a Markdown file: front matter as metadata, inline marks taken out of the text, links kept beside it. */
export function readMarkdown(source: string, from: string): Draft {
  const text = source.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n')
  const match = /^---[ \t]*\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text)
  const front = match ? readFront(match[1] ?? '', from) : unclosed(text, from)
  const body = match ? text.slice(match[0].length) : text
  const { data, issues } = front
  const title = data.title ?? /^\s*# +(.+)/.exec(body)?.[1]
  const plain = withoutMarks(compose(title, body))
  return {
    from,
    text: plain.text,
    title: title?.replace(/\s+/g, ' ').trim(),
    outlet: data.outlet,
    url: data.url,
    published: data.published,
    modified: data.modified,
    byline: data.byline,
    credit: data.credit,
    language: data.language,
    links: plain.links.length === 0 ? undefined : plain.links,
    provenance: { from },
    issues,
  }
}

const text = z
  .union([z.string(), z.number(), z.date().transform((date) => date.toISOString())])
  .transform(String)
const names = z.union([
  z.array(text),
  text.transform((line) =>
    line
      .replace(/^by\s+/i, '')
      .split(/\s*[,;]\s*|\s+and\s+/)
      .filter((name) => name !== ''),
  ),
])
const schema = z.object({
  title: text.optional().catch(undefined),
  outlet: text.optional().catch(undefined),
  url: text.optional().catch(undefined),
  published: text.optional().catch(undefined),
  modified: text.optional().catch(undefined),
  byline: names.optional().catch(undefined),
  credit: text.optional().catch(undefined),
  language: text.optional().catch(undefined),
})

type Front = { readonly data: z.infer<typeof schema>; readonly issues: Draft['issues'] }

function readFront(yaml: string, from: string): Front {
  const document = parseDocument(yaml, { prettyErrors: false, schema: 'failsafe' })
  const error = document.errors[0]
  if (error !== undefined) {
    const line = yaml.slice(0, error.pos[0]).split('\n').length + 1
    return { data: {}, issues: [issue('bad-front-matter', `${from}:${line}`, firstLine(error.message))] }
  }
  const read = schema.safeParse(document.toJS({ maxAliasCount: 10 }) ?? {})
  if (read.success) return { data: read.data, issues: [] }
  return {
    data: {},
    issues: [issue('bad-front-matter', `${from}:2`, 'it is not a list of "name: value" lines')],
  }
}

function unclosed(source: string, from: string): Front {
  if (!/^---[ \t]*\n\w+:/.test(source)) return { data: {}, issues: [] }
  return {
    data: {},
    issues: [issue('bad-front-matter', `${from}:1`, 'the block opened by --- is never closed')],
  }
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0] ?? message
}

type Plain = { readonly text: string; readonly links: readonly (Range & { readonly url: string })[] }

// "[the report](https://harrow.example/a)", "![a ferry](ferry.jpg)", "**no**", "*never*", "`x`", "\*"
const inline =
  /!?\[([^[\]\n]{0,300})\]\((\S{1,2000}?)(?: "[^"\n]*")?\)|(\*\*|__)(?=\S)([^\n]+?)(?<=\S)\3|(?<![\w*])([*_])(?=\S)([^*_\n]+?)(?<=\S)\5(?![\w*])|\\([\\`*_{}[\]()#+.!-])/

function withoutMarks(source: string): Plain {
  const links: (Range & { readonly url: string })[] = []
  let plain = ''
  let rest = source
  for (let match = inline.exec(rest); match !== null; match = inline.exec(rest)) {
    plain += rest.slice(0, match.index)
    const label = match[1] === undefined ? undefined : withoutMarks(match[1]).text
    const words = label ?? match[4] ?? match[6] ?? match[7] ?? ''
    const url = match[2]
    if (url !== undefined && !match[0].startsWith('!') && words !== '') {
      links.push({ start: plain.length, end: plain.length + words.length, url })
    }
    rest = rest.slice(match.index + match[0].length)
    if (match[4] === undefined) plain += words
    else rest = words + rest
  }
  return { text: plain + rest, links }
}
