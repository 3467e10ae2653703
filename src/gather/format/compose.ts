/** Title, blank line, body; the body alone where it already opens with the title. */
export function compose(title: string | undefined, body: string): string {
  const clean = body
    .replaceAll('\r\n', '\n')
    .replace(/^\s*\n/, '')
    .trimEnd()
  const headline = title?.replace(/\s+/g, ' ').trim()
  if (headline === undefined || headline === '') return clean
  const first = clean.split('\n', 1)[0] ?? ''
  const opening = first.replace(/^#+ /, '').replace(/\s+/g, ' ').trim()
  return opening.toLowerCase() === headline.toLowerCase() ? clean : `${headline}\n\n${clean}`
}
