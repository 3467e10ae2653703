import { ruleBook } from '../../rule-book.ts'

/** Ids of rules, small and set apart; each leads to what it says. */
export function Rules({ ids }: { ids: readonly string[] }) {
  return (
    <span class="rules">
      {ids.map((id) => (
        <Rule id={id} />
      ))}
    </span>
  )
}

function Rule({ id }: { id: string }) {
  const rule = ruleBook().get(id)
  if (rule?.kind !== 'rule') return <code title={rule && `${rule.table}: ${rule.says}`}>{id}</code>
  return (
    <a href={`/rules#${encodeURIComponent(id)}`} title={rule.says}>
      <code>{id}</code>
    </a>
  )
}
