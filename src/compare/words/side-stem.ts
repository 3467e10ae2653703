/** What a country's name and its people's have in common: "Kessara" and "Kessaran", "Halvonia" and "Halvonian" are one side. */
export function sideStem(form: string): string {
  return form.replace(/(?:ians?|ans?|ia|ish|ese|is?|a|y)$/, '')
}
