import { z } from 'zod'
import { checkedWord } from './ids.ts'
import type { Http } from './send.ts'

/** https://developer.zendesk.com/api-reference/voice/talk-api/recordings/ */
export const recordings = (http: Http) => ({
  /**
   * Deletes all recordings of a call, voicemail included, for good; admins only. `callId` is
   * `data.call_id` of the `VoiceComment`. What the comment says of the call stays.
   *
   * @throws ZendeskRefused 404 when there is none any more; 403 for everybody but an admin.
   */
  remove: async (callId: string): Promise<void> => {
    await http.send({
      shape: z.unknown(),
      method: 'DELETE',
      path: '/api/v2/channels/voice/calls/{call_id}/recordings',
      params: { call_id: checkedWord(callId) },
    })
  },
})
