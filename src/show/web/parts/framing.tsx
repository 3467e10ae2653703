import { type FramingView, framingCounts, framingWords } from '../../views/framing-view.ts'
import { capitalised, shortened } from '../../views/wording.ts'
import { Cite } from './cite.tsx'

/** The same thing in different words, whose voices are heard, and what is left out: counts for each outlet, never a score. */
export function FramingPanel({ framing }: { framing: readonly FramingView[] }) {
  const worded = framing.filter(({ kind }) => kind === 'label' || kind === 'scare-quotes' || kind === 'cue')
  const voices = framing.filter(({ kind }) => kind === 'voice')
  const own = framing.filter(({ kind }) => kind === 'own-reporting')
  const silences = framing.filter(({ kind }) => kind === 'silence')
  return (
    <>
      <List framing={worded.slice(0, 12)} />
      <Folded title="Whose voices each outlet carries" framing={voices} />
      <Folded title="What each outlet reports itself" framing={own} />
      <Folded title="What is left out by whom" framing={silences.slice(0, 12)} />
      <p class="by">
        In brackets the 95 % interval of a share: few uses say little. Quoted speakers and copied text do not
        count as an outlet's words.
      </p>
    </>
  )
}

function Folded({ title, framing }: { title: string; framing: readonly FramingView[] }) {
  if (framing.length === 0) return null
  return (
    <details>
      <summary>{title}</summary>
      <List framing={framing} />
    </details>
  )
}

function List({ framing }: { framing: readonly FramingView[] }) {
  if (framing.length === 0) return null
  return (
    <ul class="framing">
      {framing.map((each) => (
        <li>
          <b>
            <bdi>{each.outlets.join(', ')}</bdi>
          </b>{' '}
          {each.href === undefined ? (
            <bdi>{framingWords(each)}</bdi>
          ) : (
            <a class="said" href={each.href}>
              <bdi>{shortened(capitalised(each.what), 140)}</bdi>
            </a>
          )}{' '}
          <span class="by">
            {framingCounts(each)} {each.evidence[0] && <Cite of={each.evidence[0]} />}
          </span>
        </li>
      ))}
    </ul>
  )
}
