import { identitiesToChoose } from '../../flows/index.ts'
import { identitiesView } from '../../views/window/identities.ts'
import { aboutOf, inWindow, listIn } from './about.ts'
import { closing, keep } from './draft.ts'
import { foundNow } from './found.ts'

/** Why they go, as a code of the words: the lead has ticked just these. */
const code = 'only-this-address'

/** Opens what may be taken from a user who stays. */
export const changeIdentities = inWindow('decide', async (visited, office) => {
  const { id: request } = aboutOf(visited)
  const { choices, seen } = await foundNow(request, office)
  const users = await identitiesToChoose(request, office.hands)
  const chosen = new Set((choices.identities ?? []).map(({ identity }) => identity))
  const { user } = visited.by
  return {
    kind: 'push',
    view: identitiesView(visited.sight, { request, user, seen, users, chosen }),
  }
})

/** Sets who stays and loses single addresses alone; nothing ticked: the user goes. */
export const setIdentities = inWindow('decide', async (visited, office) => {
  if (visited.way !== 'submission') return { kind: 'nothing' }
  const identities = Object.keys(visited.values)
    .filter((name) => name.startsWith('identities-'))
    .flatMap((name) => {
      const user = Number(name.slice('identities-'.length))
      return listIn(visited, name).map((one) => ({ user, identity: Number(one), code }))
    })
  await keep(visited, office, { identities })
  return await closing(visited, office)
})
