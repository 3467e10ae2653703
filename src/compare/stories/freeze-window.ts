import type { BandTable } from './band-table.ts'
import { expectWindow, type Frozen } from './frozen.ts'
import type { Window } from './window.ts'

/** A window as text, to be kept; `thawWindow` gives it back. Equal windows give equal text. */
export function freezeWindow(window: Window): string {
  const frozen: Frozen = {
    version: 1,
    latest: window.latest,
    clock: window.clock,
    nextStory: window.nextStory,
    articles: window.articles,
    nextSketch: window.nextSketch,
    stories: [...window.stories].map(([number, story]) => ({
      number,
      id: story.id,
      first: story.first,
      last: story.last,
      articles: story.articles,
      terms: [...story.terms],
      weights: [...story.weights],
      names: [...story.names],
      nameWeights: [...story.nameWeights],
      title: [...story.title],
    })),
    postings: sorted(window.postings),
    days: [...window.days]
      .sort((a, b) => a[0] - b[0])
      .map(([day, counts]) => ({ day, articles: counts.articles, frequency: sorted(counts.frequency) })),
    sketches: [...window.sketches].map(([number, { story, at, sketch }]) => ({
      number,
      story,
      at,
      sketch: [...sketch],
    })),
    bands: { slots: filled(window.bands.slots), length: window.bands.slots.length },
  }
  return JSON.stringify(frozen)
}

/** The window that `freezeWindow` made a text of. Throws when the text is of another version. */
export function thawWindow(text: string): Window {
  const frozen = expectWindow(JSON.parse(text))
  const frequency = new Map<number, number>()
  for (const { frequency: counts } of frozen.days) {
    for (const [term, count] of counts) frequency.set(term, (frequency.get(term) ?? 0) + count)
  }
  return {
    latest: frozen.latest,
    clock: frozen.clock,
    nextStory: frozen.nextStory,
    articles: frozen.articles,
    nextSketch: frozen.nextSketch,
    stories: new Map(
      frozen.stories.map((story) => [
        story.number,
        {
          id: story.id,
          first: story.first,
          last: story.last,
          articles: story.articles,
          terms: Uint32Array.from(story.terms),
          weights: Float32Array.from(story.weights),
          names: Uint32Array.from(story.names),
          nameWeights: Float32Array.from(story.nameWeights),
          title: Uint32Array.from(story.title),
        },
      ]),
    ),
    postings: new Map(frozen.postings),
    frequency,
    days: new Map(
      frozen.days.map(({ day, articles, frequency: counts }) => [
        day,
        { articles, frequency: new Map(counts) },
      ]),
    ),
    sketches: new Map(
      frozen.sketches.map(({ number, story, at, sketch }) => [
        number,
        { story, at, sketch: Uint16Array.from(sketch) },
      ]),
    ),
    bands: thawBands(frozen.bands),
  }
}

function filled(slots: Int32Array): [number, number][] {
  const entries: [number, number][] = []
  slots.forEach((number, at) => {
    if (number !== 0) entries.push([at, number])
  })
  return entries
}

function thawBands({ slots: entries, length }: Frozen['bands']): BandTable {
  const slots = new Int32Array(length)
  for (const [at, number] of entries) slots[at] = number
  return { slots, used: entries.length }
}

function sorted<T>(map: ReadonlyMap<number, T>): [number, T][] {
  return [...map].sort((a, b) => a[0] - b[0])
}
