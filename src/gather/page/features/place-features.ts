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

/** Where each block stands among elements: for each tag and name group, steps up to the nearest one. */
export function placeFeatures(scan: PageScan): readonly Float64Array[] {
  const rows: (Float64Array | undefined)[] = new Array(scan.elements.length)
  return scan.blocks.map((block) => {
    const row = rowOf(scan, block.element, rows)
    if (block.inlineNames === '') return row
    const own = namesTell(block.inlineNames)
    const copy = Float64Array.from(row)
    for (let i = 0; i < nameGroups().length; i++) if ((own >> i) & 1) copy[namesAt + i] = 0
    return copy
  })
}

const tagsAt = ownTags.length
const namesAt = tagsAt + tagGroups.length

/** The row of an element, from that of its parent one step further up; each is made once. */
function rowOf(scan: PageScan, index: number, rows: (Float64Array | undefined)[]): Float64Array {
  const todo: number[] = []
  let at = index
  while (at >= 0 && rows[at] === undefined) {
    todo.push(at)
    at = scan.elements[at]?.parent ?? -1
  }
  let row = rows[at] ?? rootRow()
  for (let element = todo.pop(); element !== undefined; element = todo.pop()) {
    row = childRow(row, scan, element)
    rows[element] = row
  }
  return row
}

function rootRow(): Float64Array {
  const restAt = namesAt + nameGroups().length
  const row = new Float64Array(restAt + 5).fill(far, tagsAt, restAt)
  row[restAt + 3] = far
  return row
}

function childRow(parent: Float64Array, { elements }: PageScan, index: number): Float64Array {
  const restAt = parent.length - 5
  const row = new Float64Array(parent.length)
  const element = elements[index]
  if (element === undefined) return row
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
  return row
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
