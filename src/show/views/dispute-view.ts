import { hasVerb } from '../../compare/claims/clauses.ts'
import type { Dispute } from '../../model/record.ts'
import { type AccountView, accountView } from './account-view.ts'
import { claimHref, type StoryContext } from './evidence.ts'
import { plainText } from './wording.ts'

/** One account in a dispute. */
export type DisputeSide = AccountView & {
  readonly claim: { readonly id: string; readonly href: string }
  /** How the speaker holds to the words: "denies that" where they are what is denied. */
  readonly deed?: 'denies' | 'denies that'
}

/** Two accounts of one thing that cannot both be so. */
export type DisputeView = {
  readonly id: string
  readonly about: string
  readonly sides: readonly [DisputeSide, DisputeSide]
  readonly rules: readonly string[]
}

/** The disputes of a story, each with both accounts in their own words. */
export function disputeViews(context: StoryContext): DisputeView[] {
  return context.story.disputes.flatMap((dispute) => {
    const a = sideOf(context, dispute, 0)
    const b = sideOf(context, dispute, 1)
    if (a === undefined || b === undefined) return []
    return [{ id: dispute.id, about: plainText(dispute.about), sides: [a, b], rules: dispute.rules }]
  })
}

function sideOf(context: StoryContext, dispute: Dispute, side: 0 | 1): DisputeSide | undefined {
  const id = dispute.claims[side]
  const account = accountView(context, side === 0 ? dispute.a : dispute.b, id)
  if (account === undefined) return undefined
  const isDenying = dispute.denying?.includes(side === 0 ? 'a' : 'b') === true
  const claim = { id, href: claimHref(context.story.id, id) }
  return { ...account, claim, ...(isDenying ? { deed: deedOn(account.evidence.quote) } : {}) }
}

// "denies that it had moved", "denies Kelmaria's account that …", "denies any talks"
function deedOn(words: string): 'denies' | 'denies that' {
  const head = words.split(/\sthat\s/u)[0] ?? ''
  return hasVerb(head) ? 'denies that' : 'denies'
}
