import type { Sentence, Token } from '../../model/language.ts'
import type { Candidate } from './candidates.ts'

/** What the ranker sees of a candidate: words as hashes where they are features, as text where they are compared. */
export type Look = {
  readonly kind: number
  /** Kind and pronoun class, or determiner class of a noun phrase: what most features are told apart by. */
  readonly form: number
  readonly pronoun: string
  readonly sentence: number
  readonly start: number
  readonly end: number
  /** The phrase without determiner and possessive mark, in small letters. */
  readonly core: string
  readonly headWord: string
  readonly head: number
  readonly words: readonly string[]
  /** Letters of a core that is short enough for an acronym, and what the acronym of its words would be; undefined where neither. */
  readonly letters: string | undefined
  readonly initials: string | undefined
  readonly type: number
  /** True for the name of a person. */
  readonly isPerson: boolean
  /** True for a name with a type. */
  readonly isNamed: boolean
  readonly plural: number
  readonly deprel: number
  readonly governor: number
  /** Number of the quotation it stands in, 0 outside. */
  readonly quotation: number
  /** 1 for the subject of a verb of saying. */
  readonly speaks: number
  readonly alone: readonly number[]
}

/** FNV-1a of a short string, 32 bits; `start` is the hash of what stands before it. */
export function hashOf(text: string, start = 2166136261): number {
  let h = start
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619)
  return h
}

/** Looks at the candidates of a text, in their order. */
export function looksAt(
  text: string,
  sentences: readonly Sentence[],
  candidates: readonly Candidate[],
): Look[] {
  const quotations = quotationsOf(text, sentences)
  const lows = sentences.map((): string[] => [])
  return candidates.map((candidate) => {
    const tokens = sentences[candidate.sentence]?.tokens ?? []
    const known = lows[candidate.sentence] ?? []
    const low = (i: number) => {
      if (tokens[i] === undefined) return ''
      known[i] ??= wordOf(text, tokens, i).toLowerCase()
      return known[i]
    }
    return lookAt(text, { tokens, low, quotations: quotations[candidate.sentence] ?? [] }, candidate)
  })
}

/** The sentence of a candidate: its words, each in small letters, and the quotation that each stands in. */
type Around = {
  readonly tokens: readonly Token[]
  readonly low: (i: number) => string
  readonly quotations: readonly number[]
}

const kinds = { pronoun: 1, name: 2, nominal: 3, group: 4 } as const

const pronouns: Readonly<Record<string, string>> = {
  ...{
    i: 'i',
    me: 'i',
    my: 'i',
    mine: 'i',
    myself: 'i',
    we: 'we',
    us: 'we',
    our: 'we',
    ours: 'we',
    ourselves: 'we',
  },
  ...{ you: 'you', your: 'you', yours: 'you', yourself: 'you', yourselves: 'you' },
  ...{ he: 'he', him: 'he', his: 'he', himself: 'he', she: 'she', her: 'she', hers: 'she', herself: 'she' },
  ...{
    it: 'it',
    its: 'it',
    itself: 'it',
    they: 'they',
    them: 'they',
    their: 'they',
    theirs: 'they',
    themselves: 'they',
  },
}

const [firstWord, lastWord, before, after] = ['f ', 'l ', 'b ', 'a '].map((prefix) => hashOf(prefix))

