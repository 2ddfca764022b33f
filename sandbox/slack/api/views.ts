import { linesOf } from '../blocks/issues.ts'
import { checkView } from '../blocks/validate.ts'
import type { Json } from '../blocks/walk.ts'
import { home } from '../state/cast.ts'
import { homeOf, stackOf, userOf } from '../state/find.ts'
import { changeView, openModal, publishHome, pushModal, stackLimit } from '../state/modals.ts'
import type { View } from '../state/records.ts'
import { showView } from '../state/show.ts'
import { exchange, knownTrigger } from '../state/triggers.ts'
import type { Workspace } from '../state/workspace.ts'
import { type Handler, type Method, missing, needed, objectOf, Refused, textOf } from './call.ts'

const open: Handler = ({ args }, workspace) => {
  const given = viewIn(args, ['modal'])
  const trigger = triggerIn(args, workspace)
  uniqueExternalId(workspace, given)
  exchange(workspace, trigger)
  return { view: showView(openModal(workspace, trigger.user, given)) }
}

const push: Handler = ({ args }, workspace) => {
  const given = viewIn(args, ['modal'])
  const trigger = triggerIn(args, workspace)
  const stack = stackOf(workspace, trigger.user)
  const top = stack.at(-1)
  if (!top) throw new Refused('not_found')
  if (stack.length >= stackLimit) throw new Refused('push_limit_reached')
  uniqueExternalId(workspace, given)
  exchange(workspace, trigger)
  return { view: showView(pushModal(workspace, top, given)) }
}

const update: Handler = ({ args }, workspace) => {
  const view = viewNamed(args, workspace)
  const given = viewIn(args, [view.type])
  sameHash(args, view)
  uniqueExternalId(workspace, given, view)
  return { view: showView(changeView(workspace, view, given)) }
}

const publish: Handler = ({ args }, workspace) => {
  const given = viewIn(args, ['home'])
  const user = userOf(workspace, needed(args, 'user_id'))
  if (!user || user.team !== home.id) throw new Refused('user_not_found')
  if (user.deleted || user.is_bot) throw new Refused('not_enabled')
  const before = homeOf(workspace, user.id)
  if (before) sameHash(args, before)
  uniqueExternalId(workspace, given, before)
  return { view: showView(publishHome(workspace, user.id, given, before)) }
}

/** A view, checked strictly: `invalid_arguments` and where (facts 3). */
export function viewIn(args: Json, kinds: readonly string[]): Json {
  const given = objectOf(args, 'view', 'invalid_arguments')
  if (!given) throw missing('view')
  if (Buffer.byteLength(JSON.stringify(given)) > 250_000) throw new Refused('view_too_large')
  const issues = checkView(given, kinds)
  if (issues.length === 0) return given
  const { messages } = linesOf(issues)
  throw new Refused('invalid_arguments', { response_metadata: { messages } })
}

function triggerIn(args: Json, workspace: Workspace): ReturnType<typeof knownTrigger> {
  const id = textOf(args, 'trigger_id') ?? needed(args, 'interactivity_pointer')
  return knownTrigger(workspace, id)
}

function viewNamed(args: Json, { store }: Workspace): View {
  const id = textOf(args, 'view_id')
  const external = textOf(args, 'external_id')
  const found = id
    ? store.get('views', id)
    : store.all('views').find(({ given }) => external && given['external_id'] === external)
  if (!found) throw new Refused('not_found')
  return found
}

function sameHash(args: Json, view: View): void {
  const hash = textOf(args, 'hash')
  if (hash !== undefined && hash !== view.hash) throw new Refused('hash_conflict')
}

/** An external id belongs to one living view of the workspace (facts 3). */
export function uniqueExternalId({ store }: Workspace, given: Json, self?: View): void {
  const id = given['external_id']
  if (!id) return
  const taken = store
    .all('views')
    .some((view) => view.id !== self?.id && view.given['external_id'] === id)
  if (taken) throw new Refused('duplicate_external_id')
}

/** `views.*`. */
export const viewMethods: readonly Method[] = [
  { name: 'views.open', run: open, perMinute: 100 },
  { name: 'views.push', run: push, perMinute: 100 },
  { name: 'views.update', run: update, perMinute: 100 },
  { name: 'views.publish', run: publish, perMinute: 100 },
]
