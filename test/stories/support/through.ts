import type { Hands } from '../../../src/flows/index.ts'
import type { Desk } from './desk.ts'

type Account = Hands['zendesk']
type Change = { readonly [R in keyof Account]?: Partial<Account[R]> }

/** From here on the desk sees its account with this otherwise: what the sample account cannot be. */
export function through(desk: Desk, change: (account: Account) => Change): void {
  const before = desk.hands.zendesk
  const over = change(before)
  const zendesk = {
    ...before,
    ...(over.tickets ? { tickets: { ...before.tickets, ...over.tickets } } : {}),
    ...(over.comments ? { comments: { ...before.comments, ...over.comments } } : {}),
    ...(over.suspended ? { suspended: { ...before.suspended, ...over.suspended } } : {}),
    ...(over.jobs ? { jobs: { ...before.jobs, ...over.jobs } } : {}),
  }
  Object.defineProperty(desk.hands, 'zendesk', { value: zendesk, configurable: true })
}

/** Each of a list, changed. */
export async function* each<T>(list: AsyncIterable<T>, change: (item: T) => T): AsyncGenerator<T> {
  for await (const item of list) yield change(item)
}
