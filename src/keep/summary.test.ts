import { expect, test } from 'vitest'
import { compareStory } from '../compare/compare-story.ts'
import { articleFromText } from '../gather/article-from-text.ts'
import { read } from '../read/read.ts'
import { summaryOf } from './summary.ts'

test('a list counts every article of a story, also those of a large one that are not compared', () => {
  const article = articleFromText({ title: 'Ferry stays', text: 'The ferry stays in port.' })
  const story = compareStory([{ article, reading: read(article) }], { id: 's:a', joined: [] })
  expect(summaryOf(story, article.text, []).articles).toBe(1)
  expect(summaryOf({ ...story, beyond: 19_400 }, article.text, []).articles).toBe(19_401)
})
