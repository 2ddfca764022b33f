import { Refusal } from '../../flows/index.ts'
import { type Html, html } from '../../html.ts'
import { type Answer, go, page } from '../answer.ts'
import { decidedOf } from './decided.ts'
import type { Row } from './finds-index.ts'
import { itemView } from './item.ts'
import { outcome } from './list.ts'
import { crumbs, formOn } from './parts.ts'
import { type Saved, save } from './save.ts'
import type { Scene } from './scene.ts'
import { shownValues } from './values.ts'

/** More passages than this have no boxes anywhere. */
const mostPassages = 400

/** One ticket to its last passage. */
export async function findPage(scene: Scene, id: number): Promise<Answer> {
  const { visit, index } = scene
  const row = await index.find(id)
  if (!row) throw new Refusal('unknown-item', '1')
  const path = `find/${id}`
  const saved = visit.form ? await save(scene, visit.form, mostPassages) : undefined
  if (saved?.wrong.size === 0) return go(visit.at(`${path}?saved=${saved.kept}`))
  const item = await itemOf(scene, row, saved)
  const { sight } = visit
  const title = sight.words.window.find.ticket(String(id))
  const { list } = sight.words.pages
  return page(
    title,
    html`${crumbs(scene)}<div class="head"><h1>${title}</h1></div>${outcome(scene, saved)}
<section class="card">${formOn(
      scene,
      path,
      html`${item}<div class="bar"><button class="button primary">${sight.words.window.change.submit}</button><span class="tag ask" data-unsaved hidden>${list.unsaved}</span></div>`,
      html` data-kept`,
    )}</section>`,
  )
}

async function itemOf(scene: Scene, row: Row, saved: Saved | undefined): Promise<Html> {
  const { visit, office, index, draft } = scene
  const [find] = await index.findsOf([row])
  if (!find) throw new Refusal('unknown-item', '1')
  const said = decidedOf(find, index.traces.index, draft)
  const was = shownValues(said, mostPassages)
  const sent = saved?.wrong.get(row.id)
  const place = {
    sight: visit.sight,
    index: index.traces.index,
    accountUrl: office.accountUrl,
    alone: undefined,
    most: mostPassages,
  }
  return itemView(place, { said, was, values: sent?.values ?? was, wrong: sent?.why })
}
