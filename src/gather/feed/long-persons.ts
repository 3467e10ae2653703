/** Characters of the element of a person; what is longer is none, and takes the parser the square of its length. */
const longest = 1000

/** The text of a feed without elements of persons that no person could fill. */
export function withoutLongPersons(text: string): string {
  const parts: string[] = []
  let from = 0
  const opening = /<(author|managingEditor|webMaster)\b[^<>]{0,200}>/gi
  for (let open = opening.exec(text); open !== null; open = opening.exec(text)) {
    const start = open.index + open[0].length
    const end = text.indexOf(`</${open[1]}`, start)
    const stop = end === -1 ? text.length : end
    if (stop - start > longest) {
      parts.push(text.slice(from, start))
      from = stop
    }
    opening.lastIndex = stop
  }
  return parts.length === 0 ? text : parts.join('') + text.slice(from)
}
