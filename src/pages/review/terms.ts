import { addToDraft, Refusal } from '../../flows/index.ts'
import { typedTerm } from '../../flows/typed-term.ts'
import { type Html, html } from '../../html.ts'
import type { TermRecord } from '../../records/finds.ts'
import { type Answer, go } from '../answer.ts'
import { tick, wordFor } from '../fields.ts'
import type { Form } from '../form.ts'
import { formOn } from './parts.ts'
import type { Scene } from './scene.ts'

/** More proposals than this stand on no page: the others are proposed again in the next look. */
const most = 300

/** What is looked for, what may be the person's too, and room for what only a human knows. */
export function termsView(scene: Scene): Html {
  const { visit, index, draft } = scene
  const { terms: words, kind, review } = visit.sight.words.window
  const { terms, proposedTerms } = index.traces.index
  const proposed = proposedTerms.slice(0, most)
  const accepted = draft.acceptTerms ?? []
  const values = new Set(proposed.map(({ term }) => term.value))
  const own = accepted.filter(({ value }) => !values.has(value)).map(({ value }) => value)
  return html`<section class="card"><h2>${review.terms}</h2>
<ul class="column small">${terms.map(
    (term) =>
      html`<li>${term.value} <span class="muted">· ${kind[term.kind]}, ${words[term.strength]}</span></li>`,
  )}</ul>
<details${proposed.length > 0 ? html` open` : html``}><summary class="small">${proposed.length > 0 ? words.proposed : words.add}</summary>${formOn(
    scene,
    'terms',
    html`<div class="column">${proposed.map(({ term, ticket, seen }, i) =>
      tick(
        'term',
        String(i),
        accepted.some(same(term)),
        html`<strong>${term.value}</strong> <span class="muted small">${words.from(kind[term.kind], words[term.strength], String(ticket))}${seen && html`: ${seen.before}<mark>${seen.hit}</mark>${seen.after}`}</span>`,
      ),
    )}
<div class="field"><label for="more">${words.add}</label><textarea id="more" name="more" rows="2" aria-describedby="more-hint">${own.join('\n')}</textarea><span class="muted small" id="more-hint">${words['add-hint']}</span></div>
<div class="row"><button class="button">${words.submit}</button></div></div>`,
  )}</details></section>`
}

const same =
  (term: TermRecord) =>
  (other: TermRecord): boolean =>
    other.kind === term.kind && other.value === term.value

/** Sets what is to be looked for, too. */
export async function setTerms({ visit, office, index }: Scene, form: Form): Promise<Answer> {
  const { seen } = index.traces
  const ticked = form
    .all('term')
    .flatMap((at) => index.traces.index.proposedTerms[Number(at)]?.term ?? [])
  const written = form
    .one('more')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(typedTerm)
  if (!written.every(isLongEnough)) throw new Refusal('subject-unclear')
  const more = { acceptTerms: [...ticked, ...written] }
  await addToDraft({ id: visit.request, by: visit.by, seen, more }, office.hands)
  return go(visit.at(''))
}

/** What is found everywhere tells nobody from anybody else. */
const isLongEnough = ({ value }: TermRecord): boolean =>
  (value.match(/[\p{L}\p{N}]/gu) ?? []).length >= 2

/** Where was looked, and what the account does by itself. */
export function sourcesView({ visit, index }: Scene): Html {
  const { overview: words } = visit.sight.words.pages
  const { source, around } = visit.sight.words.window
  const { sources, rules } = index.traces.index
  return html`${
    sources.length > 0 &&
    html`<details class="card"><summary>${words.sources}</summary><table><thead><tr><th scope="col">${words.source}</th><th scope="col" class="n">${words.found}</th></tr></thead><tbody>${sources.map(
      ({ code, found, refused }) =>
        html`<tr><td>${wordFor(source, code)}</td><td class="n">${refused ? words.unread : found}</td></tr>`,
    )}</tbody></table></details>`
  }${
    rules.length > 0 &&
    html`<details class="card"><summary>${words.rules}</summary><ul class="column small">${rules.map(
      ({ kind, title, does }) => html`<li>${around.kind[kind]} · ${title} · ${around[does]}</li>`,
    )}</ul></details>`
  }`
}
