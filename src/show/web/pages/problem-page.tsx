import type { Problem } from '../respond.tsx'

/** A page that says what went wrong, and where to go from here. */
export function ProblemPage({ problem }: { problem: Problem }) {
  return (
    <article class="plain">
      <h1>{problem.title}</h1>
      <p>
        <bdi>{problem.says}</bdi>
      </p>
      <p>
        Go to <a href="/">the list of stories</a>, or <a href="/search">search the record</a>.
      </p>
    </article>
  )
}
