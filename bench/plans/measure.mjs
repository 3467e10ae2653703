// How well predicted plan histories match gold ones, both in the `record` format: entries, which plan they belong to, status,
// slots, changes. Counts are pooled over all stories.
const slots = ['date', 'venue', 'format', 'participants']
const on = new Set(['planned', 'confirmed', 'moved', 'resumed'])

/** Figures over pairs of gold and predicted stories, with a line for each error. */
export function measure(pairs) {
  const sums = {
    entries: count(),
    linking: count(),
    status: count(),
    changes: count(),
    slots: Object.fromEntries(slots.map((slot) => [slot, count()])),
  }
  const errors = []
  for (const [gold, predicted] of pairs) measureStory(gold, predicted, sums, errors)
  return { ...sums, errors }
}

function measureStory(gold, predicted, sums, errors) {
  const texts = new Map(gold.articles.map((article) => [article.id, article.text]))
  const wanted = entriesOf(gold, texts)
  const found = entriesOf(predicted, texts)
  const pairs = pairUp(wanted, found)
  const said = (entry) => `${gold.id} ${entry.article} "${texts.get(entry.article).slice(...entry.span)}"`
  add(sums.entries, pairs.size, found.length, wanted.length)
  add(sums.linking, linked(wanted, pairs), couples(found), couples(wanted))
  let right = 0
  for (const entry of wanted) {
    const other = pairs.get(entry)
    if (other === undefined) errors.push(`missed ${said(entry)}`)
    else if (other.status === entry.status) right++
    else errors.push(`status ${other.status} for ${entry.status}: ${said(entry)}`)
    for (const slot of slots) {
      if (entry.slots[slot] === undefined || other === undefined) continue
      const isRight = agree(slot, entry.slots[slot], other.slots[slot])
      add(sums.slots[slot], isRight ? 1 : 0, 1, 1)
      if (!isRight)
        errors.push(
          `${slot} ${JSON.stringify(other.slots[slot])} for ${JSON.stringify(entry.slots[slot])}: ${said(entry)}`,
        )
    }
  }
  add(sums.status, right, found.length, wanted.length)
  for (const entry of found) if (![...pairs.values()].includes(entry)) errors.push(`spurious ${said(entry)}`)
  measureChanges({ wanted, found, pairs, sums, errors, said })
}

function measureChanges({ wanted, found, pairs, sums, errors, said }) {
  const goldChanges = changesOf(wanted)
  const open = changesOf(found)
  const predictedCount = open.length
  let right = 0
  for (const change of goldChanges) {
    const at = open.findIndex(
      (other) =>
        other.entry === pairs.get(change.entry) &&
        other.field === change.field &&
        (change.field === 'status'
          ? other.value === change.value
          : agree(change.field, change.value, other.value)),
    )
    if (at < 0) errors.push(`missed change of ${change.field} to ${change.value}: ${said(change.entry)}`)
    else {
      open.splice(at, 1)
      right++
    }
  }
  for (const change of open)
    errors.push(`spurious change of ${change.field} to ${change.value}: ${said(change.entry)}`)
  add(sums.changes, right, predictedCount, goldChanges.length)
}

/** A slot that differs from the latest earlier entry of its plan that gives it, and a status of another class. */
function changesOf(entries) {
  const last = new Map()
  return entries.flatMap((entry) => {
    const known = last.get(entry.plan) ?? {}
    const changes = []
    if (known.status !== undefined && known.status !== classOf(entry))
      changes.push({ entry, field: 'status', value: entry.status })
    for (const slot of slots) {
      const value = entry.slots[slot]
      if (value !== undefined && known[slot] !== undefined && differ(slot, known[slot], value))
        changes.push({ entry, field: slot, value })
    }
    last.set(entry.plan, { ...known, ...entry.slots, status: classOf(entry) })
    return changes
  })
}

// Planned, confirmed, moved, resumed and postponed to a day are one class: the plan is on.
function classOf({ status, slots: { date } }) {
  return on.has(status) || (status === 'postponed' && date !== undefined) ? 'on' : status
}

function entriesOf(story, texts) {
  return (story.plans ?? []).flatMap((plan) =>
    plan.history.map((entry) => ({
      ...entry,
      slots: entry.slots ?? {},
      plan: plan.id,
      words: new Set(wordsAt(texts.get(entry.article) ?? '', entry.span)),
    })),
  )
}

// Words by where they stand, so that a word told twice counts twice.
function wordsAt(text, [start, end]) {
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)]
    .filter((match) => match.index < end && match.index + match[0].length > start)
    .map((match) => match.index)
}

/** Gold entries with the predicted ones of the same article that share most words with them, one to one. */
function pairUp(wanted, found) {
  const choices = wanted.flatMap((gold) =>
    found
      .filter((other) => other.article === gold.article)
      .map((other) => ({
        gold,
        other,
        shared: [...gold.words].filter((word) => other.words.has(word)).length,
      })),
  )
  const score = ({ gold, other, shared }) =>
    (2 * shared) / (gold.words.size + other.words.size) + (gold.status === other.status ? 1e-6 : 0)
  const pairs = new Map()
  for (const choice of choices.sort((a, b) => score(b) - score(a))) {
    const [short, long] = [choice.gold.words.size, choice.other.words.size].sort((a, b) => a - b)
    if (choice.shared * 2 < short || long > Math.max(30, 3 * short)) continue
    if (pairs.has(choice.gold) || [...pairs.values()].includes(choice.other)) continue
    pairs.set(choice.gold, choice.other)
  }
  return pairs
}

/** Pairs of entries of one plan, in gold and in the prediction alike. */
function linked(wanted, pairs) {
  let sum = 0
  wanted.forEach((a, i) => {
    for (const b of wanted.slice(i + 1))
      if (a.plan === b.plan && pairs.has(a) && pairs.has(b) && pairs.get(a).plan === pairs.get(b).plan) sum++
  })
  return sum
}

function couples(entries) {
  const sizes = new Map()
  for (const { plan } of entries) sizes.set(plan, (sizes.get(plan) ?? 0) + 1)
  return [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0)
}

function agree(slot, a, b) {
  if (b === undefined) return false
  if (slot === 'date') return a === b
  if (slot !== 'participants') return sameName(a, b)
  const left = [...b]
  const shared = a.filter((name) => {
    const at = left.findIndex((other) => sameName(name, other))
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  }).length
  return (2 * shared) / (a.length + b.length) >= 0.5
}

function differ(slot, a, b) {
  if (slot === 'date') return a !== b
  if (slot !== 'participants') return !holds(a, b) && !holds(b, a)
  return a.length !== b.length || a.some((name) => !b.some((other) => sameName(name, other)))
}

function sameName(a, b) {
  const [one, other] = [keyWords(a), keyWords(b)]
  const shared = one.filter((word) => other.includes(word)).length
  return shared === Math.min(one.length, other.length) || (2 * shared) / (one.length + other.length) >= 0.5
}

function holds(a, b) {
  return keyWords(b).every((word) => keyWords(a).includes(word))
}

function keyWords(text) {
  const all = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const kept = all.filter((word) => !/^(?:the|a|an|of|in|at|on|and|for|to|by)$/.test(word))
  return kept.length > 0 ? kept : all
}

function count() {
  return { right: 0, predicted: 0, gold: 0 }
}

function add(sum, right, predicted, gold) {
  sum.right += right
  sum.predicted += predicted
  sum.gold += gold
}

/** F1 of a sum in per cent; all is well where nothing was wanted and nothing given. */
export function f1({ right, predicted, gold }) {
  return predicted + gold === 0 ? 100 : (200 * right) / (predicted + gold)
}
