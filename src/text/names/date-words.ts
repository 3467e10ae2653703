/** True for "Monday". */
export function isWeekday(form: string): boolean {
  return /^(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day$/.test(form)
}

/** Whether a word is a month beside what says when: "in May", "May 4", "last May". */
export function isDate(form: string, before: string, after: string): boolean {
  return isMonth(form) && (/^\p{N}/u.test(after) || /^\p{N}/u.test(before) || surely.test(before))
}

/** Whether a word may be a month where it stands: also "by May", "from May", where somebody of that name may be meant. */
export function mayBeDate(form: string, before: string, after: string): boolean {
  return isDate(form, before, after) || (isMonth(form) && perhaps.test(before))
}

function isMonth(form: string): boolean {
  return months.has(form)
}

const months: ReadonlySet<string> = new Set(
  'January February March April May June July August September October November December'.split(' '),
)
const surely = /^(?:in|since|until|till|throughout|during|last|next|each|every|early|late|mid)$/i
const perhaps = /^(?:by|from|to|of|this|before|after|between|through)$/i
