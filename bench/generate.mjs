// node bench/generate.mjs COUNT [SEED] > articles.jsonl: invented news, one article a line, in order of publication.
// Stories of varied length run side by side; each has its own people, places, outlets' wordings, a plan that moves,
// relays, anonymous sources, denials and wire copies. The same count and seed give the same bytes.
import { fileURLToPath } from 'node:url'

/**
 * Articles as `{id, url, title, outlet, published, text}`, `count` of them, in order of publication. `isShort` says of a
 * number whether that article has a quarter of the usual length; `stories` how many are open at a time and how many articles
 * each has, where not as usual.
 */
export function* generate(count, seed = 1, isShort = () => false, stories = {}) {
  const random = generator(seed)
  const open = []
  let clock = Date.UTC(2031, 0, 6, 5)
  for (let number = 0; number < count; number++) {
    clock += Math.floor(random.next() * 16 * 60_000)
    // About forty stories are open at a time; a story ends when its articles are used up.
    while (open.length < (stories.open ?? 40)) {
      const story = newStory(random)
      open.push({ ...story, left: stories.length ?? story.left })
    }
    const at = random.below(open.length)
    const story = open[at]
    yield article(random, story, { number, clock, isShort: isShort(number) })
    if (--story.left === 0) open.splice(at, 1)
  }
}

const outlets = [
  'Harrow Post',
  'Northstar',
  'Tidewater Wire',
  'The Globe and Anchor',
  'Evening Ledger',
  'Meridian News',
  'Daily Lantern',
  'The Standard Courier',
  'Inkwell',
  'Coastal Tribune',
  'The Morning Bell',
  'Capital Gazette',
]
const topics = [
  {
    name: 'ceasefire talks',
    noun: 'talks',
    items: ['the border crossing', 'prisoner lists', 'the buffer zone', 'monitors'],
  },
  {
    name: 'port strike',
    noun: 'negotiations',
    items: ['overtime pay', 'night shifts', 'the container terminal', 'crane crews'],
  },
  {
    name: 'dam inquiry',
    noun: 'hearing',
    items: ['the spillway', 'inspection reports', 'flood warnings', 'the engineers'],
  },
  {
    name: 'rail merger',
    noun: 'meeting',
    items: ['the freight line', 'ticket prices', 'the regulator', 'rolling stock'],
  },
  {
    name: 'fishing dispute',
    noun: 'consultations',
    items: ['herring quotas', 'patrol boats', 'the shelf line', 'licences'],
  },
  {
    name: 'budget vote',
    noun: 'session',
    items: ['the fuel levy', 'school grants', 'the deficit rule', 'pensions'],
  },
  {
    name: 'vaccine recall',
    noun: 'review',
    items: ['batch numbers', 'cold storage', 'the laboratory', 'clinics'],
  },
  {
    name: 'border wall ruling',
    noun: 'hearing',
    items: ['the appeal', 'land titles', 'the injunction', 'surveyors'],
  },
  {
    name: 'uranium deal',
    noun: 'talks',
    items: ['enrichment levels', 'the stockpile', 'inspectors', 'sanctions relief'],
  },
  {
    name: 'airport expansion',
    noun: 'hearing',
    items: ['the second runway', 'noise limits', 'compensation', 'wetlands'],
  },
]
const roles = [
  'Foreign Minister',
  'Prime Minister',
  'President',
  'Governor',
  'Interior Minister',
  'Mayor',
  'Chief negotiator',
  'Judge',
]
const anonymous = [
  'two regional officials',
  'a senior diplomat',
  'three people familiar with the matter',
  'one adviser',
  'a person briefed on the plans',
  'several lawmakers',
]
const verbs = ['said', 'told reporters', 'warned', 'insisted', 'announced', 'stressed']
const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const adverbs = [
  'quietly',
  'narrowly',
  'formally',
  'again',
  'for the second time',
  'without comment',
  'late in the evening',
]
const fillers = [
  'storm',
  'ledger',
  'harvest',
  'tunnel',
  'beacon',
  'orchard',
  'foundry',
  'lagoon',
  'archive',
  'summit',
  'canal',
  'quarry',
  'viaduct',
  'granary',
  'causeway',
  'arsenal',
  'reservoir',
  'tariff',
  'convoy',
  'tribunal',
  'delegation',
  'armistice',
  'charter',
  'embassy',
]

function newStory(random) {
  const topic = random.pick(topics)
  const country = random.place()
  return {
    topic,
    country,
    people: Array.from({ length: 4 }, () => ({
      role: random.pick(roles),
      first: random.name(),
      last: random.name(),
    })),
    places: Array.from({ length: 4 }, () => random.place()),
    words: Array.from({ length: 8 }, () => random.pick(fillers)),
    left: 1 + Math.floor(random.next() ** 2 * 30),
    day: random.below(7),
    venue: 0,
    told: [],
  }
}

