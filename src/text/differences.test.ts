import { expect, test } from 'vitest'
import { differencesOf } from './differences.ts'

const told = (before: string, after: string) => {
  const [a, b] = [before.split(' '), after.split(' ')]
  return differencesOf(a, b)
    .map((each) =>
      each.kind === 'same'
        ? a[each.before]
        : each.kind === 'removed'
          ? `-${a[each.before]}`
          : `+${b[each.after]}`,
    )
    .join(' ')
}

test.each([
  ['the crews stay', 'the crews stay', 'the crews stay'],
  ['the crews stay', 'the crews sail', 'the crews -stay +sail'],
  ['nine were hurt', 'nine people were hurt', 'nine +people were hurt'],
  ['the talks open in Velm on Friday', 'the talks open on Friday', 'the talks open -in -Velm on Friday'],
  ['a b c', 'c a b', '+c a b -c'],
])('%s → %s', (before, after, want) => {
  expect(told(before, after)).toBe(want)
})

test('either list can be rebuilt, also where the lists are too long to be compared part by part', () => {
  const before = Array.from({ length: 2500 }, (_, i) => `a${i}`)
  const after = ['a0', ...Array.from({ length: 2500 }, (_, i) => `b${i}`), 'a2499']
  const found = differencesOf(before, after)
  expect(found.flatMap((each) => (each.kind === 'added' ? [] : before[each.before]))).toEqual(before)
  expect(found.flatMap((each) => (each.kind === 'removed' ? [] : after[each.after]))).toEqual(after)
})
