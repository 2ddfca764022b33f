import { useEffect, useState } from 'preact/hooks'
import type { Message, Whole } from '../model/records.ts'
import { useSession } from '../session.ts'

const keyOf = (user: string): string => `seen-${user}`

const read = (user: string): Record<string, string> => {
  try {
    return JSON.parse(localStorage.getItem(keyOf(user)) ?? '{}') as Record<string, string>
  } catch {
    return {}
  }
}

/** The last message that somebody else wrote, by channel. */
function latest(messages: readonly Message[], me: string): Map<string, string> {
  const last = new Map<string, string>()
  for (const { channel, ts, user } of messages)
    if (user !== me && ts > (last.get(channel) ?? '')) last.set(channel, ts)
  return last
}

/** The channels with something that this member hasn't looked at in this browser. */
export function useUnseen(): ReadonlySet<string> {
  const { screen, me, address, whole } = useSession()
  const [seen, setSeen] = useState(() => read(me.id))
  const last = latest(screen.messages, me.id)
  const here = address.in === 'app' ? directOf(screen.channels, whole.app.user) : address.in
  const newest = here ? last.get(here) : undefined
  useEffect(() => {
    if (!here || !newest) return
    const next = { ...read(me.id), [here]: newest }
    localStorage.setItem(keyOf(me.id), JSON.stringify(next))
    setSeen(next)
  }, [here, newest, me.id])
  return new Set([...last].flatMap(([id, ts]) => (ts > (seen[id] ?? '') ? [id] : [])))
}

const directOf = (
  channels: readonly {
    readonly id: string
    readonly kind: string
    readonly members: readonly string[]
  }[],
  app: string,
): string | undefined =>
  channels.find(({ kind, members }) => kind === 'im' && members.includes(app))?.id

/** Whether the app has written something to somebody that he hasn't looked at in this browser. */
export function isAwaited(person: string, { channels, messages, app }: Whole): boolean {
  const direct = channels.find(({ kind, members }) => kind === 'im' && members.includes(person))
  const newest = messages.findLast((one) => one.channel === direct?.id && one.user === app.user)
  return newest !== undefined && newest.ts > (read(person)[newest.channel] ?? '')
}
