import { namesTell } from './features/name-groups.ts'
import { type OutRule, outRule } from './out-rules.ts'
import type { TagAttributes } from './tag-attributes.ts'

/** A tag with its names: one for all elements that look alike, so that what follows from these is found once. */
export class Look {
  readonly tag: string
  /** Class, id and component names in lower case. */
  readonly names: string
  /** A number of its own, and one that it shares with looks of the same tag and first name. */
  readonly id: number
  readonly shape: number
  /** The rule that keeps such elements out of the body. */
  readonly out: OutRule | undefined
  private told = -1

  constructor(tag: string, names: string, id: number) {
    this.tag = tag
    this.names = names
    this.id = id
    this.shape = shapeOf(tag, names)
    this.out = outOf(tag, names)
  }

  /** What its names tell of a place in the page, as bits of {@link namesTell}; found when it is first asked for. */
  get tells(): number {
    if (this.told === -1) this.told = tellsOf(this.tag, this.names)
    return this.told
  }
}

/** By tag, then by names as written and as they are read. */
const known = new Map<string, Map<string, Look>>()
const shapes = new Map<string, number>()
let made = 0

/** The look of an element with these attributes. */
export function lookOf(tag: string, attributes: TagAttributes): Look {
  const written = writtenNames(attributes)
  let looks = known.get(tag)
  if (looks === undefined) {
    looks = new Map()
    known.set(tag, looks)
  }
  return looks.get(written) ?? newLook(looks, tag, written)
}

/** Lets go of looks where there are many; to be called between two pages, for within one alike must stay the same. */
export function forgetLooks(): void {
  if (made < 50_000) return
  known.clear()
  shapes.clear()
  made = 0
}

function writtenNames(attributes: TagAttributes): string {
  const { id } = attributes
  const more = attributes['data-component']
  const test = attributes['data-testid']
  const own = attributes.class
  if (id === undefined && more === undefined && test === undefined) return own ?? ''
  return `${own ?? ''} ${id ?? ''} ${more ?? ''} ${test ?? ''}`
}

function newLook(looks: Map<string, Look>, tag: string, written: string): Look {
  const names = copyOf(written.toLowerCase().trim())
  let look = looks.get(names)
  if (look === undefined) {
    look = new Look(tag, names, made++)
    looks.set(names, look)
  }
  looks.set(copyOf(written), look)
  return look
}

/** A string that does not keep the page alive of which it is a part. */
function copyOf(part: string): string {
  return ` ${part}`.slice(1)
}

function shapeOf(tag: string, names: string): number {
  const stop = names.indexOf(' ')
  const key = `${tag}.${stop === -1 ? names : names.slice(0, stop)}`
  const before = shapes.get(key)
  if (before !== undefined) return before
  shapes.set(key, shapes.size)
  return shapes.size - 1
}

// The names of <body> and <html> describe the kind of page, not a place in it.
function tellsOf(tag: string, names: string): number {
  return tag === 'body' || tag === 'html' ? 0 : namesTell(names)
}

function outOf(tag: string, names: string): OutRule | undefined {
  if (tag === 'body') return undefined
  return outRule('tag', tag) ?? outRule('names', names) ?? (tag === 'aside' ? outRule(tag, names) : undefined)
}
