import { statusWords } from '../../views/status-words.ts'
import { DeedLegend } from '../parts/deed.tsx'

/** How to read the record: what the words and glyphs stand for, and what it never does. */
export function AboutPage() {
  return (
    <article class="plain">
      <h1>How to read the record</h1>
      <p class="lede">
        On Record reads articles and keeps who said what. It does not say what is true, and it scores nobody.
        Every line on every page is a link to the characters that it rests on.
      </p>
      <h2>Outlets and origins</h2>
      <p>
        Ten outlets may repeat what one was told. An <b>origin</b> is where a claim enters the public record:
        the outlet whose reporters were told, a speech, a statement, a document, something that reporters saw.
        Passing on a report or copying a text adds an outlet and no origin.
      </p>
      <p>
        “1–2 origins” says that one is certain, and that there may be two: an anonymous official may be the
        one who spoke to another paper. Dots show the same: <span class="dots">●</span> certainly apart,{' '}
        <span class="dots">○</span> possibly.
      </p>
      <h2>In the table of claims</h2>
      <DeedLegend />
      <h2>Plans</h2>
      <p>
        A plan keeps its history. A value that a later report replaced is <s>struck through</s>; the last one
        reported stands. Status is shown by shape and word:
      </p>
      <p class="legend">
        {Object.values(statusWords).map(({ glyph, word }) => (
          <span>
            <span aria-hidden="true">{glyph}</span> {word}
          </span>
        ))}
      </p>
      <h2>In an article</h2>
      <p>
        <mark class="source">a named source</mark>, <mark class="source anonymous">somebody unnamed</mark>,{' '}
        <mark class="cue">the words that attribute</mark>, <mark class="content">what is said</mark>,{' '}
        <mark class="content denied">what is denied</mark>,{' '}
        <mark class="relay">the outlet that it comes through</mark>. What the program takes for noise, such as
        links to other articles, stays in place and is named as not read.
      </p>
      <h2>Why it says so</h2>
      <p>
        Small codes such as <code>Q-ROLE-LED</code> name the rule that made a line.{' '}
        <a href="/rules">All rules in words</a>.
      </p>
      <h2>What is not known</h2>
      <p>
        A missing date, source or place is never filled in. The page says that it is not known, and why: the
        text does not say, the article has no date, a word allows two readings.
      </p>
      <h2>The sample record</h2>
      <p>
        The articles about Ardovia, Kelmaria and the Vesk Strait that come with the program are fiction. Their
        countries, people and outlets are invented.
      </p>
    </article>
  )
}
