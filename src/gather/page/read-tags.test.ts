import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2'
import { expect, test } from 'vitest'
import { readTags, type TagSink } from './read-tags.ts'
import { wantedName } from './tag-attributes.ts'

const nothing = () => undefined

/** The parts of a page as the tokenizer of htmlparser2 tells them. */
function told(html: string): readonly string[] {
  const parts: string[] = []
  let name: ReturnType<typeof wantedName>
  let value = ''
  const callbacks: TokenizerCallbacks = {
    onopentagname: (start, end) => parts.push(`<${html.slice(start, end)} ${start}`),
    onattribname: (start, end) => {
      name = wantedName(html.slice(start, end))
      value = ''
    },
    onattribdata: (start, end) => {
      value += html.slice(start, end)
    },
    onattribentity: (point) => {
      value += String.fromCodePoint(point)
    },
    onattribend: () => name !== undefined && parts.push(`${name}=${value}`),
    onopentagend: () => parts.push('open'),
    onselfclosingtag: () => parts.push('self-closing'),
    onclosetag: (start, end) => parts.push(`</${html.slice(start, end)} ${start}`),
    ontext: (start, end) => parts.push(`${start} ${html.slice(start, end)}`),
    ontextentity: (point, end) => parts.push(`${String.fromCodePoint(point)} ${end}`),
    oncdata: nothing,
    oncomment: nothing,
    ondeclaration: nothing,
    onprocessinginstruction: nothing,
    onend: nothing,
  }
  const tokenizer = new Tokenizer({ decodeEntities: true }, callbacks)
  tokenizer.write(html)
  tokenizer.end()
  return parts
}

function read(html: string): readonly string[] {
  const parts: string[] = []
  const sink: TagSink = {
    tag: (start, end) => parts.push(`<${html.slice(start, end)} ${start}`),
    attribute: (name, value) => parts.push(`${name}=${value}`),
    opened: (how) => parts.push(how),
    closed: (start, end) => parts.push(`</${html.slice(start, end)} ${start}`),
    text: (start, end) => parts.push(`${start} ${html.slice(start, end)}`),
    entity: (text, _, end) => parts.push(`${text} ${end}`),
    isInForeignContext: () => false,
  }
  readTags(html, sink)
  return parts
}

test.each([
  '<!doctype html><html lang=en><p class="lead" id=\'a\' hidden>Ferries stay in Velm.</p><br/><hr / ></html>',
  'Maarn &amp; Chu &lt;b&gt; &copy 2031 &notit; &#8217;&#x2019;&#150; &#xzz; & &; &&amp; &am',
  '<a href="/a?b=1&copy=2&amp;c&lt;" rel=\'x&quot;y\' name=a&amp;b title="&amp;">x</a>',
  '<p id = "a" class= b lang =c role=>x<p =id data-testid="t"id=2 /id=3>y',
  'x <!-- a -- b --!> y <!--> z <!---> v <!-- a ---> w <!--!> u --> t <!- a > s <!> r',
  'x <![CDATA[ a > ]] > ]]]> y <![CDATA a> z <?xml a?> v </ b> w </> u </1 a> t </a b="c">s',
  '<script>if (a</script b) { "</scriptx" } </SCRIPT >x<style>a</style/>y<script/>z</script>',
  '<title>Ferries &mdash; Velm </b> </title>x<textarea><b>&amp;</b></textarea>y<xmp><b>&amp;</xmp>z',
  'a < b <3 << </ <',
  'x <p class="a',
  'x <script>if (a &amp; b) </scrip',
  '<title>Ferries &am',
  '<plaintext class=a>x <b>y</b>',
  '<p class="a"<b>x</p><p/class=a>y</p/>z',
])('%j is cut as htmlparser2 cuts it', (html) => {
  expect(read(html)).toEqual(told(html))
})

test('pages with anything missing or added anywhere are cut as htmlparser2 cuts them', () => {
  const page = `<!doctype html><style>p{a:"</p>"}</style><!-- a --><div class="b c" id=d><p>Velm&#8217;s <a href='/x?y=1&amp;z'>mayor</a> said &quot;no&quot;.<br/></p><script>if(a<b&&c){"</div>"}</script></div>. <br>`
  const pieces = ['<', '>', '/', '"', "'", '=', ' ', '&', '-', '!', '</', '<!--', '-->', '&lt', '\n', 'x']
  for (let at = 0; at < page.length; at++) {
    const without = page.slice(0, at) + page.slice(at + 1)
    expect(read(without)).toEqual(told(without))
    const piece = pieces[at % pieces.length] ?? ''
    for (const added of [piece, pieces[(at * 7 + 3) % pieces.length] ?? '']) {
      const more = page.slice(0, at) + added + page.slice(at)
      expect(read(more)).toEqual(told(more))
    }
  }
})

// Where htmlparser2 takes it for text.
test('a tag that the page ends in gives nothing, and an entity within a title is read wherever it stands', () => {
  expect(read('<title>Ferries </ti&amp; </title>').join(' ')).toContain('& 24')
  expect(read('Ferries <scr')).toEqual(['0 Ferries '])
  expect(read('Ferries</p ')).toEqual(['0 Ferries', '</p 9'])
})
