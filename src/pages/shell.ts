import { type Html, html, type Piece } from '../html.ts'
import type { Words } from '../words/index.ts'
import { assetNames } from './assets.ts'

/** How a page is drawn for whoever looks at it. */
export type Sight = { readonly words: Words; readonly locale: string; readonly tz: string }

/** What stands around a page. */
type Around = {
  readonly title: string
  readonly body: Html
  /** Shown again by itself after so many seconds. */
  readonly again?: number | undefined
  /** The way out, for who is signed in. */
  readonly leave?: { readonly to: string; readonly token: string } | undefined
}

/** A whole page. */
export function shell({ words, locale }: Sight, { title, body, again, leave }: Around): string {
  const { name, skip, leave: out } = words.pages
  return html`<!doctype html>
<html lang="${locale.split('-')[0]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${again !== undefined && html`<meta http-equiv="refresh" content="${again}">`}
<title>${title} · ${name}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/p/a/${assetNames.style}">
<script src="/p/a/${assetNames.script}" defer></script>
</head>
<body>
<a class="skip" href="#main">${skip}</a>
<header class="top"><span class="mark" aria-hidden="true"></span><span class="brand">${name}</span>${
    leave &&
    html`<form class="out" method="post" action="${leave.to}">${hidden('token', leave.token)}<button class="quiet">${out}</button></form>`
  }</header>
<main id="main">${body}</main>
</body>
</html>`.text
}

/** A field that nobody sees. */
export const hidden = (name: string, value: string): Html =>
  html`<input type="hidden" name="${name}" value="${value}">`

/** What has happened, or is wrong, above everything else. */
export const notice = (kind: 'good' | 'bad' | 'info', text: Piece): Html =>
  html`<div class="notice ${kind}" role="${kind === 'bad' ? 'alert' : 'status'}">${text}</div>`

/** A page that says one thing. */
export const plain = (title: string, ...texts: readonly string[]): Html =>
  html`<div class="card plain"><h1>${title}</h1>${texts.map((text) => html`<p>${text}</p>`)}</div>`
