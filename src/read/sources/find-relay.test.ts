import { expect, test } from 'vitest'
import { attributionWith } from './sources.contract.ts'

// The sentence, words of its content, then the outlet whose report it is and how the text says so.
test.each([
  [
    'According to a report in the Harrow Post, the talks failed on Sunday.',
    'talks failed',
    'Harrow Post',
    'report',
  ],
  ['The Tarsk Tribune reported that the fleet had left port.', 'fleet', 'Tarsk Tribune', 'report'],
  ['The Velm Gazette also reported that the judge had resigned.', 'judge', 'Velm Gazette', 'report'],
  ['The bank will close nine branches, Radio Velm reported.', 'branches', 'Radio Velm', 'report'],
  ['Two aides told the Harrow Post that the minister would resign.', 'resign', 'Harrow Post', 'told'],
  ['“It is over,” an aide told Radio Velm.', 'over', 'Radio Velm', 'told'],
  ['Two officials cited by the Harrow Post said the raid had failed.', 'raid', 'Harrow Post', 'citing'],
  ['An envoy quoted by Radio Velm said the road was open.', 'road', 'Radio Velm', 'citing'],
  ['Local media said that three people had been arrested.', 'arrested', 'Local media', 'local-media'],
  ['State television reported that the dam had burst.', 'dam', 'State television', 'local-media'],
] as const)('relay: %s', (text, words, outlet, kind) => {
  const { relay } = attributionWith(text, words)
  expect([relay?.outlet, relay?.kind]).toEqual([outlet, kind])
})

test.each([
  ['The mayor told reporters that the bridge was safe.', 'bridge'],
  ['The minister said that the Harrow Post had lied about the raid.', 'lied'],
  ['Two aides said the minister would resign.', 'resign'],
])('the report is the outlet’s own: %s', (text, words) => {
  expect(attributionWith(text, words).relay).toBeUndefined()
})
