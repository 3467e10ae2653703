import type { Entity } from '../../model/record.ts'
import type { Span } from '../../model/span.ts'
import { countryNamed } from '../../text/countries.ts'
import { table } from '../../text/table.ts'
import { timeOf } from '../member.ts'
import { wordsOf } from '../words/words.ts'
import type { NameMention } from './name-words.ts'

type Role = Entity['roles'][number]

/** The roles that articles give a name, in the order of report: each wording with its first place, when it is held, and its office. */
export function rolesOf(names: readonly NameMention[]): Role[] {
  const roles = new Map<string, Role>()
  for (const name of names) {
    name.roles.forEach((span, i) => {
      const text = name.roleWords[i] ?? ''
      if (isAddress.test(text)) return
      const known = roles.get(text)
      if (known === undefined) roles.set(text, roleOf(text, span, name))
      else if (name.reported !== undefined) roles.set(text, { ...known, until: name.reported })
    })
  }
  return [...roles.values()].sort((a, b) => timeOf(a.reported) - timeOf(b.reported))
}

// "Mr" is how somebody is addressed, no role.
const isAddress = /^(?:Mr|Mrs|Ms|Miss|Mx|Messrs)\.?$/

function roleOf(text: string, span: Span, name: NameMention): Role {
  const standing = standingOf(text, name)
  const office = officeOf(text, name.countryWords)
  const { reported } = name
  return {
    text,
    span,
    ...(reported === undefined ? {} : { reported }),
    ...(standing === undefined ? {} : standing),
    ...(office === undefined ? {} : { office }),
  }
}

let standings: ReadonlyMap<string, string> | undefined

function standingTable(): ReadonlyMap<string, string> {
  return new Map(table('compare-standing').map((row) => [row.word ?? '', row.standing ?? '']))
}

// "former", "acting", "-designate" in the role; "then-" right before it.
function standingOf(text: string, { before }: NameMention): Pick<Role, 'standing' | 'rule'> | undefined {
  standings ??= standingTable()
  const lead = /(?:^|[\s(])(\p{L}+)[\s-]$/u.exec(before.slice(0, Math.max(0, before.lastIndexOf(text))))?.[1]
  for (const word of [...text.toLowerCase().split(/[\s-]+/), lead?.toLowerCase() ?? '']) {
    const standing = standings.get(word)
    if (standing !== undefined)
      return { standing: standingNamed(standing), rule: `ROL-${standing.toUpperCase()}` }
  }
  return undefined
}

function standingNamed(standing: string): NonNullable<Role['standing']> {
  switch (standing) {
    case 'former':
    case 'then':
    case 'acting':
    case 'coming':
    case 'outgoing':
      return standing
    default:
      throw new Error(`data/compare-standing.tsv: no standing is called "${standing}"`)
  }
}

/** "foreign minister of Iran", from "Iranian Foreign Minister"; only what one person holds, of a country that the words name. */
export function officeOf(text: string, countryWords: string | undefined): string | undefined {
  const country = countryWords === undefined ? undefined : (countryNamed(countryWords) ?? countryWords)
  if (country === undefined || !text.includes(countryWords ?? '')) return undefined
  standings ??= standingTable()
  const words = wordsOf(text.replace(countryWords ?? '', ''))
    .map(({ form }) => form)
    .filter((form) => standings?.has(form) !== true && !/^(?:of|the|s)$/.test(form))
  const head = words.at(-1)
  return head !== undefined && oneHolder.test(head) ? `${words.join(' ')} of ${country}` : undefined
}

const oneHolder =
  /^(?:president|minister|premier|chancellor|king|queen|emir|sultan|speaker|secretary|governor|chief|leader)$/
