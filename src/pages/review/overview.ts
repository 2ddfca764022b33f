import { canBe, choiceByFacts, isOfClass, peopleFound } from '../../flows/index.ts'
import { type Html, html } from '../../html.ts'
import type { FindClass } from '../../records/find-class.ts'
import type { Action, Candidate } from '../../records/finds.ts'
import { countIn } from '../../words/format.ts'
import { type Answer, page } from '../answer.ts'
import { hidden, notice } from '../shell.ts'
import { answerView } from './answering.ts'
import { classesView } from './class-form.ts'
import { type Filter, ticketGroups as names, queryOf } from './filter.ts'
import { saidOfMail } from './mails.ts'
import { crumbs, formOn, readingNotice } from './parts.ts'
import type { Scene } from './scene.ts'
import { count, emptyTally, standingOf, type Tally } from './standing.ts'
import { sourcesView, termsView } from './terms.ts'

type Tallies = { readonly [G in (typeof names)[number]]: Tally } & { readonly sum: Tally }

/** Everything that was found, by groups, and what the plan will be. */
export async function overview(scene: Scene): Promise<Answer> {
  const { visit, request, office, index } = scene
  const { words } = visit.sight
  const tallies = talliesOf(scene)
  const users = new Set(index.traces.index.users)
  const { candidates, gone } = await peopleFound(request.id, office.hands)
  const people = [...candidates, ...gone].filter(({ id }) => users.has(id))
  const body = html`${crumbs(scene)}<div class="head"><h1>${words.pages.overview.title}</h1><p class="muted">${words.pages.overview.slack}</p></div>
${readingNotice(scene)}${request.returned && notice('info', words.window.review.again)}
${groupsView(scene, tallies)}${quickView(scene)}${classesView(scene)}
<div class="two">${whoView(scene, people)}${answerView(scene)}</div>${termsView(scene)}${sourcesView(scene)}
${planView(scene, tallies.sum, people)}`
  return page(`${request.number} · ${words.pages.overview.title}`, body)
}

function talliesOf({ index, draft }: Scene): Tallies {
  const tallies = {
    own: emptyTally(),
    others: emptyTally(),
    namesake: emptyTally(),
    passages: emptyTally(),
    unsure: emptyTally(),
    stay: emptyTally(),
    sum: emptyTally(),
  }
  for (const row of index.rows) {
    const standing = standingOf(row, draft)
    count(tallies[standing.group], standing)
    count(tallies.sum, standing)
  }
  return tallies
}

function groupsView(scene: Scene, tallies: Tallies): Html {
  const { visit } = scene
  const { overview: words } = visit.sight.words.pages
  const { group, files } = visit.sight.words.window
  const to = (filter: Partial<Filter>): string => visit.at(`finds${queryOf(filter)}`)
  const rows = names.filter((name) => tallies[name].all > 0)
  const { sum } = tallies
  return html`<section class="card" aria-labelledby="groups"><h2 id="groups">${words.tickets}</h2>
<table class="stack"><thead><tr><th scope="col">${words.group}</th><th scope="col" class="n">${words.count}</th><th scope="col">${words.becomes}</th></tr></thead><tbody>
${rows.map((name) => rowView(scene, { text: group[name], to: to({ group: name }), tally: tallies[name] }))}
${mailsRow(scene)}
${sum.unopened > 0 && html`<tr><td><a href="${to({ files: true })}">${files.group}</a></td><td class="n">${countIn(visit.sight.locale, sum.unopened)}</td><td class="wide"><span class="tag ask">${files['nobody-opened']}</span></td></tr>`}
</tbody></table>
<p class="row"><a href="${to({})}">${words.all}</a>${sum.open > 0 && html`<a class="button primary" href="${to({ open: true })}">${words.undecided}</a>`}</p></section>`
}

type Line = { readonly text: string; readonly to: string; readonly tally: Tally }

function rowView({ visit }: Scene, { text, to, tally }: Line): Html {
  const { group } = visit.sight.words.window
  const tags = [
    tally.open > 0 && html`<span class="tag ask">${group.open(tally.open)}</span>`,
    tally.delete > 0 && html`<span class="tag delete">${group.deleted(tally.delete)}</span>`,
    tally.redact > 0 && html`<span class="tag redact">${group.redacted(tally.redact)}</span>`,
    tally.keep > 0 && html`<span class="tag keep">${group.kept(tally.keep)}</span>`,
  ]
  return html`<tr><td><a href="${to}">${text}</a></td><td class="n">${countIn(visit.sight.locale, tally.all)}</td><td class="wide"><span class="row">${tags}</span></td></tr>`
}

