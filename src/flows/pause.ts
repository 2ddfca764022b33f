import type { Draft } from '../records/entry.ts'
import { isPaused } from '../records/pauses.ts'
import type { Member } from '../records/primitives.ts'
import { mayDo, orTurnedAway, untilUndisturbed } from './authority.ts'
import type { Hands } from './hands.ts'
import { Refusal } from './refusal.ts'

/**
 * Pauses the whole desk, or lets it go on: while it is paused nothing is sent to Zendesk, of no
 * request. A call that is already out ends as it ends, and is settled. Takes the role of who may stop
 * a request. Throws `Refusal` `already-paused` or `not-paused`.
 */
export async function pause(asked: { by: Member; on: boolean }, hands: Hands): Promise<void> {
  const { by, on } = asked
  await orTurnedAway({ id: 'desk', by, name: on ? 'pause' : 'resume' }, hands, async () => {
    // Outside the desk's turn: a change of the policy is written down in that turn, too.
    const role = await mayDo(by, 'stop', hands)
    const turned: Draft = { by, role, kind: on ? 'paused' : 'resumed' }
    await hands.store.exclusive('desk', async () => {
      await untilUndisturbed(async () => {
        const { version, entries } = await hands.store.load('desk')
        if (isPaused(entries) === on) throw new Refusal(on ? 'already-paused' : 'not-paused')
        await hands.store.append('desk', version, [
          { ...turned, id: hands.newId(), at: hands.now() },
        ])
      })
    })
  })
}
