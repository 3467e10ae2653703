import type { Clause } from './clauses.ts'

/** The type of an event word among the words around it; undefined where it names no event ("meeting a deadline", "a strike price"). */
export function typeInContext(type: string, clause: Clause, at: number): string | undefined {
  const { forms } = clause
  const form = forms[at] ?? ''
  const near = forms.slice(Math.max(0, at - 8), at + 9).join(' ')
  if (type === 'strike') return strikeType(near)
  if (/^call(?:s|ed|ing)?$/.test(form) && type === 'sanction')
    return /\b(?:strike|protest|protests|demonstration|rally|march|walkout)\b/.test(forms.slice(at).join(' '))
      ? 'concede'
      : 'sanction'
  const rest = forms.slice(at + 1).join(' ')
  if (/^shorten/.test(form)) return /\b(?:curfew|ban|sentence)\b/.test(rest) ? type : undefined
  if (/^lift(?:s|ed|ing)?$/.test(form) && type === 'concede')
    return /\b(?:blockade|siege)\b/.test(rest) ? 'retreat' : type
  if (/^(?:questions?|questioned|interviews?)$/.test(form))
    return examiners.test(near) && !/\bto question\b.*\bwhether\b/.test(near) ? type : undefined
  if (/^appearances?$/.test(form)) return hearers.test(near) ? type : undefined
  if (/^present(?:s|ed|ing)?$/.test(form)) return papers.test(rest) ? type : undefined
  if (/^search(?:es)?$/.test(form) && type === 'search')
    return /\b(?:engine|warrant|warrants|results|party's|for (?:a|answers|solutions|peace|ways))\b/.test(rest)
      ? undefined
      : type
  if (type === 'until')
    return /\b(?:given?|gives|gave)\b/.test(forms.slice(Math.max(0, at - 8), at).join(' ')) ||
      /^(?:has|have|had)$/.test(forms[at - 1] ?? '')
      ? 'deadline'
      : undefined
  if (form === 'round' || form === 'rounds')
    return /\b(?:talks|negotiations|first|second|third|next|new|previous|last)\b/.test(near)
      ? 'talks'
      : undefined
  if (
    /^meet(?:s|ing)?$|^met$/.test(form) &&
    /^(?:the|its|his|their|all)$/.test(forms[at + 1] ?? '') &&
    /^(?:deadline|target|targets|demand|demands|conditions|needs|requirements|obligations|costs)$/.test(
      forms[at + 2] ?? '',
    )
  )
    return undefined
  // "the minutes of the meeting": a paper, not a meeting.
  if (
    /\b(?:minutes|record|transcript|recording|result|results) of (?:the|its|their|that|last) (?:\p{L}+ )?$/u.test(
      `${forms.slice(Math.max(0, at - 5), at).join(' ')} `,
    )
  )
    return undefined
  if (/^appears?$/.test(form) && /^(?:to|that|as|likely|unlikely)$/.test(forms[at + 1] ?? ''))
    return undefined
  if (/^approve[ds]?$/.test(form))
    return /\b(?:parliament|council|assembly|senate|house|committee|votes?|lawmakers|members|cabinet)\b/.test(
      forms.join(' '),
    )
      ? 'vote'
      : 'agree'
  if (/^open(?:s|ed|ing)?$/.test(form) && /\b(?:trial|hearing|inquest)\b/.test(near)) return 'hearing'
  if (/^(?:opening|openings)$/.test(form) && /\b(?:trial|hearing|inquest)\b/.test(near)) return 'hearing'
  return type
}

// Who questions a witness or a suspect: "question" and "interview" are events of theirs, not of a reporter's.
const examiners =
  /\b(?:investigators?|police|detectives|prosecutors?|magistrates?|judges?|committee|commission|inquiry|panel|lawmakers|parliament|senators?|deputies|auditors)\b/

// "her appearance in parliament".
const hearers = /\b(?:parliament|court|committee|commission|inquiry|tribunal|senate|congress|hearing|judge)\b/

// What is presented on a day that is set.
const papers =
  /\b(?:budget|plans?|bill|programme|program|report|findings|proposals?|manifesto|strategy|reforms?|offer|evidence|results|accounts|petition)\b/

// Workers strike, and forces do.
function strikeType(near: string): string {
  if (
    /\bstrike (?:will|would|is|was|has been|had been|due|set|to) (?:to |due to |set to )?(?:start|begin|go ahead|last|end)\b/.test(
      near,
    )
  )
    return 'walkout'
  return /\b(?:drivers?|\p{L}*workers?|docks?|dockers|ports|prison guards|lecturers|unions?|pay|wages?|staff|nurses|teachers|doctors|crews?|miners|dockers|train|rail|bus|railway|hours?|labou?r|work|employees|strikers|walkout|conductors|pilots|guards|members|federation|(?:one|two|three|four|five|six|seven)\s?-\s?(?:day|hour|week)|for (?:\d+|two|three|four|five|six|seven|several) (?:hours|days))\b/u.test(
    near,
  )
    ? 'walkout'
    : 'assault'
}
