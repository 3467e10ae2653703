import type { WordLook } from '../tags/word-looks.ts'
import type { NameView } from './name-view.ts'

/** The features of a word as part of a name, each as a string. */
export function nameFeatures(view: NameView, i: number): string[] {
  return [...spelling(view, i), ...surroundings(view, i), ...grammar(view, i)]
}

function look(view: NameView, i: number): WordLook {
  return view.looks.lookAt(view.sentence, i)
}

function spelling(view: NameView, i: number): string[] {
  const { low, letters, shape, elsewhere } = look(view, i)
  const [before, after] = [look(view, i - 1), look(view, i + 1)]
  const [before2, after2] = [look(view, i - 2), look(view, i + 2)]
  const first = i === 0 ? '1' : '0'
  const kind = view.looks.caseOf(view.sentence)
  return [
    'b',
    `w${low}`,
    `W${letters}${low}`,
    `a${before.low}`,
    `n${after.low}`,
    `A${before2.low}`,
    `N${after2.low}`,
    `1${before.low} ${low}`,
    `2${low} ${after.low}`,
    `z2${low.slice(-2)}`,
    `z3${low.slice(-3)}${letters}`,
    `z4${low.slice(-4)}`,
    `p2${low.slice(0, 2)}`,
    `p3${low.slice(0, 3)}`,
    `p4${low.slice(0, 4)}`,
    `s${shape}${first}`,
    `sk${letters}${first}${kind}`,
    `sn${before.shape} ${shape} ${after.shape}`,
    `sl${before.letters}${letters}${after.letters}${after2.letters}`,
    `d${elsewhere}${first}${kind}`,
  ]
}

function surroundings(view: NameView, i: number): string[] {
  const { first, text, elsewhere, lows, upos } = view
  const own = first.kinds[i] ?? 'O'
  const left = first.kinds[i - 1] ?? '^'
  const right = first.kinds[i + 1] ?? '$'
  const said = elsewhere[i] ?? '-'
  const tag = upos[i] ?? 'X'
  const { letters } = look(view, i)
  const low = lows[i] ?? ''
  const pairs = `${text.pair(lows[i - 1] ?? '^', low)}${text.pair(low, lows[i + 1] ?? '$')}`
  const found = [
    `D${said}`,
    `Dl${said}${elsewhere[i - 1] ?? '^'}`,
    `Dr${said}${elsewhere[i + 1] ?? '$'}`,
    `Du${said}${tag}${letters}`,
    `Dn${said}${own}`,
    `bb${pairs}${tag}`,
    `t${own}${first.leads[i] ?? 0}`,
    `tl${own}${left}`,
    `tr${own}${right}`,
    `tu${own}${tag}${letters}`,
    `tlr${left}${own}${right}`,
  ]
  if (letters !== 'l' && letters !== 'o') return found
  return [
    ...found,
    `gl${low}${upos[i - 1]}${upos[i + 1]}${left}${right}`,
    `gd${low}${elsewhere[i - 1]}${elsewhere[i + 1]}`,
  ]
}

function grammar(view: NameView, i: number): string[] {
  const { upos, xpos, labels, heads, lows, tops, first } = view
  const tag = upos[i] ?? 'X'
  const [left, right] = [upos[i - 1] ?? '^', upos[i + 1] ?? '$']
  const [left2, right2] = [upos[i - 2] ?? '^', upos[i + 2] ?? '$']
  const label = labels[i] ?? '$'
  const head = heads[i] ?? -1
  const headTag = head < 0 ? 'root' : (upos[head] ?? 'X')
  const headWord = head < 0 ? 'root' : (lows[head] ?? '')
  const { letters } = look(view, i)
  const kind = view.looks.caseOf(view.sentence)
  const [before, after] = [look(view, i - 1).low, look(view, i + 1).low]
  const same = `${i > 0 && tops[i] === tops[i - 1] ? 's' : 'd'}${tops[i] === tops[i + 1] ? 's' : 'd'}`
  return [
    `u${tag}`,
    `x${xpos[i]}`,
    `ul${left}${tag}`,
    `ur${tag}${right}`,
    `ulr${left}${tag}${right}`,
    `uc${tag}${letters}${i === 0 ? '1' : '0'}${kind}`,
    `u5${left2}${left}${tag}${right}${right2}`,
    `uw${tag}${look(view, i).low}`,
    `ual${tag}${before}`,
    `uan${tag}${after}`,
    `r${label}`,
    `rl${label}${labels[i - 1] ?? '^'}`,
    `rr${label}${labels[i + 1] ?? '$'}`,
    `ro${label}${way(head, i)}${tag}${letters}`,
    `rh${label}${headTag}`,
    `rw${label}${headWord}`,
    `sm${same}${tag}${left}${right}`,
    `sd${same}${label}`,
    `st${same}${first.kinds[i]}`,
  ]
}

/** Where the head stands: the root, the word before or after, or further away. */
function way(head: number, i: number): string {
  if (head < 0) return 'r'
  if (head === i - 1) return '<'
  if (head === i + 1) return '>'
  return head < i ? '-' : '+'
}
