import type { Claim, Plan } from '../../model/record.ts'
import { overlaps, type Span } from '../../model/span.ts'

/** Plans with the origin behind each entry: that of the carrier in the same article whose words it shares most. */
export function withOrigins(plans: readonly Plan[], claims: readonly Claim[]): Plan[] {
  const byArticle = new Map<string, { readonly span: Span; readonly origin: string }[]>()
  for (const { carriers } of claims)
    for (const { span, origin } of carriers)
      byArticle.set(span.article, [...(byArticle.get(span.article) ?? []), { span, origin }])
  return plans.map((plan) => ({
    ...plan,
    history: plan.history.map((entry) => {
      const origin = originOf(entry.span, byArticle.get(entry.span.article) ?? [])
      return origin === undefined ? entry : { ...entry, origin }
    }),
  }))
}

function originOf(
  span: Span,
  carriers: readonly { readonly span: Span; readonly origin: string }[],
): string | undefined {
  let best: { readonly shared: number; readonly origin: string } | undefined
  for (const carrier of carriers) {
    if (!overlaps(carrier.span, span)) continue
    const shared = Math.min(carrier.span.end, span.end) - Math.max(carrier.span.start, span.start)
    if (best === undefined || shared > best.shared) best = { shared, origin: carrier.origin }
  }
  return best?.origin
}
