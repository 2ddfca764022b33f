import { z } from 'zod'
import type { Json } from '../blocks/walk.ts'
import { type Answer, form, interaction, json, type Parcel, sendBytes } from '../deliver/send.ts'
import { signed } from '../deliver/sign.ts'
import type { Workspace } from '../state/workspace.ts'

const tampering = {
  /** Seconds on the stamp, instead of now. */
  timestamp: z.number().int().optional(),
  /** Seconds added to the stamp. */
  offset: z.number().int().optional(),
  /** Signs with this instead of the app's secret. */
  secret: z.string().optional(),
  /** Leaves the signature out. */
  unsigned: z.boolean().optional(),
}

/** `POST /_replay`: a delivery of the log again, the same bytes unless told otherwise. */
export const replayShape = z.object({ seq: z.number().int(), ...tampering })

/** `POST /_deliver`: anything, signed. */
export const deliverShape = z.object({
  kind: z.enum(['interaction', 'slash', 'event', 'ssl_check', 'url_verification']),
  payload: z.record(z.string(), z.unknown()).default({}),
  ...tampering,
})

type Tampering = Partial<
  Pick<z.infer<typeof replayShape>, 'timestamp' | 'offset' | 'secret' | 'unsigned'>
>

/** Sends a delivery again. */
export async function replay(
  workspace: Workspace,
  { seq, ...how }: z.infer<typeof replayShape>,
): Promise<Json | undefined> {
  const entry = workspace.store.entries[seq - 1]
  if (entry?.kind !== 'delivery') return undefined
  const headers = { ...entry.headers, ...(isUntouched(how) ? {} : stamped(workspace, how, entry)) }
  const sent = { what: `replay:${entry.what}`, user: entry.user, body: entry.body }
  return shown(await sendBytes(workspace, sent, how.unsigned ? bare(headers) : headers))
}

const isUntouched = ({ timestamp, offset, secret }: Tampering): boolean =>
  timestamp === undefined && offset === undefined && secret === undefined

type Stamped = { readonly body: string; readonly headers?: Readonly<Record<string, string>> }

function stamped(workspace: Workspace, how: Tampering, sent: Stamped): Record<string, string> {
  const before = Number(sent.headers?.['x-slack-request-timestamp'] ?? workspace.now() / 1000)
  const seconds = (how.timestamp ?? Math.floor(before)) + (how.offset ?? 0)
  return signed(how.secret ?? workspace.signingSecret, seconds, sent.body)
}

const bare = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith('x-slack-')))

/** Sends anything, such as a recorded payload. */
export async function deliver(
  workspace: Workspace,
  { kind, payload, ...how }: z.infer<typeof deliverShape>,
): Promise<Json> {
  const parcel = parcels[kind](payload)
  const headers = { 'content-type': parcel.type, ...stamped(workspace, how, parcel) }
  return shown(await sendBytes(workspace, parcel, how.unsigned ? bare(headers) : headers))
}

type Kind = z.infer<typeof deliverShape>['kind']

const parcels: Readonly<Record<Kind, (payload: Json) => Parcel>> = {
  interaction: (payload) => interaction('given:interaction', '', payload),
  slash: (payload) => form('given:slash', null, flat(payload)),
  event: (payload) => json('given:event', payload),
  ssl_check: (payload) => form('ssl_check', null, { ssl_check: '1', ...flat(payload) }),
  url_verification: () =>
    json('url_verification', { type: 'url_verification', token: 'unused', challenge: 'nordlys' }),
}

const flat = (payload: Json): Record<string, string> =>
  Object.fromEntries(Object.entries(payload).map(([key, value]) => [key, String(value)]))

const shown = ({ seq, status, outcome, answer, ms }: Answer): Json => ({
  seq,
  status,
  outcome,
  answer,
  ms,
})
