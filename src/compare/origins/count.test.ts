import { expect, test } from 'vitest'
import { type Counted, countOrigins } from './count.ts'
import type { Speaker } from './speaker.ts'

type Given = Partial<Omit<Speaker, 'words' | 'sides'>> & { readonly words?: string; readonly sides?: string }

function said(id: string, by: Given, kind = 'statement'): Counted {
  const words = new Set((by.words ?? '').split(' ').filter((word) => word !== ''))
  const sides = new Set(
    (by.sides ?? '')
      .split(' ')
      .filter((side) => side !== '')
      .map((side) => side.replace('_', ' ')),
  )
  const root: Speaker = {
    kind: 'named',
    voice: 'other',
    vague: false,
    dependent: false,
    capitals: new Set(),
    ...by,
    words,
    sides,
  }
  return { id, kind, root }
}

const ferry = said('o:1', { key: 'b:ferry company', words: 'ferry company' })
const club = said('o:2', { key: 'b:rowing club', words: 'rowing club' })
const army = said('o:3', { key: 'b:army', words: 'army', voice: 'state' })
const ministry = said('o:4', { key: 'b:ministry', words: 'ministry', voice: 'state' })
const officials = said('o:5', { kind: 'anonymous', words: 'official', voice: 'state' }, 'told')
const residents = said('o:6', { kind: 'anonymous', words: 'resident', voice: 'bystander' }, 'told')
const reporter: Counted = { id: 'o:7', kind: 'witness', outlet: 'Harbour Post' }
const kessaran = said(
  'o:9',
  { kind: 'anonymous', words: 'official', voice: 'state', sides: 'country_kess' },
  'told',
)
const brundian = said('o:10', { key: 'b:army', words: 'army', voice: 'state', sides: 'country_brund' })
const aide = said('o:11', { kind: 'anonymous', words: 'aid', voice: 'state', dependent: true }, 'told')
const minister = said('o:12', { key: 'e:1', entity: 'e:1', words: 'interior minister', voice: 'state' })
const lawyer = said('o:13', { key: 'e:2', entity: 'e:2', words: 'lawyer', dependent: true })
const holder = (role: string) => ({
  id: 'e:3',
  type: 'PER' as const,
  name: 'Mira Lund',
  variants: [],
  roles: [{ text: role, span: { article: 'a', start: 0, end: 1 } }],
})
const herAides = said(
  'o:14',
  { kind: 'anonymous', words: 'aid', voice: 'state', dependent: true, owner: holder('interior minister') },
  'told',
)
const hisAides = said(
  'o:15',
  { kind: 'anonymous', words: 'aid', voice: 'state', dependent: true, owner: holder('premier') },
  'told',
)
const premiersOffice = said('o:16', { key: 'b:premier office', words: 'premier offic', voice: 'state' })
const police = said('o:17', { key: 'b:police', words: 'polic', voice: 'state' })
const judge = said('o:18', { key: 'e:4', entity: 'e:4', words: 'judg', voice: 'state' })
const returning = said('o:19', { key: 'e:5', entity: 'e:5', words: 'return officer', voice: 'state' })
const manager = said('o:20', {
  key: 'e:6',
  entity: 'e:6',
  words: 'manager',
  dependent: true,
  owner: holder('x'),
})
const director = said('o:21', { key: 'e:7', entity: 'e:7', words: 'manag director' })
const nurse = said('o:22', { kind: 'anonymous', words: 'nurs ward', voice: 'bystander' }, 'told')
const nobody: Counted = { id: 'o:8', kind: 'unknown' }

test.each<[string, readonly Counted[], number, number]>([
  ['nobody affirms', [], 0, 0],
  ['one origin twice', [ferry, ferry], 1, 1],
  ['two bodies with nothing in common', [ferry, club], 2, 2],
  ['two arms of one state', [army, ministry], 1, 2],
  ['an official who may be of the army', [army, officials], 1, 2],
  ['residents, who are not the army', [army, residents], 2, 2],
  ['a reporter who saw it, and the army', [army, reporter], 2, 2],
  ['a report without a source', [nobody], 1, 1],
  ['officials of two countries', [kessaran, brundian], 2, 2],
  ['an aide, who is not the minister', [minister, aide], 2, 2],
  [
    'a minister who denied it before, and an arm of the state',
    [ministry, { ...minister, turned: true }],
    2,
    2,
  ],
  ["aides of the interior minister, and the premier's office", [herAides, premiersOffice], 2, 2],
  ["aides of the premier, and the premier's office", [hisAides, premiersOffice], 1, 2],
  ['his lawyer, who may speak for the company', [ferry, lawyer], 1, 2],
  ["the premier's office and the police, who are no mouthpiece of it", [premiersOffice, police], 2, 2],
  ['a judge and a returning officer, who speak under their names', [judge, returning], 2, 2],
  ['a manager of one house, and the director of another', [manager, director], 2, 2],
  ['a nurse, who is no managing director', [director, nurse], 2, 2],
  ['a report without a source beside a body', [ferry, nobody], 1, 2],
])('%s: least and most', (_, origins, certain, possible) => {
  const counted = countOrigins(origins)
  expect([counted.certain, counted.possible]).toEqual([certain, possible])
})

test('two bodies are certain only where they surely say the same', () => {
  const counted = countOrigins([ferry, club], () => false)
  expect([counted.certain, counted.possible]).toEqual([1, 2])
})
