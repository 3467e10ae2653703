/** What a capital or a seat of power stands for among the words around it: those who govern there ("Washington said", "talks with the Kremlin"), or the place where something happens ("in Washington", "at the White House"). */
export function metonymyOf(
  words: readonly string[],
  name: { readonly first: number; readonly last: number },
): 'government' | 'place' {
  const before = words[name.first - 1] === 'the' ? words[name.first - 2] : words[name.first - 1]
  return locative.test(before ?? '') ? 'place' : 'government'
}

const locative =
  /^(?:in|at|to|near|outside|inside|around|through|throughout|over|across|into|of|central|downtown|greater|eastern|western|northern|southern|east|west|north|south|leave|visit|reach|enter)$/
