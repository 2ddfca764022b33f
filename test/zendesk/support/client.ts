import { createZendesk, type Zendesk, type ZendeskOptions } from '../../../src/zendesk/index.ts'
import { virtualClock } from './clock.ts'

/** The client on a virtual clock, with an API token unless the test is about OAuth. */
export function client(
  url: string,
  options: Partial<ZendeskOptions> = {},
): Zendesk & { slept: readonly number[] } {
  const { now, sleep, slept } = virtualClock()
  const auth = { kind: 'token', email: 'bot@example.com', token: 'secret-token' } as const
  return { ...createZendesk({ url, auth, now, sleep, share: 0, ...options }), slept }
}

/** The error that a call ends with; fails when it ends well. */
export async function errorOf(call: Promise<unknown>): Promise<Error> {
  const outcome = await call.then(
    () => new Error('The call ended well'),
    (error: unknown) => error,
  )
  if (outcome instanceof Error) return outcome
  throw new TypeError('Something was thrown that is no error')
}

/** All items of a list. */
export async function all<Item>(list: AsyncIterable<Item>): Promise<Item[]> {
  const items: Item[] = []
  for await (const item of list) items.push(item)
  return items
}
