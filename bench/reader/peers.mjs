// What other packages for Node make of a text, in the form of the tasks `parse` and `names`.

let wink
let nlp

/** Loads wink-nlp with its small English model. */
export async function openWink() {
  const { default: winkNLP } = await import('wink-nlp')
  const { default: model } = await import('wink-eng-lite-web-model')
  wink = winkNLP(model)
}

/** Loads compromise. */
export async function openCompromise() {
  nlp = (await import('compromise')).default
}

/** Sentences with words, tags and lemmas by wink-nlp; its tokens carry the space before them, from which the offsets follow. */
export function winkParse(text) {
  const { its } = wink
  const sentences = []
  let at = 0
  wink
    .readDoc(text)
    .sentences()
    .each((sentence) => {
      const tokens = []
      sentence.tokens().each((token) => {
        const form = token.out(its.value)
        const start = text.indexOf(form, at)
        if (start < 0) return
        at = start + form.length
        if (form.trim() === '') return
        tokens.push({ start, end: at, form, upos: token.out(its.pos), lemma: token.out(its.lemma) })
      })
      if (tokens.length > 0) sentences.push({ start: tokens[0].start, end: tokens.at(-1).end, tokens })
    })
  return { sentences }
}

/** Names of people, organisations and places by compromise. */
export function compromiseNames(text) {
  const doc = nlp(text)
  const found = []
  for (const [type, view] of [
    ['PER', doc.people()],
    ['ORG', doc.organizations()],
    ['LOC', doc.places()],
  ]) {
    for (const { offset, terms } of view.json({ offset: true })) {
      const last = terms.at(-1)
      if (offset === undefined || last === undefined) continue
      const raw = text.slice(offset.start, offset.start + offset.length)
      const inner = raw.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}.]+$|['’]s[^\p{L}]*$/gu, '')
      const start = offset.start + raw.indexOf(inner)
      if (inner !== '') found.push({ start, end: start + inner.length, type })
    }
  }
  return found
}
