/** Ids of rules, small and set apart. */
export function Rules({ ids }: { ids: readonly string[] }) {
  return (
    <span class="rules">
      {ids.map((id) => (
        <code>{id}</code>
      ))}
    </span>
  )
}
