import type { Step } from '../../../src/flows/flow.ts'
import { type Flow, peopleFound } from '../../../src/flows/index.ts'
import { confirmNow } from '../../support/deeds.ts'
import { lead } from '../desk/authority.ts'

/** Deletes the user before the tickets. */
export function usersFirst(flow: Flow): Flow {
  const user = flow.steps.filter(({ name }) => name === 'user')
  const rest = flow.steps.filter(({ name }) => name !== 'user')
  const at = rest.findIndex(({ name }) => name === 'tickets')
  return { ...flow, steps: [...rest.slice(0, at), ...user, ...rest.slice(at)] }
}

/** Takes everybody of the name for the person, and asks nobody. */
export function takesEveryNamesake(flow: Flow): Flow {
  const confirmed = flow.steps.map((step): Step => {
    if (step.name !== 'confirm-people') return step
    return {
      ...step,
      kind: 'act',
      run: async ({ id }, hands) => {
        const { candidates } = await peopleFound(id, hands)
        await confirmNow({ id, by: lead, users: candidates.map((user) => user.id) }, hands)
        return undefined
      },
    }
  })
  return { ...flow, steps: confirmed }
}

/** Deletes without having answered. */
export const answersNobody = (flow: Flow): Flow => ({
  ...flow,
  steps: flow.steps.filter(({ name }) => name !== 'answer' && name !== 'hand-over'),
})
