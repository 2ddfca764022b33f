import { type Html, html } from '../../html.ts'
import { dueIn } from '../../words/format.ts'
import { hidden, notice } from '../shell.ts'
import { formTo } from '../visit.ts'
import type { Scene } from './scene.ts'

/** Which request this is about, and the way back to all of it. Its name says nothing of the person. */
export function crumbs({ visit, request }: Scene): Html {
  const { words, locale } = visit.sight
  const due = words.window.review.due(dueIn(locale, request.due))
  const back = visit.path !== '' && html`<a href="${visit.at('')}">← ${words.pages.list.back}</a>`
  return html`<nav class="crumbs">${back}<span>${request.number} · ${request.name}</span><span>${due}</span></nav>`
}

/** How far what was found has been read, until all of it has. */
export function readingNotice({ visit, index }: Scene): Html | false {
  if (index.isWhole) return false
  const { overview: words } = visit.sight.words.pages
  const { done, of } = index.progress
  return notice('info', html`${words.reading(done, of)} <a href="">${words.again}</a>`)
}

/** A form about the finds that are on the screen: it counts for no later ones. */
export const formOn = (
  { visit, index }: Pick<Scene, 'visit' | 'index'>,
  path: string,
  inside: Html,
  more?: Html,
): Html => formTo(visit, path, html`${hidden('seen', index.traces.seen)}${inside}`, more)
