import { type Scene, under } from './scene.ts'

/** Who is said to say what a word is part of, and the words of the sentence that only say so. */
export type Says = { readonly speaker?: number; readonly outside: ReadonlySet<number> }

const saying =
  /^(?:say|tell|report|announce|add|state|claim|declare|confirm|note|warn|insist|believe|think|reveal|disclose|write|quote)$/

/** Whether a word is a verb of saying. */
export function isSaying(scene: Scene, at: number): boolean {
  return saying.test(scene.tokens[at]?.lemma ?? '')
}

/** The speaker above a word of a sentence: the subject of the verb of saying whose content holds it. */
export function saysOf(scene: Scene, word: number): Says {
  const outside = new Set<number>()
  let speaker: number | undefined
  scene.tokens.forEach((token, i) => {
    if (token.upos !== 'VERB' || !saying.test(token.lemma)) return
    const subject = subjectsOf(scene, i).at(-1)
    if (subject === undefined || i === word || under(scene, subject, /^$/).includes(word)) return
    const isHolder = holds(scene, i, word) || scene.tokens[i]?.deprel === 'parataxis'
    if (isHolder && holds(scene, i, word)) speaker = subject
    if (!isHolder) return
    for (const at of under(scene, subject, /^$/)) outside.add(at)
    for (const child of scene.children[i] ?? [])
      if (/^obl/.test(scene.tokens[child]?.deprel ?? ''))
        for (const at of under(scene, child, /^$/)) outside.add(at)
  })
  scene.tokens.forEach((token, i) => {
    if (token.lemma !== 'accord') return
    const holder =
      (token.head ?? -1) >= 0 && scene.tokens[token.head ?? -1]?.deprel !== 'root' ? (token.head ?? i) : i
    for (const at of under(scene, holder, /^$/)) if (at >= i) outside.add(at)
  })
  for (const at of tailOf(scene, word)) outside.add(at)
  return { ...(speaker === undefined ? {} : { speaker }), outside }
}

/** The subjects of a verb. "Crowds gathered in Teyle, witnesses said": where the tree gives a verb of saying two, the last one speaks and the first belongs to what is said. */
export function subjectsOf(scene: Scene, verb: number): number[] {
  return (scene.children[verb] ?? []).filter((child) => scene.tokens[child]?.deprel === 'nsubj')
}

// ", a weekly reports", ", the ministry said on Friday": what follows the last comma, whatever the tree makes of it.
function tailOf(scene: Scene, word: number): number[] {
  const { tokens } = scene
  const comma = tokens.findLastIndex((token) => token.lemma === ',')
  if (comma < word || tokens.length - comma > 14) return []
  const verb = tokens.findIndex((token, i) => i > comma && saying.test(token.lemma))
  if (verb < 0) return []
  return tokens.slice(comma).map((_, i) => comma + i)
}

function holds(scene: Scene, verb: number, word: number): boolean {
  for (let at = word, steps = 0; steps < 12 && at >= 0; steps++) {
    const head = scene.tokens[at]?.head ?? -1
    if (head === verb) return /^(?:ccomp|parataxis|xcomp|obj|advcl)/.test(scene.tokens[at]?.deprel ?? '')
    at = head
  }
  return false
}
