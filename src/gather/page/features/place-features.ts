import type { PageScan } from '../page-scan.ts'
import { nameGroups, namesTell } from './name-groups.ts'
import type { Columns } from './page-table.ts'

/** Tags whose nearness to a block tells something. */
const tagGroups: readonly (readonly [string, ReadonlySet<string>])[] = [
  ['article', new Set(['article'])],
  ['main', new Set(['main'])],
  ['aside', new Set(['aside'])],
  ['nav', new Set(['nav'])],
  ['header', new Set(['header'])],
  ['footer', new Set(['footer'])],
  ['figure', new Set(['figure', 'figcaption'])],
  ['form', new Set(['form', 'button', 'label', 'fieldset', 'dialog'])],
  ['list', new Set(['ul', 'ol', 'dl'])],
  ['item', new Set(['li', 'dt', 'dd'])],
  ['table', new Set(['table'])],
  ['section', new Set(['section'])],
  ['quotation', new Set(['blockquote'])],
  ['details', new Set(['details', 'summary'])],
]

const ownTags: readonly ReadonlySet<string>[] = [
  new Set(['p']),
  new Set(['h1']),
  new Set(['h2']),
  new Set(['h3', 'h4', 'h5', 'h6']),
  new Set(['li']),
  new Set(['div', 'section', 'article']),
  new Set(['td', 'th']),
  new Set(['figcaption']),
  new Set(['blockquote', 'q', 'cite']),
  new Set(['pre', 'code']),
  new Set(['dt', 'dd']),
]

/** How far up names and tags are looked for; beyond it counts as not there. */
const far = 12

/** Names of the values of {@link placeFeatures}, in order. */
export function placeFeatureNames(): readonly string[] {
  return [
    ...ownTags.map((tags) => `is ${[...tags].join('/')}`),
    ...tagGroups.map(([name]) => `steps up to <${name}>`),
    ...nameGroups().map(({ id }) => `steps up to ${id}`),
    'within <a>',
    'is hidden',
    'depth',
    'steps up to itemprop=articleBody',
    'has role',
  ]
}

const tagsAt = ownTags.length
const namesAt = tagsAt + tagGroups.length
const extras = 5

/** The place in a row of the group that a tag is in, by tag. */
const ownPlaces: ReadonlyMap<string, number> = placesOf(ownTags)
const groupPlaces: ReadonlyMap<string, number> = placesOf(tagGroups.map(([, tags]) => tags))

function placesOf(groups: readonly ReadonlySet<string>[]): ReadonlyMap<string, number> {
  return new Map(groups.flatMap((tags, i) => [...tags].map((tag) => [tag, i] as const)))
}

/** Writes where each block stands among elements: for each tag and name group, steps up to the nearest one. */
export function placeFeatures(scan: PageScan, { values, width, at }: Columns): void {
  const places = new Places(scan)
  for (const [i, { element, inlineNames }] of scan.blocks.entries()) {
    const start = i * width + at
    places.write(element, values, start)
    if (inlineNames === '') continue
    const own = namesTell(inlineNames)
    for (let group = 0; own >> group !== 0; group++)
      if ((own >> group) & 1) values[start + namesAt + group] = 0
  }
}

/** The rows of a page's elements in one table, each made once, from that of its parent one step further up. */
class Places {
  private readonly elements: PageScan['elements']
  private readonly restAt = namesAt + nameGroups().length
  private readonly width = this.restAt + extras
  /** The first row is that of what stands in no element. */
  private readonly table: Uint8Array
  private readonly isMade: Uint8Array

  constructor({ elements }: PageScan) {
    this.elements = elements
    this.table = new Uint8Array(this.width * (elements.length + 1))
    this.isMade = new Uint8Array(elements.length)
    this.table.fill(far, tagsAt, this.restAt)
    this.table[this.restAt + 3] = far
  }

  write(index: number, values: Float64Array, at: number): void {
    this.makeUpTo(index)
    const { table, width } = this
    const from = (index + 1) * width
    for (let i = 0; i < width; i++) values[at + i] = table[from + i] ?? 0
  }

  private makeUpTo(index: number): void {
    if (index < 0 || this.isMade[index] === 1) return
    const todo: number[] = []
    for (let at = index; at >= 0 && this.isMade[at] === 0; at = this.elements[at]?.parent ?? -1) todo.push(at)
    for (let element = todo.pop(); element !== undefined; element = todo.pop()) this.make(element)
  }

  private make(index: number): void {
    const { elements, restAt, table, width } = this
    const element = elements[index]
    if (element === undefined) return
    const from = (element.parent + 1) * width
    const to = (index + 1) * width
    for (let i = tagsAt; i < restAt; i++) table[to + i] = further[table[from + i] ?? far] ?? far
    const own = ownPlaces.get(element.tag)
    if (own !== undefined) table[to + own] = 1
    const group = groupPlaces.get(element.tag)
    if (group !== undefined) table[to + tagsAt + group] = 0
    const { tells } = element.look
    for (let i = 0; tells >> i !== 0; i++) if ((tells >> i) & 1) table[to + namesAt + i] = 0
    const rest = to + restAt
    table[rest] = element.tag === 'a' ? 1 : (table[from + restAt] ?? 0)
    table[rest + 1] = element.isHidden ? 1 : 0
    table[rest + 2] = Math.min(element.depth, 40)
    table[rest + 3] = element.isBody ? 0 : (further[table[from + restAt + 3] ?? far] ?? far)
    table[rest + 4] = hasRole(elements, index) ? 1 : 0
    this.isMade[index] = 1
  }
}

/** Steps with one more, up to one before what counts as not there. */
const further = Uint8Array.from({ length: far + 1 }, (_, steps) =>
  steps === far ? far : Math.min(steps + 1, far - 1),
)

function hasRole(elements: PageScan['elements'], start: number): boolean {
  let element = elements[start]
  for (let step = 0; step < 4 && element !== undefined; step++) {
    if (element.hasRole) return true
    element = elements[element.parent]
  }
  return false
}
