import type { RuleEntry } from '../../rule-book.ts'

/** Every rule that can have made an output, by table; word lists are left to their files. */
export function RulesPage({ rules }: { rules: readonly RuleEntry[] }) {
  const tables = [...new Set(rules.map((rule) => rule.table))]
  return (
    <article class="book">
      <header class="head">
        <h1>Rules</h1>
        <p class="lede">
          Whatever stands on a page was found by one of these, or by the trained reader. The id beside it says
          which.
        </p>
      </header>
      {tables.map((name) => (
        <section aria-labelledby={name}>
          <h2 id={name}>{name}</h2>
          <dl>
            {rules
              .filter((rule) => rule.table === name)
              .map((rule) => (
                <div id={rule.id}>
                  <dt>
                    <code>{rule.id}</code>
                  </dt>
                  <dd>
                    {rule.says}
                    {rule.example && <span class="example"> {rule.example}</span>}
                  </dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
    </article>
  )
}
