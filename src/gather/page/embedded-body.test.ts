import { expect, test } from 'vitest'
import { embeddedBody } from './embedded-body.ts'

const one =
  'The ferry crews of Velm will not sail before Friday, the mayor said on Monday after a meeting that lasted six hours.'
const two =
  'The port authority wants to see the crews back at work by the weekend, according to two people who were in the room.'

test('a body that a page carries as data for its scripts is read without pictures, their words and placeholders', () => {
  const body = `<div class="box"><img src="a.jpg"><div class="caption"><p>Crews at the quay on Monday.</p></div></div>$$AD$$<p>${one}</p><figure><figcaption>The port.</figcaption></figure><p>${two}</p>`
  const html = `<script>window.page = ${JSON.stringify({ title: 'Ferries', contentHtml: body })}</script>`
  expect(embeddedBody(html)?.split('\n')).toEqual([one, two])
})

test('a page whose scripts carry no text has none', () => {
  expect(embeddedBody('<script>window.page = {"content":"none"}</script>')).toBeUndefined()
})
