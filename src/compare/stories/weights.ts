/**
 * What placement weighs by. Fitted by `training/compare/fit-stories.mjs`, which prints them, but for `perGap` and `perFewer`:
 * the stories fitted on last a day and come in hundreds, and news does neither. `docs/compare.md` says what they reach.
 */
export const weights = {
  /** Log-odds that two articles are of one story: what no likeness at all counts, and each likeness (0 to 1). */
  bias: -6.2,
  terms: 4.5,
  matter: 5,
  names: 3.4,
  title: 2.4,
  titleBack: 4.6,
  /** How much each log-odd by which an article has a nearer neighbour counts against a pair. */
  rivalry: 0.3,
  /** Mean log-odds above which two groups of articles are one story. */
  threshold: -3.4,
  /** A mean over many pairs that agree tells more than one over few: by so much lower it may lie for each doubling of the pairs. */
  perDoubling: 0.1,
  /** How much each doubling of the days between two groups counts against them: 1 day, 3 days, 7 days. */
  perGap: 2.3,
  /** By so much lower the threshold lies for each e-fold that the window has fewer articles than those fitted on. */
  perFewer: 0.4,
}
