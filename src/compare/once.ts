/** A function that is worked out once for each object: what it found is kept as long as the object is, and no longer. */
export function once<Of extends object, Found>(work: (of: Of) => Found): (of: Of) => Found {
  const known = new WeakMap<Of, { readonly found: Found }>()
  return (of) => {
    const before = known.get(of)
    if (before !== undefined) return before.found
    const found = work(of)
    known.set(of, { found })
    return found
  }
}
