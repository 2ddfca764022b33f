import { named } from '../blocks/name.ts'
import { type Json, jsons } from '../blocks/walk.ts'
import { stackOf } from './find.ts'
import type { View } from './records.ts'
import { kept } from './values.ts'
import { secretWord, type Workspace } from './workspace.ts'

/** The largest number of modals on top of each other (facts 3). */
export const stackLimit = 3

const newId = (): string => secretWord(3)

const complete = (view: Json): Json => ({
  ...view,
  ...('title' in view ? { title: { emoji: true, ...jsons([view['title']])[0] } } : {}),
  blocks: named(jsons(view['blocks']), newId),
})

const hashOf = ({ now }: Workspace): string => `${Math.floor(now() / 1000)}.${secretWord(4)}`

const idOf = (workspace: Workspace): string =>
  `V0${workspace.next('view').toString(36).toUpperCase().padStart(8, '0')}`

/** Opens a modal on an empty screen: what was open is gone. */
export function openModal(workspace: Workspace, user: string, given: Json): View {
  for (const { id } of stackOf(workspace, user)) workspace.store.drop('views', id)
  const id = idOf(workspace)
  return saved(workspace, fresh(workspace, { id, user, given, root: id, previous: null }))
}

/** Puts a modal on top of the others. */
export function pushModal(workspace: Workspace, top: View, given: Json): View {
  const { user, root } = top
  const id = idOf(workspace)
  return saved(workspace, fresh(workspace, { id, user, given, root, previous: top.id }))
}

/** Changes a view in place: typed values stay where ids stay (facts 3). */
export function changeView(workspace: Workspace, view: View, given: Json): View {
  const shown = complete(given)
  const values = kept(shown['blocks'], view.values)
  return saved(workspace, { ...view, given: shown, values, errors: {}, hash: hashOf(workspace) })
}

/** Shows a home tab; the one that was there keeps its id. */
export function publishHome(
  workspace: Workspace,
  user: string,
  given: Json,
  before: View | undefined,
): View {
  if (before) return changeView(workspace, before, given)
  const id = idOf(workspace)
  const view = fresh(workspace, { id, user, given, root: id, previous: null })
  return saved(workspace, { ...view, type: 'home' })
}

/** Closes one modal, or all of them where it says so. */
export function closeModal(workspace: Workspace, view: View): void {
  const all = view.given['clear_on_close'] === true ? stackOf(workspace, view.user) : [view]
  closeAll(workspace, all)
}

/** Closes these. */
export function closeAll(workspace: Workspace, views: readonly View[]): void {
  for (const { id, user } of views) {
    workspace.store.drop('views', id)
    workspace.changed({ kind: 'view', user, id })
  }
}

/** Keeps a view as it is now. */
export function saved(workspace: Workspace, view: View): View {
  workspace.store.put('views', view)
  workspace.changed({ kind: view.type === 'home' ? 'home' : 'view', user: view.user, id: view.id })
  return view
}

type Made = Pick<View, 'id' | 'user' | 'given' | 'root' | 'previous'>

const fresh = (workspace: Workspace, made: Made): View => ({
  ...made,
  given: complete(made.given),
  type: 'modal',
  hash: hashOf(workspace),
  values: {},
  errors: {},
  opened: workspace.now(),
})
