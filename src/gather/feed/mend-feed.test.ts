import { expect, test } from 'vitest'
import { mendFeed } from './mend-feed.ts'

test.each([
  ['junk <rss><item/></rss>', '<rss><item/></rss>'],
  ['<rss><t>Fish & chips, 1 < 2 &amp; 3</t></rss>', '<rss><t>Fish &amp; chips, 1 &lt; 2 &amp; 3</t></rss>'],
  ['<rss><t><![CDATA[a & b]]></t></rss>', '<rss><t><![CDATA[a & b]]></t></rss>'],
  ['<!DOCTYPE rss [<!ENTITY a "b">]><rss></rss>', '<rss></rss>'],
  ['<rss><channel><item>1</item><item>2</it', '<rss><channel><item>1</item></channel></rss>'],
  ['<feed><entry>1</entry><entry', '<feed><entry>1</entry></feed>'],
  ['<feed><title>t', '<feed><title>t'],
])('%s', (text, mended) => {
  expect(mendFeed(text)).toBe(mended)
})
