import { Refusal } from '../../flows/index.ts'
import type { Answer } from '../answer.ts'
import type { Form } from '../form.ts'
import type { Office, ReviewVisit } from '../visit.ts'
import { setAnswer } from './answering.ts'
import { setClasses } from './classes.ts'
import { decide } from './decide.ts'
import { findPage } from './find.ts'
import { list } from './list.ts'
import { mails } from './mails.ts'
import { overview } from './overview.ts'
import { type Scene, sceneOf } from './scene.ts'
import { setTerms } from './terms.ts'

/** The review of a request: the same draft as the window in Slack, another face. Throws `Refusal`. */
export async function review(visit: ReviewVisit, office: Office): Promise<Answer> {
  const scene = await sceneOf(visit, office)
  const { form } = visit
  if (form && form.one('seen') !== scene.index.traces.seen) throw new Refusal('finds-outdated')
  const [path = '', id = ''] = visit.path.split('/')
  const deed = form && deeds.get(path)
  if (deed) return await deed(scene, form)
  return await (shown.get(path) ?? overview)(scene, Number(id))
}

/** What forms of the overview do. */
const deeds: ReadonlyMap<string, (scene: Scene, form: Form) => Promise<Answer>> = new Map([
  ['class', setClasses],
  ['terms', setTerms],
  ['answer', setAnswer],
  ['decide', decide],
])

/** The pages; those with fields take their own forms. */
const shown: ReadonlyMap<string, (scene: Scene, id: number) => Promise<Answer>> = new Map([
  ['finds', list],
  ['mails', mails],
  ['find', findPage],
])
