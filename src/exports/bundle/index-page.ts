import { Html, html } from '../../html.ts'
import type { BundleOrder, CollectedIndex } from '../../records/collected.ts'
import { page } from '../page.ts'
import { hrefOf, whenOf } from './pages.ts'
import type { BundleWords } from './words.ts'

/** What the index says of one conversation. */
export type ConversationLine = {
  readonly id: number
  readonly subject: string
  readonly at: string
  readonly standing: readonly string[]
  readonly passages: boolean
}

/** A file in the bundle, or one that is not in it and why. */
export type FileLine = {
  readonly ticket: number
  readonly name: string
  readonly type: string
  readonly size: number
  readonly path?: string
  readonly heldBack?: string
}

export type IndexPage = {
  readonly order: BundleOrder
  readonly index: CollectedIndex
  readonly conversations: readonly ConversationLine[]
  readonly files: readonly FileLine[]
  /** One for each profile: names of what it holds, with their values. */
  readonly profiles: readonly (readonly (readonly [string, string])[])[]
  readonly words: BundleWords
}

// Texts to search in are in a file beside: a page opened from a disk may load a script, and nothing else.
const script = new Html(`
const box=document.querySelector('input[type=search]'),none=document.getElementById('none');
const rows=[...document.querySelectorAll('[data-id]')];
const plain=t=>t.normalize('NFKD').replace(/\\p{M}/gu,'').toLowerCase();
const texts=window.bundleTexts||{};
box.addEventListener('input',()=>{const asked=plain(box.value).split(/\\s+/).filter(Boolean);let shown=0;
for(const row of rows){const text=row.dataset.plain??=plain(row.textContent);const all=text+' '+(texts[row.dataset.id]||'');
const is=asked.every(word=>all.includes(word));row.hidden=!is;if(is)shown++}none.hidden=shown>0});
`)

/** The page that opens first: who asked for what, the profile, the conversations, the files. */
export function indexPage({ order, index, words, ...parts }: IndexPage): string {
  const { organisation, number, profile } = order
  const on = whenOf(index.collected, words)
  return page(
    words.language,
    words.title,
    html`<h1>${words.title}</h1><p>${words.intro(organisation, number, on)}</p>
${profile === 'portable' && html`<p>${words.portableIntro}</p>`}
${order.answer && html`<p><a href="answer.html">answer.html</a></p>`}
${profiles(parts.profiles, words)}${conversations(parts.conversations, words)}${files(parts.files, words)}
${others(index, words)}
<script src="search.js"></script><script>${script}</script>`,
  )
}

const profiles = (all: IndexPage['profiles'], words: BundleWords): Html =>
  html`<h2>${words.profile}</h2>${all.map(
    (rows) =>
      html`<table><tbody>${rows.map(([name, value]) => html`<tr><th scope="row">${name}</th><td>${value}</td></tr>`)}</tbody></table>`,
  )}`

const conversations = (all: readonly ConversationLine[], words: BundleWords): Html =>
  html`<h2>${words.conversations} (${all.length})</h2>
<p class="screen"><label>${words.search} <input type="search" autocomplete="off"></label></p>
<p id="none" role="status" hidden>${words.noneFound}</p>
<ul class="list">${all.map(
    ({ id, subject, at, standing, passages }) =>
      html`<li data-id="${id}"><a href="conversations/${id}.html">${subject || `${words.columns.conversation} ${id}`}</a><br><small>${whenOf(at, words)} · ${standing.join(', ')}${passages && ` · ${words.passages}`}</small></li>`,
  )}</ul>`

function files(all: readonly FileLine[], words: BundleWords): Html {
  const given = all.filter(({ heldBack }) => heldBack === undefined)
  const held = all.filter(({ heldBack }) => heldBack !== undefined)
  return html`${
    given.length > 0 &&
    html`<h2>${words.files} (${given.length})</h2><ul>${given.map(
      ({ name, path = '' }) => html`<li><a href="${hrefOf(path)}">${name}</a></li>`,
    )}</ul>`
  }${
    held.length > 0 &&
    html`<h2>${words.heldBack} (${held.length})</h2><p class="soft">${words.heldBackIntro}</p><ul>${held.map(
      ({ name, heldBack = '' }) => html`<li>${name} — ${words.why[heldBack] ?? heldBack}</li>`,
    )}</ul>`
  }`
}

function others({ suspended, before, unread }: CollectedIndex, words: BundleWords): Html {
  const places = Object.entries(unread)
  return html`${
    suspended.length > 0 &&
    html`<h2>${words.suspended}</h2><ul>${suspended.map(
      (id) => html`<li><a href="data/suspended/${id}.json">${id}</a></li>`,
    )}</ul>`
  }${before.length > 0 && html`<h2>${words.before}</h2><ul>${before.map(({ number }) => html`<li>${number}</li>`)}</ul>`}${
    places.length > 0 &&
    html`<h2>${words.unread}</h2><ul>${places.map(([code, n]) => html`<li>${code.replaceAll('-', ' ')} (${n})</li>`)}</ul>`
  }`
}
