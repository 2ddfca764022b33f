import { load, Refusal } from '../../flows/index.ts'
import { Id } from '../../records/primitives.ts'
import type { Request } from '../../records/request.ts'
import type { Office, Visited } from '../deed.ts'

/** The request that a button or window is about. Throws `Refusal` for none. */
export function requestIn({ bound }: Pick<Visited, 'bound'>): Id {
  const { data } = Id.safeParse(bound?.request)
  if (!data) throw new Refusal('unknown-request')
  return data
}

/** The same, as it stands now. */
export const requestNow = async (visited: Visited, { hands }: Office): Promise<Request> =>
  await load(requestIn(visited), hands)
