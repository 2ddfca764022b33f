import { addToDraft, Refusal } from '../../flows/index.ts'
import { ClassChoice, FindClass } from '../../records/find-class.ts'
import { Action } from '../../records/finds.ts'
import { reasonsFor } from '../../views/window/change.ts'
import { type Answer, go } from '../answer.ts'
import type { Form } from '../form.ts'
import { placed } from './class-words.ts'
import { filterFrom, queryOf, shows } from './filter.ts'
import type { Scene } from './scene.ts'
import type { Standing } from './standing.ts'

/** More words on classes than this are for nobody. */
const most = 100

/** Decides for a class, or takes such a word back. */
export async function setClasses(scene: Scene, form: Form): Promise<Answer> {
  const { visit, office, draft, index } = scene
  const undo = form.one('undo')
  const classes = undo === '' ? added(scene, form) : without(draft.classes, form)
  const { seen } = index.traces
  await addToDraft({ id: visit.request, by: visit.by, seen, more: { classes } }, office.hands)
  if (undo !== '' || form.one('from') === 'overview') return go(visit.at(''))
  return go(visit.at(`finds${queryOf(filterFrom(visit.query))}`))
}

/** Throws `Refusal` for what no form of ours sends. */
function added(scene: Scene, form: Form): readonly ClassChoice[] {
  const about = classIn(form.one('class'))
  const { data: action } = Action.safeParse(form.one('action'))
  if (!about || !action) throw new Refusal('still-undecided', '1')
  const reason = form.one('reason')
  const code = action === 'keep' && reasonsFor.keep.includes(reason) ? { code: reason } : {}
  const { classes } = placed(
    scene,
    ClassChoice.parse({ ...about, action, ...code }),
    shownBy(scene, form),
  )
  if (classes.length > most) throw new Refusal('unknown-item', String(most))
  return classes
}

/** The overview shows no ticket, a list those of its filter. */
const shownBy = ({ visit }: Scene, form: Form): ((one: Standing) => boolean) =>
  form.one('from') === 'overview' ? () => false : shows(filterFrom(visit.query))

function classIn(text: string): FindClass | undefined {
  try {
    return FindClass.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}

/** Takes one back; none when the list is another one by now. */
function without(before: readonly ClassChoice[] = [], form: Form): ClassChoice[] {
  if (Number(form.one('of')) !== before.length) return [...before]
  return before.filter((_, i) => i !== Number(form.one('undo')))
}
