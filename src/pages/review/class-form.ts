import { type Html, html } from '../../html.ts'
import type { ClassChoice, FindClass } from '../../records/find-class.ts'
import type { Action } from '../../records/finds.ts'
import { reasonsFor } from '../../views/window/change.ts'
import { menu, radio, wordFor } from '../fields.ts'
import { hidden, type Sight } from '../shell.ts'
import { placed } from './class-words.ts'
import { type Filter, queryOf, shows } from './filter.ts'
import { formOn } from './parts.ts'
import type { Scene } from './scene.ts'

type About = {
  readonly filter: Filter
  /** The class that the filter means; nothing where it means none. */
  readonly about: FindClass | undefined
}

const actions: readonly Action[] = ['delete', 'redact', 'keep']

/** One decision for everything that a filter shows, on all its pages. */
export function classForm(scene: Scene, { filter, about }: About): Html {
  const { words } = scene.visit.sight
  const { class: said } = words.pages
  if (!about) return html`<p class="muted small">${said.search}</p>`
  // Before all is read nobody could see what it is a word on.
  if (!scene.index.isWhole) return html``
  const ways = actions.flatMap((value) => {
    const n = placed(scene, { ...about, action: value }, shows(filter)).covers
    return n > 0 ? [{ value, text: `${words.window.find[value]} (${said.label(n)})` }] : []
  })
  if (ways.length === 0) return html``
  const reasons = reasonsFor.keep.map((value) => ({
    value,
    text: wordFor(words.window.reason, value),
  }))
  const standing = { value: '', text: words.pages.item['no-reason'] }
  return html`<details class="card"><summary>${said.title}</summary>${formOn(
    scene,
    `class${queryOf(filter)}`,
    html`<div class="column">${hidden('class', JSON.stringify(about))}<p class="muted small">${said.text}</p>
<fieldset class="column"><legend class="label">${said.action}</legend><div class="choices">${ways.map((way) => radio('action', way, ''))}</div></fieldset>
<div class="row">${menu('reason', words.pages.item.reason, [standing, ...reasons], '')}</div>
<div class="row"><button class="button">${said.set}</button></div></div>`,
  )}</details>`
}

/** What was decided for many, each with its way back. */
export function classesView(scene: Scene): Html {
  const { visit, draft } = scene
  const { class: words } = visit.sight.words.pages
  const classes = draft.classes ?? []
  if (classes.length === 0) return html``
  return html`<section class="card"><h2>${words.kept}</h2><ul class="column">${classes.map(
    (one, i) =>
      html`<li class="row"><span class="tag ${one.action}">${visit.sight.words.window.find[one.action]}</span><span>${describe(visit.sight, one)}</span>${formOn(
        scene,
        'class',
        html`${hidden('undo', String(i))}${hidden('of', String(classes.length))}<button class="quiet">${words.undo}</button>`,
      )}</li>`,
  )}</ul></section>`
}

/** A class in words. */
function describe({ words }: Sight, one: ClassChoice): string {
  const { list, class: said } = words.pages
  const { reason, status } = words.window
  const passages = { certain: list.certain, uncertain: list.uncertain, none: list.without }
  const parts = [
    ...(one.relation ? [list[one.relation]] : []),
    ...(one.status ? [wordFor(status, one.status)] : []),
    ...(one.passages ? [`${list.passages}: ${passages[one.passages]}`] : []),
    ...(one.proposed ?? []).map((way) => said.proposed[way]),
    ...(one.why ?? []).map((code) => wordFor(reason, code)),
  ]
  const why = one.code ? ` · ${wordFor(reason, one.code)}` : ''
  return said.on(parts.length > 0 ? parts.join(', ') : said.any) + why
}
