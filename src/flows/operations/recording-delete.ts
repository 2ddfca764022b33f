import { hashOf } from '../../records/canonical.ts'
import type { Sha } from '../../records/primitives.ts'
import { lookAtComments } from './comments-of.ts'
import { each, type Item, type Kind, only } from './kind.ts'

/** What it is decided on: that it is this call. */
export const recordingBasis = (call: string): Sha => hashOf({ call })

/**
 * Deletes all recordings of one call, for good; administrators only. What the voice comment says of
 * it (who called whom, when) stays
 * (https://developer.zendesk.com/api-reference/voice/talk-api/recordings/). It changes nothing when
 * repeated: what was lost on the way is sent again.
 */
export const recordingDelete: Kind = {
  batch: 1,
  goneIsDone: true,
  look: async (items, around) =>
    await lookAtComments(items, around, (item, { data }) => {
      const call = data?.['call_id']
      const known = typeof call === 'number' ? String(call) : call
      // Without the address of a recording there is none any more.
      return known === callOf(item) && data?.['recording_url'] ? recordingBasis(known) : undefined
    }),
  send: async (items, { zendesk }) => {
    await zendesk.recordings.remove(callOf(only(items)))
    return {}
  },
  readBack: async (items) => each(items, () => 'not-applied'),
}

function callOf({ n, address: { call } }: Item): string {
  if (call === undefined) throw new TypeError(`operation ${n} names no call`)
  return call
}
