import { type Html, html } from '../../html.ts'
import { countIn } from '../../words/format.ts'
import { type Answer, go, page } from '../answer.ts'
import { menu, tick, wordFor } from '../fields.ts'
import { notice } from '../shell.ts'
import { classForm } from './class-form.ts'
import { decidedOf } from './decided.ts'
import {
  classOf,
  type Filter,
  filterFrom,
  pageSize,
  queryOf,
  shows,
  sorted,
  sorts,
  ticketGroups,
} from './filter.ts'
import { itemView } from './item.ts'
import { crumbs, formOn, readingNotice } from './parts.ts'
import { type Saved, save } from './save.ts'
import type { Scene } from './scene.ts'
import { type Standing, standingOf } from './standing.ts'
import { shownValues } from './values.ts'

/** More passages than this stand on a page of the ticket's own. */
const mostPassages = 12

/** Tickets by a filter, a page at a time, each with its fields. */
export async function list(scene: Scene): Promise<Answer> {
  const { form, query } = scene.visit
  const filter = filterFrom(query)
  if (!form) return await drawn(scene, filter)
  const saved = await save(scene, form, mostPassages)
  if (saved.wrong.size > 0) return await drawn(scene, filter, saved)
  const mark = queryOf(filter)
  return go(scene.visit.at(`finds${mark}${mark ? '&' : '?'}saved=${saved.kept}`))
}

/** What was sent and could not be kept is shown again as it was sent. */
async function drawn(scene: Scene, filter: Filter, saved?: Saved): Promise<Answer> {
  const { visit, index, draft } = scene
  const words = visit.sight.words.pages
  const all = index.rows.map((row) => standingOf(row, draft))
  const some = sorted(all.filter(shows(filter)), filter.sort)
  const pages = Math.max(1, Math.ceil(some.length / pageSize))
  const at = { ...filter, page: Math.min(filter.page, pages) }
  const from = (at.page - 1) * pageSize
  const rows = some.slice(from, from + pageSize).map(({ row }) => row)
  const items = await itemsOf(scene, rows, saved)
  const title = filter.group ? visit.sight.words.window.group[filter.group] : words.overview.title
  const body = html`${crumbs(scene)}<div class="head"><h1>${title}</h1></div>
${readingNotice(scene)}${outcome(scene, saved)}${filters(scene, at, all)}
${classForm(scene, { filter: at, about: classOf(at, all) })}
<section class="card" aria-labelledby="finds"><h2 id="finds">${
    some.length === 0
      ? words.list.none
      : words.list.shown(from + 1, from + rows.length, some.length)
  }</h2>${rows.length > 0 && formOn(scene, `finds${queryOf(at)}`, html`${items}${bar(scene, at, pages)}`, html` data-kept`)}</section>`
  return page(title, body)
}

async function itemsOf(
  { visit, office, index, draft }: Scene,
  rows: Standing['row'][],
  saved: Saved | undefined,
): Promise<Html[]> {
  const { sight, at } = visit
  const { traces } = index
  const place = {
    sight,
    index: traces.index,
    accountUrl: office.accountUrl,
    alone: (id: number) => at(`find/${id}`),
    most: mostPassages,
  }
  return (await index.findsOf(rows)).map((find) => {
    const said = decidedOf(find, traces.index, draft)
    const was = shownValues(said, mostPassages)
    const sent = saved?.wrong.get(find.id)
    return itemView(place, { said, was, values: sent?.values ?? was, wrong: sent?.why })
  })
}

/** What was kept, and what could not be. */
export function outcome({ visit }: Pick<Scene, 'visit'>, saved: Saved | undefined): Html {
  const { list: words } = visit.sight.words.pages
  if (saved) {
    return html`${saved.kept > 0 && notice('good', words.saved(saved.kept))}${notice('bad', words.refused(saved.wrong.size))}`
  }
  const given = visit.query.get('saved')
  if (given === null) return html``
  const kept = Number(given) || 0
  return kept > 0 ? notice('good', words.saved(kept)) : notice('info', words['saved-none'])
}

function filters({ visit }: Scene, filter: Filter, all: readonly Standing[]): Html {
  const { list: words } = visit.sight.words.pages
  const { window } = visit.sight.words
  const every = { value: '', text: words.every }
  const statuses = [...new Set(all.map(({ row }) => row.facts.status))].toSorted()
  const groups = window.group
  return html`<form class="card" method="get" action="${visit.at('finds')}" data-filters role="search">
<div class="filters">
<div class="field wide"><label for="text">${words.text}</label><input type="search" id="text" name="text" value="${filter.text ?? ''}"></div>
${menu('group', words.group, [every, ...ticketGroups.map((value) => ({ value, text: groups[value] }))], filter.group ?? '')}
${menu('status', words.status, [every, ...statuses.map((value) => ({ value, text: wordFor(window.status, value) }))], filter.status ?? '')}
${menu('relation', words.relation, [every, { value: 'own', text: words.own }, { value: 'other', text: words.other }], filter.relation ?? '')}
${menu(
  'passages',
  words.passages,
  [
    every,
    { value: 'certain', text: words.certain },
    { value: 'uncertain', text: words.uncertain },
    { value: 'none', text: words.without },
  ],
  filter.passages ?? '',
)}
${menu('files', words.files, [every, { value: '1', text: words.unopened }], filter.files ? '1' : '')}
${menu(
  'sort',
  words.sort,
  sorts.map((value) => ({ value, text: words.sorts[value] })),
  filter.sort,
)}
</div>
<div class="row">${tick('open', '1', filter.open === true, words.undecided)}<button class="button">${words.show}</button><a href="${visit.at('finds')}">${words.clear}</a></div></form>`
}

function bar({ visit }: Scene, filter: Filter, pages: number): Html {
  const { list: words } = visit.sight.words.pages
  return html`<div class="bar"><button class="button primary">${words.save}</button>
<span class="tag ask" data-unsaved hidden>${words.unsaved}</span>${pages > 1 && pageLinks(visit, filter, pages)}</div>`
}

function pageLinks({ at, sight }: Scene['visit'], filter: Filter, pages: number): Html {
  const { list: words } = sight.words.pages
  const to = (n: number): string => at(`finds${queryOf({ ...filter, page: n })}`)
  const here = filter.page
  const near = [1, here - 2, here - 1, here, here + 1, here + 2, pages]
  const shown = [...new Set(near.filter((n) => n >= 1 && n <= pages))].toSorted((a, b) => a - b)
  return html`<nav class="pages" aria-label="${words.pages}">
${here > 1 && html`<a href="${to(here - 1)}" rel="prev" aria-label="${words.previous}">‹</a>`}
${shown.map((n, i) => {
  const gap = n - (shown[i - 1] ?? n) > 1 && html`<span aria-hidden="true">…</span>`
  const text = countIn(sight.locale, n)
  return n === here
    ? html`${gap}<span aria-current="page">${text}</span>`
    : html`${gap}<a href="${to(n)}" aria-label="${words.page(n)}">${text}</a>`
})}
${here < pages && html`<a href="${to(here + 1)}" rel="next" aria-label="${words.next}">›</a>`}</nav>`
}
