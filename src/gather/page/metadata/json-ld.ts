/** What a page's JSON-LD says about its article, as written. */
export type JsonLdArticle = {
  readonly headline?: string
  readonly alternativeHeadline?: string
  readonly authors: readonly string[]
  readonly published?: string
  readonly modified?: string
  readonly publisher?: string
  readonly section?: string
  readonly language?: string
  readonly description?: string
  readonly body?: string
  readonly url?: string
  readonly credit?: string
  readonly correction?: string
}

type Node = Readonly<Record<string, unknown>>

/** The article that JSON-LD blocks describe: the fields of the node that says most; undefined where none is an article. */
export function readJsonLd(texts: readonly string[]): JsonLdArticle | undefined {
  const nodes: Node[] = []
  for (const text of texts) collect(parsed(text), nodes, 0)
  const byId = new Map<string, Node>()
  for (const node of nodes) {
    const id = node['@id']
    if (typeof id === 'string' && Object.keys(node).length > 2) byId.set(id, node)
  }
  const articles = nodes.filter(isArticle).map((node) => articleOf(node, byId))
  const [first, ...others] = articles.sort((a, b) => fieldsOf(b) - fieldsOf(a))
  if (first === undefined) return pageOf(nodes, byId)
  // Fields that the fullest node lacks may stand on another node of the same article.
  const same = others.filter((other) => other.headline === undefined || other.headline === first.headline)
  let whole = first
  for (const other of same) {
    whole = { ...other, ...whole, authors: whole.authors.length > 0 ? whole.authors : other.authors }
  }
  return whole
}

/** Parses JSON that pages write by hand: with comments, CDATA marks, raw line ends, trailing commas. */
function parsed(text: string): unknown {
  const bare = withoutEnd(
    text.replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, ''),
  )
  const attempts = [
    () => bare,
    () => bare.replace(/[\u0000-\u001f]+/g, ' '),
    () => bare.replace(/[\u0000-\u001f]+/g, ' ').replace(/,\s*([}\]])/g, '$1'),
  ]
  for (const attempt of attempts) {
    try {
      return JSON.parse(attempt())
    } catch {
      // The next attempt is more lenient; a block that none can parse says nothing.
    }
  }
  return undefined
}

/** Takes the end of a comment or of CDATA off, with semicolons after it. */
function withoutEnd(text: string): string {
  let end = text.length
  while (end > 0 && /[\s;]/.test(text.charAt(end - 1))) end--
  const last = text.charAt(end - 1)
  if (last !== '>' && last !== '/') return text.slice(0, end)
  return text.slice(0, end).replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>)$/, '')
}

function collect(value: unknown, nodes: Node[], depth: number): void {
  if (depth > 12 || nodes.length > 2000) return
  if (Array.isArray(value)) {
    for (const item of value) collect(item, nodes, depth + 1)
    return
  }
  if (!isNode(value)) return
  nodes.push(value)
  for (const key of [
    '@graph',
    'mainEntity',
    'mainEntityOfPage',
    'hasPart',
    'itemListElement',
    'item',
    'liveBlogUpdate',
    'author',
    'publisher',
  ]) {
    // Entries of a list page or of a live report are not this page's article.
    if (key === 'itemListElement' || key === 'item' || key === 'liveBlogUpdate' || key === 'hasPart') continue
    collect(value[key], nodes, depth + 1)
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const articleTypes =
  /(?:Article|BlogPosting|Reportage|LiveBlogPosting|^Report$|^Review$|SocialMediaPosting|Opinion)/

function isArticle(node: Node): boolean {
  return typesOf(node).some((type) => articleTypes.test(type))
}

function typesOf(node: Node): readonly string[] {
  const type = node['@type']
  return (Array.isArray(type) ? type : [type]).filter((name) => typeof name === 'string')
}

function articleOf(node: Node, byId: ReadonlyMap<string, Node>): JsonLdArticle {
  return defined({
    headline: words(node.headline) ?? words(node.name),
    alternativeHeadline: words(node.alternativeHeadline),
    authors: [
      ...new Set([
        ...namesOf(node.author, byId),
        ...(node.author === undefined ? namesOf(node.creator, byId) : []),
      ]),
    ],
    published: words(node.datePublished) ?? words(node.dateCreated),
    modified: words(node.dateModified),
    publisher: namesOf(node.publisher, byId)[0],
    section: words(first(node.articleSection)),
    language: words(isNode(node.inLanguage) ? node.inLanguage.name : first(node.inLanguage)),
    description: words(node.description),
    body: typeof node.articleBody === 'string' ? node.articleBody.trim() || undefined : undefined,
    url:
      words(node.url) ??
      words(isNode(node.mainEntityOfPage) ? node.mainEntityOfPage['@id'] : node.mainEntityOfPage),
    credit: namesOf(node.sourceOrganization, byId)[0] ?? words(node.creditText),
    correction: correctionOf(first(node.correction)),
  })
}

// A text, or a CorrectionComment.
function correctionOf(value: unknown): string | undefined {
  return isNode(value) ? words(value.text) : words(value)
}

function defined(article: JsonLdArticle): JsonLdArticle {
  const entries = Object.entries(article).filter(([, value]) => value !== undefined)
  return { ...Object.fromEntries(entries), authors: article.authors }
}

// A page that calls itself only a WebPage may still state dates and authors.
function pageOf(nodes: readonly Node[], byId: ReadonlyMap<string, Node>): JsonLdArticle | undefined {
  const page = nodes.find(
    (node) =>
      typesOf(node).some((type) => /^(?:WebPage|ItemPage|VideoObject|CreativeWork)$/.test(type)) &&
      node.datePublished !== undefined,
  )
  if (page === undefined) return undefined
  const { headline: _, ...facts } = articleOf(page, byId)
  return facts
}

function fieldsOf(article: JsonLdArticle): number {
  return Object.values(article).filter((value) => value !== undefined && value.length > 0).length
}

function namesOf(value: unknown, byId: ReadonlyMap<string, Node>): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item) => namesOf(item, byId))
  const text = words(value)
  if (text !== undefined) return /^(?:https?:|#)/.test(text) ? namesOf(byId.get(text), byId) : [text]
  if (!isNode(value)) return []
  const name = first(value.name)
  if (isNode(name)) return namesOf(name, byId)
  const own = words(name)
  if (own !== undefined)
    return Array.isArray(value.name) ? value.name.flatMap((each) => words(each) ?? []) : [own]
  const given = [words(value.givenName), words(value.familyName)].filter((part) => part !== undefined)
  if (given.length > 0) return [given.join(' ')]
  const id = value['@id']
  const target = typeof id === 'string' ? byId.get(id) : undefined
  return target === undefined || target === value ? [] : namesOf(target, new Map())
}

function first(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : value
}

function words(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string') return undefined
  const clean = value.replace(/\s+/g, ' ').trim()
  return clean === '' ? undefined : clean
}
