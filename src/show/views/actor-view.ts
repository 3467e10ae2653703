import type { CarrierView, ClaimView } from './claim-view.ts'
import { type SourceView, sourceName } from './source-view.ts'

/** Somebody who is said to say things, with the claims. */
export type ActorView = {
  readonly name: string
  readonly kind: SourceView['kind']
  readonly label: string
  readonly href?: string
  readonly said: readonly Saying[]
}

/** Something that somebody is said to say: a claim, and where it carries his name. */
export type Saying = { readonly claim: ClaimView; readonly carriers: readonly CarrierView[] }

/** Claims by who says them; the same person under any spelling is one actor, anonymous sources are never joined across articles, and a copied text is not a second saying. */
export function actorViews(claims: readonly ClaimView[]): ActorView[] {
  const actors = new Map<string, { actor: Omit<ActorView, 'said'>; said: Map<ClaimView, CarrierView[]> }>()
  for (const claim of claims) {
    for (const carrier of claim.carriers) {
      const key = keyOf(carrier)
      if (key === undefined || carrier.part === 'copies') continue
      const entry = actors.get(key) ?? { actor: actorOf(carrier), said: new Map<ClaimView, CarrierView[]>() }
      entry.said.set(claim, [...(entry.said.get(claim) ?? []), carrier])
      actors.set(key, entry)
    }
  }
  return [...actors.values()]
    .map(({ actor, said }) => ({
      ...actor,
      said: distinctSayings([...said].map(([claim, carriers]) => ({ claim, carriers }))),
    }))
    .sort((a, b) => rank(a) - rank(b) || b.said.length - a.said.length || (a.name < b.name ? -1 : 1))
}

/** Sayings without those whose words stand with another one already: two claims of one sentence are told once. */
export function distinctSayings(sayings: readonly Saying[]): Saying[] {
  const told = new Set<string>()
  return sayings.filter(({ carriers }) => {
    const words = carriers[0]?.said.href ?? ''
    return !told.has(words) && told.add(words)
  })
}

function keyOf(carrier: CarrierView): string | undefined {
  const { source } = carrier
  if (source.kind === 'unstated' || source.kind === 'outlet') return undefined
  if (source.entity !== undefined) return source.entity.id
  const words = (source.refersTo ?? source.words).toLowerCase()
  return source.kind === 'anonymous' || source.kind === 'collective'
    ? `${carrier.evidence.span.article} ${words}`
    : words
}

function actorOf(carrier: CarrierView): Omit<ActorView, 'said'> {
  const { source } = carrier
  return {
    name: sourceName(source, carrier.outlet),
    kind: source.kind,
    label: source.label === 'named' ? 'named' : `${source.label}, in ${carrier.outlet}`,
    href: source.entity?.href,
  }
}

function rank(actor: ActorView): number {
  return actor.kind === 'named' ? 0 : actor.kind === 'document' ? 2 : 1
}
