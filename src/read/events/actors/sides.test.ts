import { expect, test } from 'vitest'
import { articleFromText } from '../../../gather/article-from-text.ts'
import { readLanguage } from '../../../text/language.ts'
import { findEvents } from '../events.ts'

function sidesIn(text: string, type: string): string {
  const blocks = [{ start: 0, end: text.length, kind: 'prose' as const, rule: 'TXT-PARAGRAPH' }]
  const context = { article: articleFromText({ text, blocks }), language: readLanguage(text, blocks) }
  const event = findEvents(context, { times: [], mentions: [], attributions: [] }).find(
    (each) => each.type === type,
  )
  const side = (name: 'actors' | 'recipients') =>
    (event?.sides?.[name] ?? []).map(({ country = '', role = '' }) => country + role).join(' ')
  return `${side('actors')} > ${side('recipients')}`
}

test.each([
  // whose an actor is: adjective, possessive, apposition, place, organisation, movement, capital
  ['Kenyan police arrested two Somali traders on Tuesday.', 'coerce', 'KENCOP > SOMBUS'],
  ["Chad's foreign minister accused Libya of meddling.", 'accuse', 'TCDGOV > LBY'],
  ['The African Union condemned the army of Mali on Sunday.', 'accuse', 'IGOAFRAFU > MLIMIL'],
  ['Boko Haram attacked a village in Cameroon on Friday.', 'assault', 'NGAREB > CMRCVL'],
  ['Lima expelled the Bolivian ambassador on Monday.', 'sanction', 'PERGOV > BOLGOV'],
  // who does it: passive, by-phrase, nominal event, chain, pronoun of the speaker, reciprocal
  ['Two Danish journalists were arrested by Turkish police.', 'coerce', 'TURCOP > DNKMED'],
  ['Peru said it would impose sanctions on Chile.', 'sanction', 'PER > CHL'],
  ['Norway has agreed to send aid to Haiti and Cuba.', 'agree', 'NOR > HTI CUB'],
  ['Ghana demanded that Togo release the sailors.', 'demand', 'GHA > TGO'],
  // what only says so is no side
  ['Nepal condemned Bhutan on Monday, the Thai news agency said.', 'accuse', 'NPL > BTN'],
  // a people abroad is of the place that it lives in
  ['Soldiers from Slovakia attacked ethnic Hungarians in Romania.', 'assault', 'SVKMIL > ROU'],
])('%s %s: %s', (text, type, sides) => {
  expect(sidesIn(text, type)).toBe(sides)
})

test('a side that no word names stays open', () => {
  expect(sidesIn('Ethiopia accused the neighbours on Friday.', 'accuse')).toBe('ETH > ')
})
