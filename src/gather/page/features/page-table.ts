/** Numbers about the blocks of a page: a row of `width` for each, one after the other. */
export type PageTable = { readonly values: Float64Array; readonly width: number }

/** Columns of a table that stand together, from `at` on. */
export type Columns = PageTable & { readonly at: number }

/** The first numbers of a row. */
export function rowOf({ values, width }: PageTable, index: number, length: number = width): Float64Array {
  return values.subarray(index * width, index * width + length)
}
