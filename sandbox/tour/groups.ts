import { wordsFor } from '../../src/words/index.ts'
import { type Json, jsons } from '../slack/blocks/walk.ts'
import type { Actors } from './actors.ts'
import { linesOf } from './readable.ts'
import { actionsIn, type Window } from './screen.ts'

const { group: names, doubtful, list, whole } = wordsFor('en').window

/** The review, as it stands on top of what somebody has before him. */
export const reviewOf = async ({ people }: Actors): Promise<Window> =>
  await people.lead.window('decide-traces')

const says = (window: Window, text: string): boolean => JSON.stringify(window.blocks).includes(text)

/** Everything of a group that only a human can know is said to be about the people. */
export async function allOfThem(actors: Actors, group: 'passages' | 'namesake'): Promise<void> {
  const { lead } = actors.people
  const review = await reviewOf(actors)
  if (!says(review, names[group])) return
  await lead.press(review, 'see-group', names[group])
  const form = await lead.window('set-doubtful')
  actors.shows(lead, form, { event: 'doubtful', most: 8 })
  actors.does('decided', lead, `${names[group]}: [${doubtful.all}]`)
  const isLong = actionsIn(form.blocks).includes('set-class:all')
  await lead.press(form, isLong ? 'set-class:all' : 'set-doubtful:all')
  const set = await lead.window('set-doubtful', ({ hash }) => hash !== form.hash)
  await (isLong ? lead.close(set) : lead.submit(set))
}

/** What cannot be judged by rules stays, for the reasons that stand beside each. */
export async function leaveUnsure(actors: Actors): Promise<void> {
  const { lead } = actors.people
  const review = await reviewOf(actors)
  if (!says(review, names.unsure)) return
  await lead.press(review, 'see-group', names.unsure)
  const unsure = await lead.window('see-group')
  actors.shows(lead, unsure, { event: 'doubtful', most: 12 })
  actors.does('decided', lead, `${names.unsure}: [${list['all-kept']}]`)
  await lead.press(unsure, 'set-doubtful')
  await lead.close(await lead.window('see-group', ({ hash }) => hash !== unsure.hash))
}

/** The people's own tickets are blacked out, all at once; but these are deleted for good. */
export async function redactButFor(actors: Actors, gone: readonly number[]): Promise<void> {
  const { lead } = actors.people
  await lead.press(await reviewOf(actors), 'see-group', names.own)
  let own = await lead.window('see-group')
  actors.does('decided', lead, `${names.own}: [${whole.redact}]`)
  await lead.press(own, 'set-class:redact')
  own = await lead.window('see-group', ({ hash }) => hash !== own.hash)
  actors.shows(lead, own, { event: 'decided-whole', most: 8 })
  for (const ticket of gone) own = await deleteOne(actors, own, ticket)
  await lead.close(own)
}

async function deleteOne(actors: Actors, from: Window, ticket: number): Promise<Window> {
  const { lead } = actors.people
  const on = await pageWith(actors, from, `change-ticket:t${ticket}`)
  await lead.press(on, `change-ticket:t${ticket}`)
  const form = await lead.window('set-ticket')
  actors.does('decided', lead, `of ticket ${ticket}: [${wordsFor('en').window.change.delete}]`)
  await lead.put(form, 'action', 'delete')
  await lead.submit(form)
  return await lead.window('see-group', ({ hash }) => hash !== on.hash)
}

async function pageWith(actors: Actors, first: Window, action: string): Promise<Window> {
  const { lead } = actors.people
  let page = first
  while (!actionsIn(page.blocks).includes(action)) {
    const next = actionsIn(page.blocks).find((one) => one.startsWith('turn-page:'))
    if (next === undefined) throw new Error(`Nothing offers “${action}”.`)
    await lead.press(page, next, list.next)
    page = await lead.window('see-group', ({ hash }) => hash !== page.hash)
  }
  return page
}

/** Somebody has opened one picture: it goes. What nobody has opened stays, and is named. */
export async function blackOut(actors: Actors, file: string): Promise<void> {
  const { lead } = actors.people
  await lead.press(await reviewOf(actors), 'see-files')
  const files = await lead.window('set-files')
  actors.shows(lead, files, { event: 'files', most: 24 })
  const field = fieldAfter(files.blocks, file)
  actors.does('decided', lead, `has opened ${file}, and it shows her: [${words.redact}]`)
  await lead.put(files, field, 'redact')
  await lead.submit(files)
}

const words = wordsFor('en').window.files

/** The field that follows a file's name. */
function fieldAfter(blocks: readonly Json[], file: string): string {
  const at = blocks.findIndex((block) => linesOf([block])[0]?.startsWith(file))
  const field = blocks.slice(at).find(({ type }) => type === 'input')
  const [element] = jsons([field?.['element']])
  if (at === -1 || !element) throw new Error(`No field asks about “${file}”.`)
  return String(element['action_id'])
}
