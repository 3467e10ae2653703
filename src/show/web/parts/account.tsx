import type { AccountView } from '../../views/account-view.ts'
import { Cite } from './cite.tsx'

/** One account: its words, which lead to its claim, then who gives it, where and when, and its origin. */
export function Account({ of: account, deed }: { of: AccountView; deed?: string | undefined }) {
  const { source, claim, evidence } = account
  const words = <bdi>{evidence.quote}</bdi>
  return (
    <>
      <p class="words">
        {deed !== undefined && <span class="tag is-denied">{deed}</span>}{' '}
        {claim === undefined ? (
          <Cite of={evidence} class="said">
            {words}
          </Cite>
        ) : (
          <a class="said" href={claim.href}>
            {words}
          </a>
        )}
      </p>
      <p class="by">
        {source?.entity === undefined ? (
          <bdi>{account.speaker}</bdi>
        ) : (
          <a href={source.entity.href}>
            <bdi>{source.entity.name}</bdi>
          </a>
        )}
        {source !== undefined && source.kind !== 'named' && <> ({source.label})</>} · <Cite of={evidence} />
        {account.origin !== undefined && (
          <>
            {' '}
            · origin: <bdi>{account.origin}</bdi>
          </>
        )}
      </p>
    </>
  )
}
