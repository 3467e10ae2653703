import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..', 'src')
const stages = ['model', 'text', 'gather', 'read', 'compare', 'keep', 'show']
// `pipeline.ts` ties the stages together for the faces that show them; `index.ts` is the library's own face.
const flow = [...stages.slice(0, -1), 'pipeline.ts', 'show', 'index.ts']

const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => ({ name, text: readFileSync(join(root, name), 'utf8') }))
const sources = files.filter((file) => !/\.test\.tsx?$/.test(file.name))

test('imports go one way along the flow', () => {
  const backward = sources.flatMap((file) =>
    importsOf(file)
      .filter((target) => isBackward(file.name, target))
      .map((target) => `${file.name} imports ${target}`),
  )
  expect(backward).toEqual([])
})

test('folders of src are the stages of the flow', () => {
  const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  expect(folders.map((folder) => folder.name).sort()).toEqual([...stages].sort())
})

test('files stay small: median at most 120 lines, none over 500', () => {
  const lengths = sources.map((file) => file.text.split('\n').length).sort((a, b) => a - b)
  expect(sources.filter((file) => file.text.split('\n').length > 500).map((file) => file.name)).toEqual([])
  expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(120)
})

test('no file or folder is a drawer for odds and ends', () => {
  expect(
    files.filter((file) => /\b(?:utils?|helpers?|common|misc)\b/.test(file.name)).map((file) => file.name),
  ).toEqual([])
})

function importsOf(file: { name: string; text: string }): string[] {
  const found = file.text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)
  return [...found].map((match) => relative(root, join(root, dirname(file.name), match[1] ?? '')))
}

function isBackward(from: string, to: string): boolean {
  const source = flow.indexOf(from.split('/')[0] ?? '')
  const target = flow.indexOf(to.split('/')[0] ?? '')
  return source >= 0 && (target < 0 || target > source)
}
