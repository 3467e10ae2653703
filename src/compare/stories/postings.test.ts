import { expect, test } from 'vitest'
import type { Features } from '../features/article-features.ts'
import { eachWith, emptyPostings, enterTerms, forgetTerms, type Postings, postingsOf } from './postings.ts'
import { shelfOf, shelve, writeRow } from './shelf.ts'
import { emptyVocabulary, numberOf } from './vocabulary.ts'

function features(article: string, terms: readonly number[]): Features {
  return {
    article,
    revision: '',
    terms,
    weights: terms.map(() => 1),
    names: [],
    title: [],
    sketch: [],
    words: 9,
  }
}

// The term 7 is in every article, the term 1000 + n in the article n alone, the term 5 in the first three.
function filled(articles: number) {
  const shelf = shelfOf(articles, 0)
  const vocabulary = emptyVocabulary()
  const postings = emptyPostings()
  for (let n = 0; n < articles; n++) {
    const terms = [...(n < 3 ? [5] : []), 7, 1000 + n]
    const article = features(`a${n}`, terms)
    writeRow(shelf, shelve(shelf, article, n), article, vocabulary)
    enterTerms(postings, shelf, n)
  }
  return { shelf, postings, term: (hash: number) => numberOf(vocabulary, hash) }
}

function listed(postings: Postings, term: number, first: number): number[] {
  const numbers: number[] = []
  eachWith(postings, { term, first }, (number) => numbers.push(number))
  return numbers
}

test('a term leads to its latest articles, the latest first, and to none that left the window', () => {
  const { postings, term } = filled(200)
  expect(listed(postings, term(7), 0)).toEqual(Array.from({ length: 64 }, (_, i) => 199 - i))
  expect(listed(postings, term(7), 197)).toEqual([199, 198, 197])
  expect(listed(postings, term(5), 0)).toEqual([2, 1, 0])
  expect(listed(postings, term(1042), 0)).toEqual([42])
  expect(listed(postings, term(1042), 43)).toEqual([])
})

test('the postings of a shelf are those that grew with it, and what a forgotten term took is used again', () => {
  const { shelf, postings, term } = filled(150)
  const anew = postingsOf(shelf)
  for (const hash of [5, 7, 1000, 1149])
    expect(listed(anew, term(hash), 0)).toEqual(listed(postings, term(hash), 0))
  forgetTerms(postings, [term(7)])
  const taken = postings.used
  expect(listed(postings, term(7), 0)).toEqual([])
  for (let n = 0; n < 150; n++) enterTerms(postings, shelf, n)
  expect(postings.used - taken).toBeLessThan(600)
  expect(listed(postings, term(7), 0)).toHaveLength(64)
})
