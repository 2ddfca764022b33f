import { faultOf } from '../../flows/fault-of.ts'
import { addToDraft, decidedMail } from '../../flows/index.ts'
import { type Html, html } from '../../html.ts'
import type { SuspendedFind, TraceDecision } from '../../records/finds.ts'
import type { Unfinished } from '../../records/unfinished.ts'
import { reasonsFor } from '../../views/window/change.ts'
import { type Answer, go, page } from '../answer.ts'
import { menu, radio, wordFor } from '../fields.ts'
import type { Form } from '../form.ts'
import { hidden } from '../shell.ts'
import { outcome } from './list.ts'
import { crumbs, formOn } from './parts.ts'
import type { Scene } from './scene.ts'

/** Mails that Zendesk holds back, each with what shall happen. */
export async function mails(scene: Scene): Promise<Answer> {
  const { visit, index } = scene
  if (visit.form) return await keepMails(scene, visit.form)
  const { words } = visit.sight
  const title = words.window.group.mails
  const all = index.traces.index.suspended.map((find) => mailView(scene, find))
  return page(
    title,
    html`${crumbs(scene)}<div class="head"><h1>${title}</h1></div>${outcome(scene, undefined)}<section class="card">${
      all.length === 0
        ? words.pages.list.none
        : formOn(
            scene,
            'mails',
            html`${all}<div class="bar"><button class="button primary">${words.pages.list.save}</button></div>`,
            html` data-kept`,
          )
    }</section>`,
  )
}

/** What follows for a mail from the draft. */
export function saidOfMail(
  { index, draft }: Pick<Scene, 'index' | 'draft'>,
  find: SuspendedFind,
): TraceDecision['suspended'][number] {
  const { suspended } = draft
  const choices = suspended ? { suspended } : {}
  return faultOf(() => decidedMail(find, index.traces.index, choices))
    ? decidedMail(find, index.traces.index, {})
    : decidedMail(find, index.traces.index, choices)
}

function mailView(scene: Scene, find: SuspendedFind): Html {
  const { words } = scene.visit.sight
  const { find: names, reason, where, change } = words.window
  const said = saidOfMail(scene, find)
  const chosen = said.open ? '' : said.action
  const ways = scene.index.traces.index.held ? (['keep'] as const) : (['delete', 'keep'] as const)
  const known = reasonsFor.keep.includes(said.code) && !said.open ? said.code : ''
  const reasons = reasonsFor.keep.map((value) => ({ value, text: wordFor(reason, value) }))
  return html`<article class="find">${hidden('m', String(find.id))}${hidden(`w.${find.id}`, `${chosen} ${known}`)}
<div class="title"><h3>${names.mail(String(find.id))}</h3><span class="tag ${said.open ? 'ask' : said.action}">${said.open ? names.open : names[said.action]}</span></div>
<div class="why"><span>${wordFor(reason, said.code)}</span></div>
<div class="passages">${find.passages
    .slice(0, 12)
    .map(
      ({ where: place, before, hit, after }) =>
        html`<div class="passage"><span class="what">${where[place]}</span><q>${before}<mark>${hit}</mark>${after}</q></div>`,
    )}</div>
<div class="deciding"><fieldset><legend class="label">${words.pages.item.decide}</legend><div class="choices">${ways.map(
    (value) => radio(`a.${find.id}`, { value, text: change[value] }, chosen),
  )}</div></fieldset>${menu(
    `r.${find.id}`,
    words.pages.item.reason,
    [{ value: '', text: words.pages.item['no-reason'] }, ...reasons],
    known,
  )}</div></article>`
}

/** Keeps what was changed; a mail can always be kept or deleted for the reason that it is here for. */
async function keepMails({ visit, office, index }: Scene, form: Form): Promise<Answer> {
  const finds = new Map(index.traces.index.suspended.map((find) => [String(find.id), find]))
  const chosen = form.all('m').flatMap((id) => {
    const find = finds.get(id)
    const [action, reason] = [form.one(`a.${id}`), form.one(`r.${id}`)]
    const isSame = form.one(`w.${id}`) === `${action} ${reason}`
    if (!find || isSame || (action !== 'delete' && action !== 'keep')) return []
    const usual = action === 'delete' ? 'suspended-mail' : find.proposal.code
    const code = action === 'keep' && reasonsFor.keep.includes(reason) ? reason : usual
    return [[id, { action, code }] as const]
  })
  if (chosen.length > 0) {
    const more: Unfinished = { suspended: Object.fromEntries(chosen) }
    const { seen } = index.traces
    await addToDraft({ id: visit.request, by: visit.by, seen, more }, office.hands)
  }
  return go(visit.at(`mails?saved=${chosen.length}`))
}
