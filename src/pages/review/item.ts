import { flag, type Html, html } from '../../html.ts'
import type { TicketDecision, TraceIndex } from '../../records/finds.ts'
import { menu, radio, wordFor } from '../fields.ts'
import { hidden, type Sight } from '../shell.ts'
import { filesView } from './files.ts'
import { passageView } from './passage.ts'
import { actionsFor, goesWhole, isUnclosed, reasonsOf, signOf, type Values } from './values.ts'

/** One ticket with its fields. */
export type Item = {
  readonly said: TicketDecision
  /** What its fields say: what counts, or what somebody has sent that could not be kept. */
  readonly values: Values
  /** What they said when nobody had touched them. */
  readonly was: Values
  /** Why what was sent could not be kept. */
  readonly wrong?: string | undefined
}

/** Where it is shown. */
export type Place = {
  readonly sight: Sight
  readonly index: TraceIndex
  readonly accountUrl: string
  /** The page of this one ticket; `undefined` when this is it. */
  readonly alone: ((id: number) => string) | undefined
  /** How many passages have boxes here, and how many are shown. */
  readonly most: number
}

/** A ticket: what it is, why it is here, what speaks for and against, and what shall happen. */
export function itemView(place: Place, item: Item): Html {
  const { find } = item.said
  return html`<article class="find${item.wrong ? ' wrong' : ''}" id="t${find.id}" data-find>
${hidden('t', String(find.id))}${hidden(`w.${find.id}`, signOf(item.was))}
${head(place, item)}${why(place, item)}
${item.wrong && html`<div class="notice bad" role="alert">${item.wrong}</div>`}
${passages(place, item)}${filesView(place, item)}${deciding(place, item)}
</article>`
}

function head({ sight: { words }, accountUrl, alone }: Place, { said }: Item): Html {
  const { find } = said
  const { find: names, status } = words.window
  const state = said.open ? 'ask' : said.action
  const by = find.requesterName || names.unknown
  const title = `${names.ticket(String(find.id))} · ${find.subject || names.untitled}`
  const see = `${accountUrl}/agent/tickets/${find.id}`
  return html`<div class="title">${alone ? html`<h3>${title}</h3>` : html`<h2>${title}</h2>`}
<span class="tag ${state}">${said.open ? names.open : names[said.action]}</span></div>
<div class="why"><span>${wordFor(status, find.status)}</span><span>${names.by(by)}</span>
<span>${wordFor(words.window.reason, said.code)}</span>
<a href="${see}" target="_blank" rel="noopener noreferrer">${names.see}</a>
${alone && html`<a href="${alone(find.id)}">${words.pages.item.alone}</a>`}</div>`
}

function why({ sight: { words } }: Place, { said: { find } }: Item): Html {
  const { find: names, via, evidence } = words.window
  const ways = find.via.map((way) => wordFor(via, way)).join(', ')
  return html`<div class="why">${ways && html`<span>${names.via(ways)}</span>`}
${find.round > 1 && html`<span>${names.round(find.round)}</span>`}
${find.evidence.map(({ code, speaks }) => {
  const aloud = html`<span class="hidden">${words.pages.item[speaks]} </span>`
  return html`<span class="${speaks}">${aloud}${wordFor(evidence, code)}</span>`
})}</div>`
}

/** What goes as a whole is not read to the last passage: it stands behind a line that opens. */
function passages({ sight, most, alone }: Place, { said, values }: Item): Html | false {
  const { find } = said
  if (find.passages.length === 0) return false
  const { item } = sight.words.pages
  const isMany = find.passages.length > most
  const ticks = isMany ? undefined : new Set(values.ticks)
  const more = find.passages.length - most
  return html`<details${flag('open', !goesWhole(said))}><summary class="small">${sight.words.window.find.passages(find.passages.length)}</summary>
<div class="passages" role="group" aria-label="${item.ticks}">${find.passages.slice(0, most).map((one) => passageView(sight, one, { find, ticks }))}
${isMany && (alone ? html`<a href="${alone(find.id)}">${item.some(more)}</a>` : html`<p class="muted small">${sight.words.window.change['too-many'](find.passages.length)}</p>`)}
</div></details>`
}

function deciding({ sight, index }: Place, { said, values }: Item): Html {
  const { find } = said
  const { change, reason } = sight.words.window
  const { item } = sight.words.pages
  const reasons = reasonsOf(find).map((code) => ({ value: code, text: wordFor(reason, code) }))
  return html`<div class="deciding"><fieldset class="column"><legend class="label">${item.decide}</legend>
<div class="choices">${actionsFor(find, index).map((value) =>
    radio(`a.${find.id}`, { value, text: change[value] }, values.action),
  )}</div>${unclosed(sight, { said, values })}</fieldset>
${menu(`r.${find.id}`, item.reason, [{ value: '', text: item['no-reason'] }, ...reasons], values.reason)}</div>`
}

function unclosed({ words }: Sight, { said, values }: Pick<Item, 'said' | 'values'>): Html | false {
  if (!isUnclosed(said)) return false
  const { label, close, wait } = words.window.change.unclosed
  const options = [
    { value: 'close', text: close },
    { value: 'wait', text: wait },
  ]
  return menu(`u.${said.find.id}`, label, options, values.unclosed)
}
