import type { Child } from 'hono/jsx'
import { type Evidence, outletInWords } from '../../views/evidence.ts'
import { momentInWords, shortened } from '../../views/wording.ts'

/** A link to the characters that an assertion rests on; they show on hover and focus. */
export function Cite(props: { of: Evidence; label?: string; class?: string; children?: Child }) {
  const { of: evidence } = props
  return (
    <a
      class={props.class === undefined ? 'cite' : `cite ${props.class}`}
      href={evidence.href}
      aria-label={props.label}
    >
      {props.children ?? <Place of={evidence} />}
      <span class="pop" aria-hidden="true">
        <bdi>“{shortened(evidence.quote, 240)}”</bdi>
        <small>
          <Place of={evidence} />
        </small>
      </span>
    </a>
  )
}

/** Outlet, time and paragraph of a piece of evidence. */
export function Place({ of: evidence }: { of: Evidence }) {
  return (
    <span class="place">
      <bdi>{outletInWords(evidence.outlet)}</bdi>
      {', '}
      {evidence.published === undefined ? 'undated' : momentInWords(evidence.published)}
      {', '}
      {evidence.place}
    </span>
  )
}
