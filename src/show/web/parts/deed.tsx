import type { Deed } from '../../views/matrix-view.ts'

/** The glyph of what an outlet does with a claim. */
export function DeedMark({ deed }: { deed: Deed }) {
  return (
    <span class={`deed does-${deed}`} aria-hidden="true">
      {deedGlyphs[deed]}
    </span>
  )
}

/** The words under the table: what each glyph stands for. */
export function DeedLegend() {
  return (
    <p class="legend">
      {deeds.map((deed) => (
        <span>
          <DeedMark deed={deed} /> {deedWords[deed]}
        </span>
      ))}
      <span>
        <span class="deed silent" aria-hidden="true">
          ·
        </span>{' '}
        silent
      </span>
    </p>
  )
}

/** What each deed is called in the legend. */
export const deedWords: Readonly<Record<Deed, string>> = {
  originates: 'was told it, or saw it',
  relays: 'passes on another outlet',
  copies: 'copies the text',
  denies: 'carries a denial',
  doubts: 'carries a doubt',
}

const deedGlyphs: Readonly<Record<Deed, string>> = {
  originates: '●',
  relays: '○',
  copies: '◎',
  denies: '✕',
  doubts: '?',
}

const deeds: readonly Deed[] = ['originates', 'relays', 'copies', 'denies', 'doubts']
