import { adminOnly } from '../transport/allow.ts'
import { type Handler, none, type Route } from '../transport/call.ts'
import { notFound } from '../transport/errors.ts'

/** The address itself opens the file; after a redaction the old one opens nothing (facts 6, 7). */
const download: Handler = (call, { store }) => {
  const file = store.by('attachments', 'token', call.params['token'] ?? '')[0]
  if (!file) throw notFound()
  return {
    status: 200,
    body: Buffer.from(file.content, 'base64'),
    headers: { 'content-type': file.content_type },
  }
}

const play: Handler = (call, { store }) => {
  const found = store.get('recordings', call.params['call'] ?? '')
  if (!found) throw notFound()
  return {
    status: 200,
    body: Buffer.from(found.content, 'base64'),
    headers: { 'content-type': 'audio/mpeg' },
  }
}

/** Deletes a call's recording: admins, 204 (facts 9, Talk). What the comment says of the call stays. */
const remove: Handler = (call, account) => {
  adminOnly(call.actor)
  const id = call.params['call'] ?? ''
  const found = account.store.get('recordings', id)
  const kind = call.params['kind']
  if (!found || (kind !== undefined && kind !== found.kind)) throw notFound()
  account.store.drop('recordings', id)
  account.note('recording.deleted', id)
  return none
}

/** Contents of files and calls. */
export const fileRoutes: Route[] = [
  { method: 'GET', path: '/attachments/token/:token/', open: true, run: download },
  {
    method: 'GET',
    path: '/channels/voice/calls/:call/twilio/recording',
    scope: 'tickets',
    run: play,
  },
  {
    method: 'DELETE',
    path: '/channels/voice/calls/:call/recordings',
    scope: 'tickets',
    run: remove,
  },
  {
    method: 'DELETE',
    path: '/channels/voice/calls/:call/recordings/:kind',
    scope: 'tickets',
    run: remove,
  },
]
