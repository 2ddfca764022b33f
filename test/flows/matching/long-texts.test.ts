import { expect, test } from 'vitest'
import { compileMatcher, redactHtml } from '../../../src/flows/matching/index.ts'
import { adversaries } from './adversaries.ts'
import { camille, france } from './people.ts'

const { inText, inHtml } = compileMatcher(camille, france)

// What grows with the square of the text would not come back from these within the test's time. How
// fast they are is told by `npm run bench`, not here.
test.each(Object.entries(adversaries))('a very long text of %s is read to its end', (_, unit) => {
  const text = unit.repeat(Math.ceil(400_000 / unit.length))

  const marked = redactHtml(text, inHtml(text))

  expect(marked.replaceAll(/<\/?redact>| redact(?=\s*\/?>)/g, '')).toBe(text)
  expect(inText(text).every(({ spans }) => spans.every(({ end }) => end <= text.length))).toBe(true)
})
