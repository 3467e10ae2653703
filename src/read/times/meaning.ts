/** A unit of the calendar: seconds to centuries, in the letters of TIMEX3 (MO month, M minute, WE weekend, F fortnight). */
export type Unit = 'S' | 'M' | 'H' | 'D' | 'N' | 'W' | 'F' | 'MO' | 'Q' | 'Y' | 'E' | 'C' | 'WE' | 'SU' | 'WI'

/** How words place a thing among others of its kind. */
export type Placing = 'last' | 'next' | 'this' | 'coming' | 'that'

/** Count from publication, or from the time or day last spoken of. */
export type Against = 'publication' | 'time' | 'day'

/** What an expression means before it is put on the calendar. */
export type Meaning =
  | { readonly kind: 'none' }
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'shift'; readonly unit: Unit; readonly by: number; readonly against: Against }
  | {
      readonly kind: 'day'
      readonly month: number
      readonly day: number
      readonly year?: Meaning
      readonly weekday?: number
    }
  | { readonly kind: 'monthday'; readonly day: number }
  | { readonly kind: 'iso'; readonly text: string }
  | { readonly kind: 'numeric'; readonly parts: readonly [number, number, number] }
  | { readonly kind: 'holiday'; readonly rule: string; readonly year?: Meaning; readonly placing?: Placing }
  | { readonly kind: 'range'; readonly from: Meaning; readonly to: Meaning }
  | {
      readonly kind: 'weekday'
      readonly weekday: number
      readonly placing?: Placing
      readonly week?: Meaning
      readonly weeks?: number
    }
  | { readonly kind: 'month'; readonly month: number; readonly year?: Meaning; readonly placing?: Placing }
  | { readonly kind: 'same'; readonly back: number }
  | { readonly kind: 'quarter' | 'half'; readonly number: number; readonly year?: Meaning }
  | { readonly kind: 'season'; readonly season: string; readonly year?: Meaning; readonly placing?: Placing }
  | { readonly kind: 'decade' | 'century'; readonly value: string }
  | { readonly kind: 'part'; readonly part: string; readonly of: Meaning }
  | { readonly kind: 'time'; readonly clock: string; readonly zone?: string; readonly of?: Meaning }
  | {
      readonly kind: 'away'
      readonly unit: Unit
      readonly count: number
      readonly against: Against | Meaning
    }
  | {
      readonly kind: 'inside'
      readonly what: 'week' | 'weekend' | 'day' | number
      readonly nth: number
      readonly of: Meaning
    }
  | { readonly kind: 'around'; readonly what: 'week' | 'weekend'; readonly of: Meaning }
  | { readonly kind: 'edge'; readonly edge: string; readonly of: Meaning }
  | { readonly kind: 'yearend' }
  | { readonly kind: 'stated'; readonly type: 'DATE' | 'DURATION' | 'SET'; readonly value: string }

/** What a rule's captures and small words give, as its maker asks for them. */
export type Given = {
  readonly text: (name: string) => string | undefined
  readonly number: (name: string) => number
  readonly meaning: (...names: string[]) => Meaning | undefined
  readonly words: readonly string[]
  readonly unit: () => Unit | undefined
}
