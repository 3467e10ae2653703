const paragraph: ReadonlySet<string> = new Set(['p'])
const headings: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p'])
const inputs: ReadonlySet<string> = new Set(
  'input option optgroup select button datalist textarea'.split(' '),
)
const sections: ReadonlySet<string> = new Set(['thead', 'tbody'])
const terms: ReadonlySet<string> = new Set(['dd', 'dt'])

const implied: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['tr', new Set(['tr', 'th', 'td'])],
  ['th', new Set(['th'])],
  ['td', new Set(['thead', 'th', 'td'])],
  ['body', new Set(['head', 'link', 'script'])],
  ['a', new Set(['a'])],
  ['li', new Set(['li'])],
  ['option', new Set(['option'])],
  ['optgroup', new Set(['optgroup', 'option'])],
  ['dd', terms],
  ['dt', terms],
  ['tbody', sections],
  ['tfoot', sections],
  ...'h1 h2 h3 h4 h5 h6'.split(' ').map((tag) => [tag, headings] as const),
  ...'select input output button datalist textarea'.split(' ').map((tag) => [tag, inputs] as const),
  ...'p address article aside blockquote details div dl fieldset figcaption figure footer form header hr main nav ol pre section table ul'
    .split(' ')
    .map((tag) => [tag, paragraph] as const),
])

/** The open elements that a tag ends where they are innermost, as HTML lets end tags be left out. */
export function impliedEnds(tag: string): ReadonlySet<string> | undefined {
  return implied.get(tag)
}
