import { type BandTable, bandsOf } from './band-table.ts'
import { packed, unpacked } from './bytes.ts'
import { originalsWithSketch } from './expire.ts'
import { expectWindow, type Frozen, frozenVersion } from './frozen.ts'
import { postingsOf } from './postings.ts'
import { columnsOf, resized, type Shelf, shelfOf, sketchAt } from './shelf.ts'
import { emptyVocabulary, setFrequency, setTerm, type Vocabulary } from './vocabulary.ts'
import { emptyWindow, type Window } from './window.ts'

/** A window as text, to be kept; `thawWindow` gives it back. Equal windows give equal text. */
export function freezeWindow(window: Window): string {
  const { vocabulary, shelf } = window
  const frozen: Frozen = {
    version: frozenVersion,
    latest: window.latest,
    clock: window.clock,
    nextStory: window.nextStory,
    articles: window.articles,
    stories: [...window.stories]
      .sort((a, b) => a[0] - b[0])
      .map(([number, { id, last, members, isOld }]) => ({ number, id, last, members, isOld })),
    vocabulary: {
      used: vocabulary.used,
      hashes: packed(vocabulary.hashes.subarray(0, vocabulary.used)),
      frequency: packed(vocabulary.frequency.subarray(0, vocabulary.used)),
      free: vocabulary.free,
      length: vocabulary.hashes.length,
    },
    shelf: frozenShelf(shelf),
    copies: sorted(window.copies),
    settled: sorted(window.settled),
    carried: sorted(window.carried),
    bands: window.bands.slots.length,
  }
  return JSON.stringify(frozen)
}

/** The window that `freezeWindow` made a text of. Throws when the text is of another version. */
export function thawWindow(text: string): Window {
  const frozen = expectWindow(JSON.parse(text))
  const vocabulary = thawedVocabulary(frozen.vocabulary)
  const shelf = thawedShelf(frozen.shelf)
  const window: Window = {
    ...emptyWindow(),
    latest: frozen.latest,
    clock: frozen.clock,
    nextStory: frozen.nextStory,
    articles: frozen.articles,
    stories: new Map(
      frozen.stories.map(({ number, id, last, members, isOld }) => [number, { id, last, members, isOld }]),
    ),
    storyIds: new Set(frozen.stories.map((story) => story.id)),
    vocabulary,
    postings: postingsOf(shelf),
    shelf,
    copies: new Map(frozen.copies),
    settled: new Map(frozen.settled),
    carried: new Map(frozen.carried),
  }
  window.bands = thawedBands(window, frozen.bands)
  return window
}

/** A window of its own with the same state. */
export function copyWindow(window: Window): Window {
  return structuredClone(window)
}

function frozenShelf(shelf: Shelf): Frozen['shelf'] {
  // In the order of their numbers, wherever in the ring they stand.
  const straight = resized(shelf, Math.max(1, shelf.next - shelf.first))
  const turned = { ...straight, first: 0, next: 0 }
  const start = shelf.first % straight.capacity
  const columns = columnsOf(turned).map(({ column, width }) => {
    const held = (shelf.next - shelf.first) * width
    const inOrder = column.slice(0, held)
    inOrder.set(column.subarray(start * width, held))
    inOrder.set(column.subarray(0, start * width), held - start * width)
    return packed(inOrder)
  })
  const ids = Array.from({ length: shelf.next - shelf.first }, (_, i) =>
    String(shelf.ids[(shelf.first + i) % shelf.capacity]),
  )
  return { first: shelf.first, next: shelf.next, capacity: shelf.capacity, ids, columns }
}

function thawedShelf(frozen: Frozen['shelf']): Shelf {
  const held = frozen.next - frozen.first
  const { first, next, capacity } = frozen
  const shelf = shelfOf(capacity, first)
  shelf.next = next
  columnsOf(shelf).forEach(({ column, width }, i) => {
    const bytes = unpacked(frozen.columns[i] ?? '')
    const Column = column.constructor as new (buffer: ArrayBuffer) => typeof column
    const values = new Column(bytes)
    for (let each = 0; each < held; each++) {
      column.set(values.subarray(each * width, (each + 1) * width), ((first + each) % capacity) * width)
    }
  })
  frozen.ids.forEach((id, i) => {
    shelf.ids[(first + i) % capacity] = id
  })
  return shelf
}

function thawedVocabulary(frozen: Frozen['vocabulary']): Vocabulary {
  const vocabulary = emptyVocabulary(frozen.length)
  const hashes = new Uint32Array(unpacked(frozen.hashes))
  vocabulary.used = frozen.used
  vocabulary.free.push(...frozen.free)
  vocabulary.hashes.set(hashes)
  const free = new Set(frozen.free)
  new Uint32Array(unpacked(frozen.frequency)).forEach((frequency, number) => {
    if (free.has(number)) return
    setTerm(vocabulary, number, hashes[number] ?? 0)
    setFrequency(vocabulary, number, frequency)
  })
  return vocabulary
}

function thawedBands(window: Window, length: number): BandTable {
  return bandsOf(originalsWithSketch(window.shelf), (number) => sketchAt(window.shelf, number), length)
}

function sorted<T>(map: ReadonlyMap<number, T>): [number, T][] {
  return [...map].sort((a, b) => a[0] - b[0])
}