function lookAt(text: string, { tokens, low, quotations }: Around, candidate: Candidate): Look {
  const { head, first, last } = candidate
  const headToken = tokens[head]
  const pronoun = candidate.kind === 'pronoun' ? (pronouns[low(head)] ?? 'one') : ''
  const determiner = candidate.kind === 'pronoun' ? pronoun : determinerOf(low(first), first === head)
  const isPossessed = low(last) === "'s" || low(last) === '’s' || low(last) === "'"
  const [from, to] = coreOf(tokens, candidate, isPossessed, low)
  const core = text
    .slice(tokens[from]?.start ?? 0, tokens[to]?.end ?? 0)
    .toLowerCase()
    .slice(0, 80)
  const words: string[] = []
  const until = candidate.name === undefined ? Math.max(head, from) : to
  for (let i = from; i <= until && words.length < 6; i++) if (/^\p{L}/u.test(low(i))) words.push(low(i))
  const governor = tokens[headToken?.head ?? -1]
  const kind = kinds[candidate.kind]
  const form = hashOf(`${kind} ${determiner}`)
  const headWord = headToken?.lemma.toLowerCase() ?? ''
  const headHash = hashOf(headWord)
  const type = hashOf(candidate.name?.type ?? '-')
  const deprel = hashOf(headToken?.deprel ?? '')
  const governed = hashOf(governor?.lemma ?? '^')
  const alone = [
    headHash,
    Math.imul(type, 3),
    Math.imul(deprel, 5),
    Math.imul(governed, 7) ^ deprel,
    hashOf(low(first), firstWord),
    hashOf(low(last), lastWord),
    hashOf(low(first - 1), before),
    hashOf(low(last + 1), after),
    hashOf(`w ${Math.min(6, last - first)}`),
    hashOf(`s ${first === 0 ? 1 : 0} ${Math.min(3, candidate.sentence)}`),
    hashOf(`q ${(quotations[head] ?? 0) > 0 ? 1 : 0} ${headToken?.xpos ?? ''}`),
  ].map((value) => Math.imul(value ^ form, 0x9e3779b1))
  return {
    ...{ kind, form, pronoun, core, headWord, words, type, deprel, alone },
    letters: core.length < 2 || core.length > 6 ? undefined : core.replace(/[^\p{L}]/gu, ''),
    initials: words.length < 2 ? undefined : initialsOf(words),
    isPerson: candidate.name?.type === 'PER',
    isNamed: candidate.kind === 'name' && candidate.name !== undefined && candidate.name.type !== 'TITLE',
    sentence: candidate.sentence,
    start: candidate.start,
    end: candidate.end,
    head: headHash,
    plural: pluralOf(candidate, headToken, pronoun),
    governor: governed,
    quotation: quotations[head] ?? 0,
    speaks: /^nsubj/.test(headToken?.deprel ?? '') && saying.test(governor?.lemma ?? '') ? 1 : 0,
  }
}

function initialsOf(words: readonly string[]): string {
  let initials = ''
  for (const word of words) if (!smallWords.has(word)) initials += word.charAt(0)
  return initials
}

const smallWords: ReadonlySet<string> = new Set(['of', 'the', 'for', 'and', 'in', 'on'])

/** First and last word of what names it: the name itself, else the phrase without determiner and possessive mark. */
function coreOf(
  tokens: readonly Token[],
  { first, last, head, name }: Candidate,
  isPossessed: boolean,
  low: (i: number) => string,
): [from: number, to: number] {
  if (name !== undefined) {
    let from = head
    let to = head
    while (from > 0 && (tokens[from - 1]?.start ?? -1) >= name.start) from--
    while (to + 1 < tokens.length && (tokens[to + 1]?.end ?? Number.POSITIVE_INFINITY) <= name.end) to++
    return [from, to]
  }
  const from = first < head && determiners.has(low(first)) ? first + 1 : first
  return [from, Math.max(from, isPossessed ? last - 1 : last)]
}

const determiners: ReadonlySet<string> = new Set(['the', 'a', 'an', 'this', 'that', 'these', 'those'])

const saying =
  /^(?:say|tell|add|ask|warn|announce|claim|explain|note|write|reply|insist|argue|state|report|declare|recall|admit)$/

function wordOf(text: string, tokens: readonly Token[], i: number): string {
  const token = tokens[i]
  return token === undefined ? '' : text.slice(token.start, Math.min(token.end, token.start + 20))
}

function determinerOf(first: string, isHead: boolean): string {
  if (isHead) return /^(?:this|that|these|those)$/.test(first) ? first : '-'
  if (/^(?:the|this|that|these|those|such|some|any|all|each|every|no|another|both|a)$/.test(first))
    return first
  if (first === 'an') return 'a'
  if (pronouns[first] !== undefined) return `${pronouns[first]}s`
  return /^[0-9]/.test(first) ? '0' : '+'
}

function pluralOf(candidate: Candidate, head: Token | undefined, pronoun: string): number {
  if (candidate.kind === 'group') return 2
  if (pronoun !== '') return pronoun === 'we' || pronoun === 'they' ? 2 : 1
  return head?.xpos === 'NNS' || head?.xpos === 'NNPS' ? 2 : 1
}

/** For each word of each sentence the number of the quotation it stands in; a quotation ends with its block. */
function quotationsOf(text: string, sentences: readonly Sentence[]): number[][] {
  let count = 0
  let open = 0
  let block = -1
  return sentences.map((sentence) => {
    if (sentence.block !== block) open = 0
    block = sentence.block
    return sentence.tokens.map((token) => {
      const sign = token.end - token.start > 2 ? '' : text.charAt(token.start)
      if (sign === '“' || (sign === '"' && open === 0)) {
        open = ++count
        return 0
      }
      if (sign === '”' || sign === '"') open = 0
      return open
    })
  })
}
