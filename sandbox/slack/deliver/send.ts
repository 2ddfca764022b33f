import type { DeliveryEntry } from '../state/log.ts'
import type { Workspace } from '../state/workspace.ts'
import { signed } from './sign.ts'

/** A request to the app before it is signed. */
export type Parcel = {
  readonly what: string
  readonly user: string | null
  readonly body: string
  readonly type: 'application/json' | 'application/x-www-form-urlencoded'
  readonly headers?: Readonly<Record<string, string>>
}

/** How the app took it. */
export type Answer = Pick<DeliveryEntry, 'seq' | 'status' | 'outcome' | 'answer' | 'ms'> & {
  readonly headers: Headers
}

/** Signs and sends, with a stopwatch (facts 1.3, 1.4). */
export async function send(workspace: Workspace, parcel: Parcel): Promise<Answer> {
  const seconds = Math.floor(workspace.now() / 1000)
  return await sendBytes(workspace, parcel, {
    'content-type': parcel.type,
    'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
    ...signed(workspace.signingSecret, seconds, parcel.body),
    ...parcel.headers,
  })
}

type Sent = Pick<Parcel, 'what' | 'user' | 'body'>

/** Sends bytes with headers as they are. */
export async function sendBytes(
  workspace: Workspace,
  { what, user, body }: Sent,
  headers: Readonly<Record<string, string>>,
): Promise<Answer> {
  // What is handed out, such as a trigger, is on disk before the app can use it.
  workspace.store.flush()
  const began = performance.now()
  const taken = await attempt(workspace, body, headers)
  const { headers: answered, ...rest } = taken
  const ms = Math.round(performance.now() - began)
  const entry = workspace.log({ kind: 'delivery', what, user, body, headers, ms, ...rest })
  return { seq: entry.seq, ms, ...rest, headers: answered }
}

type Taken = Pick<DeliveryEntry, 'status' | 'outcome' | 'answer'> & { readonly headers: Headers }

async function attempt(
  workspace: Workspace,
  body: string,
  headers: Readonly<Record<string, string>>,
): Promise<Taken> {
  const { requestUrl } = workspace.installation()
  if (!requestUrl) return nobody('unreachable', 'the app has no request URL')
  try {
    const signal = AbortSignal.timeout(workspace.patience)
    const response = await fetch(requestUrl, {
      method: 'POST',
      body,
      headers,
      signal,
      redirect: 'manual',
    })
    const answer = await response.text()
    const outcome = response.ok ? 'acknowledged' : 'refused'
    return { status: response.status, outcome, answer, headers: response.headers }
  } catch (error) {
    const isLate = error instanceof Error && error.name === 'TimeoutError'
    return nobody(isLate ? 'late' : 'unreachable', String(error))
  }
}

const nobody = (outcome: 'late' | 'unreachable', answer: string): Taken => ({
  status: null,
  outcome,
  answer,
  headers: new Headers(),
})

/** An interaction: one form field that holds JSON (facts 1.1). */
export const interaction = (what: string, user: string, payload: object): Parcel => ({
  what,
  user,
  body: new URLSearchParams({ payload: JSON.stringify(payload) }).toString(),
  type: 'application/x-www-form-urlencoded',
})

/** A flat form (facts 1.1). */
export const form = (
  what: string,
  user: string | null,
  fields: Record<string, string>,
): Parcel => ({
  what,
  user,
  body: new URLSearchParams(fields).toString(),
  type: 'application/x-www-form-urlencoded',
})

/** JSON (facts 1.1). */
export const json = (
  what: string,
  body: object,
  headers: Readonly<Record<string, string>> = {},
): Parcel => ({
  what,
  user: null,
  body: JSON.stringify(body),
  type: 'application/json',
  headers,
})
