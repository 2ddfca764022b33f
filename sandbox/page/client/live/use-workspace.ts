import { useEffect, useMemo, useState } from 'preact/hooks'
import type { Screen, Whole } from '../model/records.ts'
import { serial } from '../model/serial.ts'
import { type Change, listen } from './events.ts'
import { read } from './http.ts'

/** The workspace as the page knows it now. */
export type Live = {
  readonly whole: Whole | undefined
  /** What the member sees; nothing until it has been read for this very member. */
  readonly screen: Screen | undefined
  readonly online: boolean
  /** Reads the screen again. */
  readonly refresh: () => Promise<void>
}

// What everybody's screens are told from; typing and deliveries change none of it.
const isOfAll = ({ kind }: Change): boolean =>
  ['hello', 'message', 'view', 'channel', 'admin'].includes(kind)

const isOfMine = ({ kind, user }: Change, me: string): boolean =>
  !kind.startsWith('log.') && kind !== 'event' && (user === undefined || user === me)

const paused = async (ms: number): Promise<void> =>
  await new Promise((resolve) => {
    setTimeout(resolve, ms)
  })

/** Follows the workspace with the eyes of one member. */
export function useWorkspace(me: string | undefined): Live {
  const [whole, setWhole] = useState<Whole>()
  const [screen, setScreen] = useState<Screen>()
  const [online, setOnline] = useState(true)
  const refreshAll = useMemo(
    () =>
      serial(async () => {
        setWhole(await read<Whole>('/slack/_state'))
        await paused(250)
      }),
    [],
  )
  const refresh = useMemo(
    () =>
      serial(async () => {
        if (me) setScreen(await read<Screen>(`/slack/_as/${me}`))
      }),
    [me],
  )
  useEffect(() => {
    const look = (run: () => Promise<void>): void => void run().catch(() => setOnline(false))
    const change = (one: Change): void => {
      if (isOfAll(one)) look(refreshAll)
      if (me && isOfMine(one, me)) look(refresh)
    }
    return listen('/slack/_events', { change, online: setOnline })
  }, [me, refresh, refreshAll])
  return { whole, screen: screen?.user.id === me ? screen : undefined, online, refresh }
}
