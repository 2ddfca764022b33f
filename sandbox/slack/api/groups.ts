import { showGroup } from '../state/show.ts'
import type { Workspace } from '../state/workspace.ts'
import { type Handler, isOn, type Method, needed, Refused } from './call.ts'

// User groups come with paid plans only (facts 4).
function paid(workspace: Workspace): void {
  if (workspace.installation().plan === 'free') throw new Refused('plan_upgrade_required')
}

const list: Handler = ({ args }, workspace) => {
  paid(workspace)
  const all = workspace.store
    .all('groups')
    .filter(({ disabled }) => !disabled || isOn(args, 'include_disabled'))
  return { usergroups: all.map((group) => showGroup(group, isOn(args, 'include_users'))) }
}

const members: Handler = ({ args }, workspace) => {
  paid(workspace)
  const group = workspace.store.get('groups', needed(args, 'usergroup'))
  if (!group || (group.disabled && !isOn(args, 'include_disabled')))
    throw new Refused('no_such_subteam')
  return { users: group.users }
}

/** `usergroups.*`. */
export const groupMethods: readonly Method[] = [
  { name: 'usergroups.list', run: list, scope: 'usergroups:read', perMinute: 20 },
  { name: 'usergroups.users.list', run: members, scope: 'usergroups:read', perMinute: 20 },
]
