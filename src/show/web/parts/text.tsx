import type { Child } from 'hono/jsx'
import type { BlockView } from '../../views/article-view.ts'
import type { Piece } from '../../views/pieces.ts'

/** The text of a block; each piece that something was found in is one mark, and no mark lies in another. */
export function Text(props: { block: BlockView; shown: ReadonlySet<string>; hasTarget: boolean }) {
  const { block } = props
  const target = props.hasTarget ? block.pieces.findIndex((piece) => piece.kinds.includes('at')) : -1
  const pieces = block.pieces.map((piece, i) => (
    <PieceMark piece={piece} shown={props.shown} isTarget={i === target} />
  ))
  const inner = <bdi>{pieces}</bdi>
  switch (block.kind) {
    case 'headline':
      return <h1>{inner}</h1>
    case 'heading':
      return <h2 class="subhead">{inner}</h2>
    case 'quotation':
      return <blockquote>{inner}</blockquote>
    case 'list':
      return <p class="bullet">{inner}</p>
    default:
      return block.isProse ? <p>{inner}</p> : <Unread block={block}>{inner}</Unread>
  }
}

// Noise is shown, so that nothing of the text is hidden, and named, so that it is not taken for the article's words.
function Unread({ block, children }: { block: BlockView; children?: Child }) {
  return (
    <p class="noise">
      <span class="label">{block.kind}, not read</span> {children}
    </p>
  )
}

function PieceMark({
  piece,
  shown,
  isTarget,
}: {
  piece: Piece
  shown: ReadonlySet<string>
  isTarget: boolean
}) {
  const notes = piece.notes.filter((note) => shown.has(note))
  const isAt = piece.kinds.includes('at')
  const words = withVisibleControls(piece.text)
  const text =
    piece.meaning === undefined ? (
      words
    ) : (
      <span class="time" title={piece.meaning}>
        {words}
      </span>
    )
  if (notes.length === 0 && !isAt) return <>{text}</>
  const kinds = notes.length === 0 ? ['at'] : piece.kinds.filter((kind) => kind !== 'time')
  return (
    <mark
      id={isTarget ? 'at' : undefined}
      class={kinds.join(' ')}
      data-notes={notes.length === 0 ? undefined : notes.join(' ')}
      aria-details={notes.length === 0 ? undefined : notes.join(' ')}
    >
      {text}
    </mark>
  )
}

// Characters that would turn the direction of the page around are shown by name instead of obeyed.
function withVisibleControls(text: string) {
  if (!/[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/.test(text)) return text
  return text
    .split(/([\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c])/)
    .map((part, i) =>
      i % 2 === 0 ? (
        part
      ) : (
        <span class="control">U+{part.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}</span>
      ),
    )
}
