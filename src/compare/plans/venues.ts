import { relatePlaces } from '../../read/places/places.ts'
import { wordsOf } from './candidate.ts'
import { type LearnedPlaces, relateLearned } from './learned-places.ts'
import { sharesWord } from './shares-word.ts'

/** How a venue told now relates to the one told before: the same, less or more closely told, or another place. */
export function relateVenues(
  places: LearnedPlaces,
  now: string,
  before: string,
): 'same' | 'coarser' | 'finer' | 'apart' {
  if (now.toLowerCase() === before.toLowerCase()) return 'same'
  // "In the north", then "in Dorven".
  if (direction.test(before) && !direction.test(now)) return 'finer'
  const relation = relateLearned(places, now, before) ?? relatePlaces(now, before)
  if (relation === 'inside') return 'finer'
  if (relation === 'holds') return 'coarser'
  const [one, other] = [wordsOf(now), wordsOf(before)]
  if (sharesWord(one, other))
    return one.size > other.size ? 'finer' : one.size < other.size ? 'coarser' : 'same'
  return relation === 'same' ? 'same' : 'apart'
}

const direction = /^(?:north|south|east|west)(?:-?(?:east|west))?$/
