// Name lists for training out of the npm package compromise (MIT): node gazetteer.mjs FOLDER-WITH-node_modules > gazetteer.json
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

const require = createRequire(pathToFileURL(`${process.argv[2]}/x.js`))
const { default: nlp } = await import(pathToFileURL(require.resolve('compromise').replace(/builds\/.*$/, 'src/three.js')).href)
const wanted = { FemaleName: 'first', MaleName: 'first', FirstName: 'first', LastName: 'last', City: 'city', Country: 'country', Region: 'region', Place: 'place', Organization: 'org', SportsTeam: 'org' }
const lists = {}
for (const [word, tags] of Object.entries(nlp.model().one.lexicon)) {
  const all = [tags].flat()
  if (all.includes('Abbreviation') || all.includes('Demonym')) continue
  const kind = all.map((tag) => wanted[tag]).find(Boolean)
  if (kind) (lists[kind] ??= []).push(word)
}
console.log(JSON.stringify(lists))