function mailsRow(scene: Scene): Html | false {
  const { suspended } = scene.index.traces.index
  if (suspended.length === 0) return false
  const tally = emptyTally()
  for (const find of suspended) {
    const { open, action } = saidOfMail(scene, find)
    tally.all += 1
    tally[open ? 'open' : action] += 1
  }
  const text = scene.visit.sight.words.window.group.mails
  return rowView(scene, { text, to: scene.visit.at('mails'), tally })
}

/** The two decisions for many that nearly every request takes, where they would change anything. */
function quickView(scene: Scene): Html | false {
  const { class: words } = scene.visit.sight.words.pages
  const kinds = [
    { about: { relation: 'own' }, action: 'delete', text: words['own-tickets'] },
    { about: { passages: 'certain', relation: 'other' }, action: 'redact', text: words.strong },
  ] as const
  const some = kinds.filter(({ about, action }) => changes(scene, about, action))
  return (
    some.length > 0 &&
    html`<section class="card"><h2>${words.title}</h2><div class="row">${some.map(
      ({ about, action, text }) =>
        formOn(
          scene,
          'class',
          html`${hidden('class', JSON.stringify(about))}${hidden('action', action)}${hidden('from', 'overview')}<button class="button">${text}</button>`,
        ),
    )}</div></section>`
  )
}

/** Whether a word on a class would change what happens to any ticket of which nothing is said yet. */
const changes = ({ index, draft }: Scene, about: FindClass, action: Action): boolean =>
  index.isWhole &&
  index.rows.some((row) => {
    const { facts } = row
    if (draft.tickets?.[row.id] || !isOfClass(facts, about)) return false
    if (choiceByFacts(facts, draft.classes ?? []) || !canBe(facts, { ...about, action }))
      return false
    return standingOf(row, draft).action !== action
  })

function whoView({ visit }: Scene, people: readonly Candidate[]): Html {
  const { review, find } = visit.sight.words.window
  const lines = people.map(
    ({ name, email, phone, id }) =>
      html`<li><strong>${name || find.unknown}</strong> <span class="muted">${[email, phone, String(id)].filter(Boolean).join(' · ')}</span></li>`,
  )
  const nobody = visit.sight.words.pages.overview.nobody
  return html`<section class="card"><h2>${review.who}</h2>${
    people.length > 0 ? html`<ul class="column">${lines.slice(0, 50)}</ul>` : html`<p>${nobody}</p>`
  }${people.length > 50 && html`<p class="muted">+ ${people.length - 50}</p>`}</section>`
}

/** What the plan will be, if nothing more is changed; or what is still open. */
function planView(scene: Scene, sum: Tally, people: readonly Candidate[]): Html {
  const { index, draft } = scene
  const { review: words } = scene.visit.sight.words.window
  const isAgain = (draft.acceptTerms ?? []).length > 0
  const basis = hidden('basis', index.traces.basis)
  const submit = isAgain ? words['submit-again'] : words.submit
  return html`<section class="card"><h2>${words.plan}</h2>${!isAgain && html`<p>${planParts(scene, sum, people)}</p>`}
<p class="muted">${isAgain ? words['plan-again'] : openLine(scene, sum)}</p>
${formOn(scene, 'decide', html`${basis}<button class="button primary">${submit}</button>`)}</section>`
}

function planParts({ answer, visit }: Scene, sum: Tally, people: readonly Candidate[]): string {
  const { review: words } = visit.sight.words.window
  const users = people.filter(({ active }) => active).length
  return [
    sum.delete > 0 && words['plan-tickets'](sum.delete),
    sum.redact > 0 && words['plan-redactions'](sum.redact),
    answer.how === 'reply' ? words['plan-reply'] : words['plan-by-hand'],
    users > 0 && words['plan-users'](users),
    sum.keep > 0 && words['plan-kept'](sum.keep),
  ]
    .filter((part) => part !== false)
    .join(' · ')
}

function openLine(scene: Scene, sum: Tally): string {
  const { review: words } = scene.visit.sight.words.window
  const { suspended } = scene.index.traces.index
  const open = sum.open + suspended.filter((find) => saidOfMail(scene, find).open).length
  // Slack's bold is no page's.
  return open > 0 ? words.open(open).replaceAll('*', '') : words['nothing-open']
}
