import { expect, test } from 'vitest'
import { compileMatcher, redactHtml } from '../../../src/flows/matching/index.ts'
import { camille, france } from './people.ts'

const { inText, inHtml } = compileMatcher(camille, france)

function read(text: string): unknown {
  return [inText(text), redactHtml(text, inHtml(text))]
}

/** Best of three, so that a pause of the machine doesn't count. */
function time(work: () => unknown): number {
  const runs = [1, 2, 3].map(() => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
  return Math.min(...runs)
}

test.each([
  ['digits', '0612345'],
  ['digits and spaces', '06 12 34 '],
  ['half a name', 'Camille '],
  ['glued addresses', 'camille.lefevre@example.com'],
  ['hits', 'camille.lefevre@example.com 0612345678 '],
  ['glued to hits', '0612345678camille.lefevre@example.com '],
  ['labels', 'camille.lefevre+'],
  ['opening tags', '<a title="'],
  ['brackets', '<'],
  ['ampersands', '&'],
  ['accents', '\u0301'],
  ['tags', '<b>Camille</b>'],
])('the time grows with the text, no faster: %s', (_, unit) => {
  const short = unit.repeat(Math.ceil(25_000 / unit.length))
  const long = unit.repeat(Math.ceil(200_000 / unit.length))

  const ratio =
    time(() => read(long)) /
    Math.max(
      time(() => read(short)),
      2,
    )

  // Eight times the text: linear gives about 8, quadratic 64.
  expect(ratio).toBeLessThan(30)
})