function article(random, story, { number, clock, isShort }) {
  const outlet = random.pick(outlets)
  const copied = story.told.length > 0 && random.next() < 0.12 ? random.pick(story.told) : undefined
  if (random.next() < 0.25) story.venue = (story.venue + 1) % story.places.length
  if (random.next() < 0.2) story.day = (story.day + 1) % 7
  const title = headline(random, story)
  const body =
    copied === undefined
      ? paragraphs(random, story, isShort ? 2 : 8)
      : [...copied.body.slice(0, -1), `(${copied.outlet})`]
  const isUndated = random.next() < 0.01
  if (copied === undefined) story.told.push({ outlet, body })
  if (story.told.length > 6) story.told.shift()
  return {
    id: `g${number}`,
    url: `https://${outlet.toLowerCase().replaceAll(/[^a-z]+/g, '-')}.example/${number}`,
    title,
    outlet,
    ...(isUndated ? {} : { published: new Date(clock).toISOString() }),
    text: body.join('\n\n'),
  }
}

function headline(random, story) {
  const [a, b] = story.people
  return random.pick([
    `${story.country} ${story.topic.name}: ${a.last} and ${b.last} to meet in ${story.places[story.venue]}`,
    `${a.last} says ${story.topic.noun} on ${story.topic.items[random.below(4)]} will go ahead`,
    `${story.country} ${story.topic.name} moves to ${story.places[story.venue]}`,
    `${b.last} denies deal on ${story.topic.items[random.below(4)]}`,
  ])
}

function paragraphs(random, story, least) {
  const count = least + random.below(least + 1)
  return Array.from({ length: count }, () => sentences(random, story, 1 + random.below(3)).join(' '))
}

function sentences(random, story, count) {
  return Array.from({ length: count }, () => {
    const { topic, places } = story
    const person = random.pick(story.people)
    const other = random.pick(story.people)
    const item = random.pick(topic.items)
    const word = random.pick(story.words)
    const called = random.next() < 0.4 ? `${person.role} ${person.first} ${person.last}` : person.last
    const amount = 2 + random.below(900)
    return random.pick([
      `${called} ${random.pick(verbs)} the ${topic.noun} would be held in ${places[story.venue]} on ${days[story.day]}.`,
      `“We will not give up ${item},” ${called} ${random.pick(['said', 'added'])}. “The ${word} comes first.”`,
      `${capital(random.pick(anonymous))} told ${random.pick(outlets)} that ${item} had ${random.pick(adverbs)} been dropped from the agenda.`,
      `${random.pick(outlets)} reported that ${other.last} wanted to move the ${topic.noun} to ${random.pick(places)}.`,
      `According to ${random.pick(anonymous)}, ${amount} ${word} workers in ${random.pick(places)} were ${random.pick(adverbs)} told to wait.`,
      `${other.last} denied that ${item} ${random.pick(['was', 'were'])} part of any understanding with ${person.last}.`,
      `The ${word} near ${random.pick(places)} was ${random.pick(adverbs)} closed last ${days[random.below(7)]}, and ${amount} people were moved to the ${random.pick(story.words)}.`,
      `The ${topic.noun} were due to open in ${random.pick(places)} next ${days[story.day]}, but ${story.country} asked for more time on ${item}.`,
      `Officials in ${story.country} have ${random.pick(adverbs)} counted ${amount} complaints about ${item} since ${['January', 'March', 'May', 'October'][random.below(4)]}.`,
      `“It is a ${word}, nothing else,” ${other.first} ${other.last} told ${random.pick(outlets)} in an interview.`,
    ])
  })
}

function capital(text) {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

function generator(seed) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t ^= t + Math.imul(t ^ (t >>> 7), 61 | t)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit) => Math.floor(next() * limit)
  const pick = (list) => list[below(list.length)]
  const syllables = [
    'ar',
    'bel',
    'cor',
    'dan',
    'el',
    'fen',
    'gar',
    'hol',
    'is',
    'jor',
    'kal',
    'lun',
    'mar',
    'nor',
    'os',
    'pel',
    'qua',
    'ril',
    'sar',
    'tev',
    'ul',
    'ver',
    'wes',
    'yor',
    'zan',
  ]
  const name = () => capital(Array.from({ length: 2 + below(2) }, () => pick(syllables)).join(''))
  return { next, below, pick, name, place: () => (next() < 0.3 ? `Port ${name()}` : `${name()}ia`) }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [count, seed] = process.argv.slice(2).map(Number)
  if (!Number.isInteger(count)) {
    console.error('usage: node bench/generate.mjs COUNT [SEED] > articles.jsonl')
    process.exit(2)
  }
  for (const article of generate(count, seed || 1)) console.log(JSON.stringify(article))
}
