import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2'

/** What an entity stands for, and how many units it is written in. */
export type Entity = { readonly texts: readonly string[]; readonly length: number }

type Place = 'text' | 'attribute'

const known: { readonly [place in Place]: Map<string, Entity | undefined> } = {
  text: new Map(),
  attribute: new Map(),
}

/** The entity that an ampersand opens in a text or an attribute's value; undefined where it opens none. */
export function entityAt(html: string, start: number, place: Place): Entity | undefined {
  let end = start + 1
  if (html.charCodeAt(end) === 0x23) end++
  const from = end
  while (isAlphanumeric(html.charCodeAt(end))) end++
  if (end === from) return undefined
  // What follows may decide whether a name without a semicolon is one.
  const written = html.slice(start, end + 1)
  // Longer ones are parts of the page that would keep the whole of it.
  if (written.length > 12) return read(written, place)
  const entities = known[place]
  const before = entities.get(written)
  if (before !== undefined || entities.has(written)) return before
  const entity = read(written, place)
  if (entities.size > 2000) entities.clear()
  entities.set(written, entity)
  return entity
}

function isAlphanumeric(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57)
}

const nothing = () => undefined

/** Has htmlparser2 read an entity. */
function read(written: string, place: Place): Entity | undefined {
  const texts: string[] = []
  let length = 0
  const opening = place === 'text' ? '' : '<a b="'
  const take = (point: number) => texts.push(String.fromCodePoint(point))
  const callbacks: TokenizerCallbacks = {
    onattribdata: (start) => {
      // What comes after the entity.
      if (texts.length > 0 && length === 0) length = start - opening.length
    },
    onattribentity: take,
    ontextentity: (point, end) => {
      take(point)
      length = end
    },
    onattribend: nothing,
    onattribname: nothing,
    oncdata: nothing,
    onclosetag: nothing,
    oncomment: nothing,
    ondeclaration: nothing,
    onend: nothing,
    onopentagend: nothing,
    onopentagname: nothing,
    onprocessinginstruction: nothing,
    onselfclosingtag: nothing,
    ontext: nothing,
  }
  const tokenizer = new Tokenizer({ decodeEntities: true }, callbacks)
  tokenizer.write(place === 'text' ? written : `${opening}${written}"`)
  tokenizer.end()
  return texts.length === 0 ? undefined : { texts, length }
}
