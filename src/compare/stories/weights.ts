/** What the company of a pair of articles counts; `company.ts` says what each is. */
export type CompanyWeights = {
  bias: number
  own: number
  farther: number
  nearer: number
  behind: number
  behindBoth: number
  common: number
  commonToo: number
  commonAll: number
  apart: number
  fewer: number
  more: number
}

const first: CompanyWeights = {
  bias: 0.86,
  own: 1.0,
  farther: -0.91,
  nearer: 0.08,
  behind: -0.48,
  behindBoth: 0.6,
  common: 0.54,
  commonToo: -0.6,
  commonAll: 1.58,
  apart: -3.27,
  fewer: -0.73,
  more: 3.68,
}
const again: CompanyWeights = {
  bias: 0.53,
  own: 0.6,
  farther: -0.32,
  nearer: 0.02,
  behind: -0.19,
  behindBoth: 0.27,
  common: 0.41,
  commonToo: -0.5,
  commonAll: 2.5,
  apart: -1.55,
  fewer: -1.79,
  more: 1.6,
}

/**
 * What placement weighs by. Fitted by `training/compare/fit-stories.mjs`, which prints them, but for `perGap`:
 * the stories fitted on last a day, and news does not. `docs/compare.md` says what they reach.
 */
export const weights = {
  /** Log-odds that two articles are of one story by themselves: what no likeness at all counts, and each likeness. */
  alone: {
    bias: -6.56,
    terms: 7.59,
    names: 1.52,
    title: 1.18,
    titleBack: 4.71,
    rarest: 3.38,
    shared: 2.81,
    longer: -0.97,
  },
  /** What the company of a pair counts, when it is weighed first and when it is weighed again. */
  company: [first, again] as [CompanyWeights, CompanyWeights],
  /** Mean log-odds above which two groups of articles are one story. */
  threshold: -0.8,
  /** How much each doubling of the days between two groups counts against them: 1 day, 3 days, 7 days. */
  perGap: 2.3,
  /** By so much lower the threshold lies for each e-fold that the window has fewer articles than those fitted on. */
  perFewer: 0.4,
}
