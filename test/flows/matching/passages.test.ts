import { expect, test } from 'vitest'
import { compileMatcher, passages, passagesInHtml } from '../../../src/flows/matching/index.ts'
import { camille, france } from './people.ts'

const { inText, inHtml } = compileMatcher(camille, france)

test('a passage is cut between words and on one line', () => {
  const text = 'Après plusieurs appels,\nje voudrais que Camille\n Lefèvre me rappelle avant la fin'

  expect(passages(text, inText(text), 20)).toEqual([
    { before: '…je voudrais que ', hit: 'Camille Lefèvre', after: ' me rappelle avant…' },
  ])
})

test('without spaces it is cut between characters', () => {
  const text = `${'😀'.repeat(30)}06 12 34 56 78${'😀'.repeat(30)}`

  expect(passages(text, inText(text), 3)).toEqual([
    { before: '…😀😀😀', hit: '06 12 34 56 78', after: '😀😀😀…' },
  ])
})

test('html is shown as it reads', () => {
  const html = '<p>Bonjour&nbsp;<b>Camille</b> Lef&egrave;vre,</p><p>tout va <i>bien</i> ?</p>'

  expect(passagesInHtml(html, inHtml(html))).toEqual([
    { before: 'Bonjour ', hit: 'Camille Lefèvre', after: ', tout va bien ?' },
  ])
})

test('an attribute is shown where its element stands', () => {
  const html = 'Voir <a href="mailto:camille.lefevre@example.com">ma fiche</a> merci'

  expect(passagesInHtml(html, inHtml(html))).toEqual([
    { before: 'Voir ', hit: 'camille.lefevre@example.com', after: 'ma fiche merci' },
  ])
})
