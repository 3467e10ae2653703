import { expect, test } from 'vitest'
import { withoutLongPersons } from './long-persons.ts'

const long = '(a@b'.repeat(1000)

test.each([
  ['<author>Ilse Maarn</author>', '<author>Ilse Maarn</author>'],
  [`<a><author>${long}</author><title>t</title></a>`, '<a><author></author><title>t</title></a>'],
  [
    `<webMaster x="1">${long}</webMaster><author>B</author>`,
    '<webMaster x="1"></webMaster><author>B</author>',
  ],
  [`<title>${long}</title>`, `<title>${long}</title>`],
])('%.40s', (text, left) => {
  expect(withoutLongPersons(text)).toBe(left)
})
