import type { Sentence, Token } from '../../../model/language.ts'
import { type ActorMark, actorMarks } from './actor-marks.ts'

/** A sentence as the finders of actors see it: its tree downwards and the names in it. */
export type Scene = {
  readonly text: string
  readonly sentence: Sentence
  readonly tokens: readonly Token[]
  readonly children: readonly (readonly number[])[]
  readonly marks: readonly ActorMark[]
}

const made = new WeakMap<Sentence, Scene>()

/** The scene of a sentence, made once. */
export function sceneOf(text: string, sentence: Sentence): Scene {
  const known = made.get(sentence)
  if (known !== undefined && known.text === text) return known
  const { tokens } = sentence
  const children: number[][] = tokens.map(() => [])
  tokens.forEach((token, i) => {
    if (token.head !== undefined && token.head >= 0) children[token.head]?.push(i)
  })
  const scene = { text, sentence, tokens, children, marks: actorMarks(text, sentence) }
  made.set(sentence, scene)
  return scene
}

/** The words under a word, itself included, in text order; those joined by "and" and what `leave` names are left out. */
export function under(scene: Scene, at: number, leave: RegExp): number[] {
  const found = [at]
  for (let i = 0; i < found.length && found.length < 60; i++) {
    for (const child of scene.children[found[i] ?? 0] ?? [])
      if (!leave.test(scene.tokens[child]?.deprel ?? '')) found.push(child)
  }
  return found.sort((a, b) => a - b)
}
