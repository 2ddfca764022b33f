import { type Html, html } from '../../html.ts'
import { page } from '../page.ts'
import type { Conversation } from './conversation.ts'
import type { BundleWords } from './words.ts'

/** A moment as the person reads it. */
export function whenOf(at: string, { language }: BundleWords): string {
  const ms = Date.parse(at)
  if (Number.isNaN(ms)) return at
  const form = new Intl.DateTimeFormat(language, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'UTC',
  })
  return `${form.format(ms)} UTC`
}

/** One conversation as a conversation: who said what, when, and the files. */
export function conversationPage(conversation: Conversation, words: BundleWords): string {
  const { id, subject, passages, messages, standing } = conversation
  const title = subject || `${words.columns.conversation} ${id}`
  return page(
    words.language,
    title,
    html`<nav class="screen"><a href="../index.html">${words.back}</a></nav>
<h1>${title}</h1><p class="soft">${words.columns.conversation} ${id} · ${whenOf(conversation.createdAt, words)} · ${standing.join(', ')}</p>
${
  passages &&
  html`<h2>${words.passages}</h2><p class="soft">${words.passagesIntro}</p>${passages.map(
    ({ text, at }) =>
      html`<article><small>${at ? whenOf(at, words) : ''}</small><p>${text}</p></article>`,
  )}`
}
${messages.map((message) => messageArticle(message, words))}`,
  )
}

const messageArticle = (
  { from, at, note, text, files }: Conversation['messages'][number],
  words: BundleWords,
): Html =>
  html`<article class="${note ? 'note' : from === words.you ? 'you' : 'other'}"><small><b>${from}</b> · <time datetime="${at}">${whenOf(at, words)}</time>${note && ` · ${words.note}`}</small><p>${text}</p>${
    files.length > 0 &&
    html`<ul>${files.map((path) => html`<li><a href="../${hrefOf(path)}">${path.split('/').at(-1)}</a></li>`)}</ul>`
  }</article>`

/** A path within the bundle as an address. */
export const hrefOf = (path: string): string => path.split('/').map(encodeURIComponent).join('/')
