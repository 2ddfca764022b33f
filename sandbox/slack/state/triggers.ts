import { Refused } from '../api/call.ts'
import type { Trigger } from './records.ts'
import { secretWord, type Workspace } from './workspace.ts'

/** How long a trigger lives, in ms (facts 1.6). */
const triggerLife = 3000

/** A trigger for what a member has just done. */
export function newTrigger(workspace: Workspace, user: string): string {
  const id = `${workspace.next('trigger')}.${workspace.now()}.${secretWord(16)}`
  workspace.store.put('triggers', { id, user, at: workspace.now(), used: false })
  return id
}

/** A trigger that may still open something; the three refusals of facts 1.6. */
export function knownTrigger(workspace: Workspace, id: string): Trigger {
  if (!/^\d+\.\d+\.[0-9a-f]+$/.test(id))
    throw new Refused('invalid_arguments', {
      response_metadata: { messages: ['invalid `trigger_id`'] },
    })
  const trigger = workspace.store.get('triggers', id)
  if (!trigger) throw new Refused('invalid_trigger_id')
  if (trigger.used) throw new Refused('exchanged_trigger_id')
  if (workspace.now() - trigger.at > triggerLife) throw new Refused('expired_trigger_id')
  return trigger
}

/** Uses a trigger up. */
export const exchange = ({ store }: Workspace, trigger: Trigger): void =>
  store.put('triggers', { ...trigger, used: true })
