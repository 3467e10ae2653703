/**
 * A date of a feed in a form that {@link readDate} reads, where feeds write it in one of their own: years of two digits
 * and the zones of RFC 822, the order of C's `asctime`, ISO 8601 without separators, seconds since 1970. Other text comes
 * back as it is.
 */
export function feedDate(text: string | undefined): string | undefined {
  const words = text?.replace(/\s+/g, ' ').trim()
  if (words === undefined || words === '') return undefined
  return epoch(words) ?? compact(words) ?? asctime(words) ?? rfc822(words)
}

// "1930900200", "1930900200000"
function epoch(text: string): string | undefined {
  if (!/^\d{10}(?:\d{3})?$/.test(text)) return undefined
  return new Date(Number(text) * (text.length === 10 ? 1000 : 1)).toISOString()
}

// "20310304T091000Z", "20310304T0910+0100"
function compact(text: string): string | undefined {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)?(?:[.,]\d+)?(Z|[+-]\d\d:?\d\d)?$/i.exec(text)
  if (match === null) return undefined
  const [, year, month, day, hour, minute, second = '00', zone = ''] = match
  return `${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`
}

// "Tue Mar 4 09:10:00 2031", "Tue Mar 4 09:10:00 GMT 2031"
function asctime(text: string): string | undefined {
  const match =
    /^(?:[a-z]{3,9},? )?([a-z]{3,9}) (\d{1,2}),? (\d{1,2}:\d\d(?::\d\d)?)( [a-z]{2,5}| [+-]\d{4})? (\d{4})$/i.exec(
      text,
    )
  if (match === null) return undefined
  const [, month, day, time, zone = '', year] = match
  return zoned(`${day} ${month} ${year} ${time}${zone}`)
}

// "Tue, 04 Mar 31 09:10 CST": RFC 2822 says which century the year is of.
function rfc822(text: string): string {
  const whole = text.replace(
    /^((?:[a-z]{2,9}\.?,? )?\d{1,2}[ -][a-z]{3,9}\.?[ -])(\d\d)(?= \d{1,2}:\d\d|$)/i,
    (_, before: string, year: string) =>
      `${before.replace(/-$/, ' ')}${Number(year) < 50 ? '20' : '19'}${year}`,
  )
  return zoned(whole)
}

// RFC 822 has no other CST than that of North America.
function zoned(text: string): string {
  return text.replace(/(\d:\d\d) CST$/i, '$1 -0600')
}
