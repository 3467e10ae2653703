import type { PageScan } from '../page-scan.ts'
import { nameGroups, namesTell } from './name-groups.ts'

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

/** Where each block stands among elements: for each tag and name group, steps up to the nearest one. */
export function placeFeatures(scan: PageScan): readonly Uint8Array[] {
  const places = new Places(scan)
  return scan.blocks.map((block) => {
    const row = places.row(block.element)
    if (block.inlineNames === '') return row
    const own = namesTell(block.inlineNames)
    const copy = Uint8Array.from(row)
    for (let i = 0; own >> i !== 0; i++) if ((own >> i) & 1) copy[namesAt + i] = 0
    return copy
  })
}

/** The rows of a page's elements in one table, each made once, from that of its parent one step further up. */
class Places {
  private readonly elements: PageScan['elements']
  private readonly restAt = namesAt + nameGroups().length
  private readonly width = this.restAt + extras
  private readonly table: Uint8Array
  private readonly isMade: Uint8Array
  private readonly root: Uint8Array

  constructor({ elements }: PageScan) {
    this.elements = elements
    this.table = new Uint8Array(this.width * elements.length)
    this.isMade = new Uint8Array(elements.length)
    this.root = new Uint8Array(this.width).fill(far, tagsAt, this.restAt)
    this.root[this.restAt + 3] = far
  }

  row(index: number): Uint8Array {
    const todo: number[] = []
    let at = index
    while (at >= 0 && this.isMade[at] === 0) {
      todo.push(at)
      at = this.elements[at]?.parent ?? -1
    }
    for (let element = todo.pop(); element !== undefined; element = todo.pop()) this.make(element)
    return this.at(index)
  }

  private at(index: number): Uint8Array {
    if (index < 0) return this.root
    return this.table.subarray(index * this.width, (index + 1) * this.width)
  }

  private make(index: number): void {
    const { elements, restAt } = this
    const element = elements[index]
    if (element === undefined) return
    const parent = this.at(element.parent)
    const row = this.at(index)
    for (let i = 0; i < tagsAt; i++) row[i] = ownTags[i]?.has(element.tag) ? 1 : 0
    for (let i = tagsAt; i < restAt; i++) row[i] = further(parent[i] ?? far)
    for (let i = 0; i < tagGroups.length; i++) if (tagGroups[i]?.[1].has(element.tag)) row[tagsAt + i] = 0
    // The names of <body> and <html> describe the kind of page, not the place in it.
    if (element.tag !== 'body' && element.tag !== 'html') {
      const bits = namesTell(element.names)
      for (let i = 0; bits >> i !== 0; i++) if ((bits >> i) & 1) row[namesAt + i] = 0
    }
    row[restAt] = element.tag === 'a' ? 1 : (parent[restAt] ?? 0)
    row[restAt + 1] = element.isHidden ? 1 : 0
    row[restAt + 2] = Math.min(element.depth, 40)
    row[restAt + 3] = element.isBody ? 0 : further(parent[restAt + 3] ?? far)
    row[restAt + 4] = hasRole(elements, index) ? 1 : 0
    this.isMade[index] = 1
  }
}

function further(steps: number): number {
  return steps === far ? far : Math.min(steps + 1, far - 1)
}

function hasRole(elements: PageScan['elements'], start: number): boolean {
  let element = elements[start]
  for (let step = 0; step < 4 && element !== undefined; step++) {
    if (element.hasRole) return true
    element = elements[element.parent]
  }
  return false
}
