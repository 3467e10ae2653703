import { expect, test } from 'vitest'
import { articleFromText } from '../../gather/article-from-text.ts'
import { read } from '../read.ts'

function repeatsIn(text: string): (number | undefined)[] {
  const [title = ''] = text.split('\n')
  const { attributions } = read(articleFromText({ text, title }))
  return attributions.map(({ repeats }) => {
    const at = attributions.findIndex(({ id }) => id === repeats)
    return at < 0 ? undefined : at
  })
}

test.each([
  [
    'Ferry line to close in May, owner says\n\nThe owner of the ferry line said on Monday that it would close in May.',
    [1, undefined],
  ],
  [
    '‘We were left to drown’ – survivor\n\n“We were left to drown,” Sela Marr told the court.',
    [1, undefined],
  ],
  [
    'Storm over Sarne\n\n• Six people are missing, police say\n\nPolice in Sarne said six people were missing.',
    [1, undefined],
  ],
  ['Truce will hold, Arvik says\n\nArvik said the truce would not hold.', [undefined, undefined]],
  ['Sund says dam is safe\n\nMarr said that the dam is safe.', [undefined, undefined]],
  ['Minister says dam is safe\n\nVillagers said they had seen new cracks.', [undefined, undefined]],
])('what a headline or bullet repeats: %s', (text, wanted) => {
  expect(repeatsIn(text)).toEqual(wanted)
})
