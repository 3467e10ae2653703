import type { OriginView } from '../../views/claim-view.ts'
import type { GraphEdge, GraphNode, OriginGraph } from '../../views/origin-graph.ts'
import { capitalised, momentInWords, shortened } from '../../views/wording.ts'

/** Where a claim came from, drawn: time runs to the right, each lane is one origin, arcs are relays and copies. */
export function Graph({ graph, label }: { graph: OriginGraph; label: string }) {
  const column = columnWidth(graph.columns)
  const width = xOf(Math.max(1, graph.columns) - 1, column) + 65
  const height = graph.lanes.length * lane + 10
  return (
    <>
      <section class="scroll" tabindex={0} aria-label={label}>
        <svg
          class="graph"
          width={width}
          height={height}
          viewBox={`0 0 ${width} ${height}`}
          aria-label={label}
        >
          <defs>
            <marker
              id="tip"
              viewBox="0 0 8 8"
              refX="7"
              refY="4"
              markerWidth="7"
              markerHeight="7"
              orient="auto-start-reverse"
            >
              <path d="M0 0 8 4 0 8z" class="tip" />
            </marker>
          </defs>
          {graph.lanes.map((each, i) => (
            <Lane origin={each.origin} deed={each.deed} at={i} end={xOf(lastColumn(graph, i), column)} />
          ))}
          {graph.edges.map((edge) => {
            const [from, to] = [graph.nodes[edge.between[0]], graph.nodes[edge.between[1]]]
            return from && to && <Edge from={from} to={to} kind={edge.kind} column={column} />
          })}
          {graph.nodes.map((node) => (
            <Node node={node} column={column} />
          ))}
        </svg>
      </section>
      <p class="legend">
        <span>each line is one origin, time runs to the right</span>
        <span>
          <svg class="key" width="30" height="10" aria-hidden="true">
            <path d="M1 5H29" class="edge is-relay" />
          </svg>{' '}
          passed on
        </span>
        <span>
          <svg class="key" width="30" height="10" aria-hidden="true">
            <path d="M1 5H29" class="edge is-copy" />
          </svg>{' '}
          copied
        </span>
        {graph.edges.some(({ kind }) => kind === 'circular') && (
          <span>
            <svg class="key" width="30" height="10" aria-hidden="true">
              <path d="M1 5H29" class="edge is-circular" />
            </svg>{' '}
            in a circle
          </span>
        )}
      </p>
    </>
  )
}

const laneLabel = 210
const pageWidth = 812
const lane = 92

function Lane(props: { origin: OriginView; deed: 'affirms' | 'denies' | 'doubts'; at: number; end: number }) {
  const y = yOf(props.at)
  const lines = wrapped(capitalised(props.origin.source), 27)
  return (
    <g class={`lane lane-${props.deed}`}>
      <rect
        x="1"
        y={y - 33}
        width={laneLabel - 22}
        height="66"
        rx="4"
        class={props.origin.isCertain ? 'box' : 'box is-uncertain'}
      />
      <text x="12" y={y - 12} class="who">
        {lines.map((line, i) => (
          <tspan x="12" dy={i === 0 ? '0' : '17'}>
            {line}
          </tspan>
        ))}
      </text>
      <text x="12" y={y + 24} class="what">
        {laneWords(props)}
      </text>
      <path d={`M${laneLabel - 21} ${y}H${props.end}`} class="rail" />
    </g>
  )
}

function laneWords({ origin, deed }: { origin: OriginView; deed: string }): string {
  if (deed !== 'affirms') return deed
  if (origin.isCircle) return 'cite each other, and nobody else'
  return origin.isCertain ? kindWords[origin.kind] : 'may be the same as another'
}

function Edge(props: { from: GraphNode; to: GraphNode; kind: GraphEdge['kind']; column: number }) {
  const { from, to, kind, column } = props
  const [x1, x2] = [xOf(from.column, column), xOf(to.column, column)]
  const [y1, y2] = [yOf(from.lane), yOf(to.lane)]
  const lift = from.lane === to.lane ? 26 + Math.min(12, Math.abs(to.column - from.column) * 3) : 8
  const d = `M${x1} ${y1 - 8}C${x1 + 14} ${Math.min(y1, y2) - lift} ${x2 - 14} ${Math.min(y1, y2) - lift} ${x2} ${y2 - 9}`
  return <path d={d} class={`edge is-${kind}`} marker-end="url(#tip)" />
}

function Node({ node, column }: { node: GraphNode; column: number }) {
  const [x, y] = [xOf(node.column, column), yOf(node.lane)]
  const { evidence, outlet } = node.carrier
  const time =
    evidence.published === undefined ? 'undated' : momentInWords(evidence.published).replace(' UTC', '')
  const lines = wrapped(outlet, Math.floor(column / 6.7))
  return (
    <a href={evidence.href}>
      <title>{`${node.deed}: ${evidence.quote}`}</title>
      <rect x={x - column / 2 + 4} y={y - 12} width={column - 8} height="66" class="hit" />
      <Shape node={node} x={x} y={y} />
      <text x={x} y={y + 22} class="outlet">
        {lines.map((line, i) => (
          <tspan x={x} dy={i === 0 ? '0' : '14'}>
            {line}{' '}
          </tspan>
        ))}
      </text>
      <text x={x} y={y + 23 + lines.length * 14} class="time">
        {time}
      </text>
    </a>
  )
}

function Shape({ node, x, y }: { node: GraphNode; x: number; y: number }) {
  if (node.deed === 'denies')
    return <path d={`M${x - 5} ${y - 5}l10 10m0 -10l-10 10`} class="node does-denies" />
  return (
    <>
      <circle cx={x} cy={y} r="7" class={`node does-${node.deed}`} />
      {node.deed === 'copies' && <circle cx={x} cy={y} r="2.5" class="node does-copies dot" />}
    </>
  )
}

const kindWords = {
  told: 'told to reporters',
  statement: 'said in public',
  document: 'a document',
  witness: 'seen by reporters',
  unknown: 'origin not stated',
} as const

function lastColumn(graph: OriginGraph, at: number): number {
  return Math.max(0, ...graph.nodes.filter((node) => node.lane === at).map((node) => node.column))
}

// As wide as an outlet's name wants on one line, narrower where the page would else cut the last report off.
function columnWidth(columns: number): number {
  const room = (pageWidth - laneLabel - 110) / Math.max(1, columns - 1)
  return Math.round(Math.min(118, Math.max(80, room)))
}

function xOf(at: number, column: number): number {
  return laneLabel + 45 + at * column
}

function yOf(at: number): number {
  return at * lane + 46
}

// Two lines at most; SVG text does not wrap by itself.
function wrapped(text: string, width: number): string[] {
  if (text.length <= width) return [text]
  const cut = text.lastIndexOf(' ', width)
  const at = cut > 0 ? cut : width
  return [text.slice(0, at), shortened(text.slice(at).trim(), width - 2)]
}
