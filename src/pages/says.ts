import { html } from '../html.ts'
import type { Words } from '../words/index.ts'
import { type Answer, page } from './answer.ts'
import type { Granted } from './links.ts'
import { plain } from './shell.ts'

/** What stands behind a link before it is opened: nothing of anybody. */
export function landing(words: Words, { purpose }: Granted): Answer {
  const { landing: said } = words.pages
  const title = said[purpose]
  return page(
    title,
    html`<div class="card plain"><h1>${title}</h1><p>${said.text}</p>
<form method="post"><button class="button primary">${said.open}</button></form></div>`,
  )
}

/** The same for links that are used, too old, guessed or never were. */
export const nothingHere = ({ pages: { gone } }: Words): Answer => ({
  kind: 'page',
  status: 404,
  title: gone.title,
  body: plain(gone.title, gone.text, gone.next),
})

const saying =
  (status: number, which: 'busy' | 'foreign' | 'broken' | 'failed') =>
  ({ pages }: Words): Answer => {
    const { title, text } = pages[which]
    return { kind: 'page', status, title, body: plain(title, text) }
  }

export const busy = saying(429, 'busy')
export const foreign = saying(403, 'foreign')
export const broken = saying(400, 'broken')
export const failed = saying(500, 'failed')

/** Who has signed out. */
export const signedOut = ({ pages: { left } }: Words): Answer =>
  page(left.title, plain(left.title, left.text))
