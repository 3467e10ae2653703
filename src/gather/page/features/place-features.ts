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
  const perElement = new Map<number, Float64Array>()
  return scan.blocks.map((block) => {
    const known = perElement.get(block.element)
    const row = known ?? elementRow(scan, block.element)
    if (known === undefined) perElement.set(block.element, row)
    if (block.inlineNames === '') return row
    const own = namesTell(block.inlineNames)
    const offset = ownTags.length + tagGroups.length
    const copy = Float64Array.from(row)
    for (let i = 0; i < nameGroups().length; i++) if ((own >> i) & 1) copy[offset + i] = 0
    return copy
  })
}

function elementRow({ elements }: PageScan, start: number): Float64Array {
  const groups = nameGroups().length
  const tagsAt = ownTags.length
  const namesAt = tagsAt + tagGroups.length
  const restAt = namesAt + groups
  const row = new Float64Array(restAt + 5).fill(far, tagsAt, restAt)
  row[restAt + 3] = far
  const own = elements[start]
  if (own === undefined) return row
  for (const [i, tags] of ownTags.entries()) row[i] = tags.has(own.tag) ? 1 : 0
  row[restAt + 1] = own.isHidden ? 1 : 0
  row[restAt + 2] = Math.min(own.depth, 40)
  let index = start
  for (let step = 0; index >= 0 && step < 40; step++) {
    const element = elements[index]
    if (element === undefined) break
    const at = Math.min(step, far - 1)
    for (let i = 0; i < tagGroups.length; i++) {
      if (tagGroups[i]?.[1].has(element.tag) && row[tagsAt + i] === far) row[tagsAt + i] = at
    }
    // The names of <body> and <html> describe the kind of page, not the place in it.
    if (element.tag !== 'body' && element.tag !== 'html') {
      const bits = namesTell(element.names)
      for (let i = 0; bits >> i !== 0; i++) {
        if ((bits >> i) & 1 && row[namesAt + i] === far) row[namesAt + i] = at
      }
    }
    if (element.tag === 'a') row[restAt] = 1
    if (/articleBody/i.test(element.attributes.itemprop ?? '') && row[restAt + 3] === far)
      row[restAt + 3] = at
    if (step < 4 && element.attributes.role !== undefined) row[restAt + 4] = 1
    index = element.parent
  }
  return row
}
