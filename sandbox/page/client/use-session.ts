import { useCallback, useEffect, useMemo, useState } from 'preact/hooks'
import { newFiller } from './live/filler.ts'
import { act } from './live/http.ts'
import { allCommands } from './model/commands.ts'
import { type Form, keysIn, pruned } from './model/form.ts'
import type { Json } from './model/json.ts'
import type { Screen, Seen } from './model/records.ts'
import type { Notice } from './model/timeline.ts'
import type { Toast } from './parts/toasts.tsx'
import type { RoomProps } from './room.tsx'
import type { Session } from './session.ts'

/** A question that waits for its answer. */
type Asked = { readonly question: Json; readonly answer: (isYes: boolean) => void }

/** The session, and what the room itself draws of it. */
export type Made = {
  readonly session: Session
  readonly asked: Asked | undefined
  readonly toasts: readonly Toast[]
  readonly dismiss: (id: number) => void
}

/** How long a remark stays, in ms. */
const remark = 8000

/** Builds what the parts of the page share. */
export function useMadeSession(props: RoomProps): Made {
  const { me, whole, screen, words, address, go, features, refresh } = props
  const { asked, ask } = useQuestion()
  const { toasts, say, dismiss } = useToasts()
  const { notices, note } = useNotices()
  const form = useForm(screen)
  const filler = useMemo(newFiller, [])
  const acting = useCallback(
    async (name: string, body: object): Promise<Seen> => {
      const seen = await act(me.id, name, body)
      await refresh().catch(() => undefined)
      return seen
    },
    [me.id, refresh],
  )
  const session: Session = {
    me,
    whole,
    screen,
    words,
    clock: { locale: me.locale, tz: me.tz },
    address,
    go,
    commands: allCommands(features.slash_commands ?? [], whole.installation.commands),
    shortcuts: features.shortcuts ?? [],
    appListens: features.app_home?.messages_tab_read_only_enabled !== true,
    act: acting,
    say,
    note,
    notices,
    ask,
    ...form,
    filler,
  }
  return { session, asked, toasts, dismiss }
}

function useQuestion(): Pick<Made, 'asked'> & Pick<Session, 'ask'> {
  const [asked, setAsked] = useState<Asked>()
  const ask = useCallback(
    async (question: Json): Promise<boolean> =>
      await new Promise((resolve) => {
        const answer = (isYes: boolean): void => {
          setAsked(undefined)
          resolve(isYes)
        }
        setAsked({ question, answer })
      }),
    [],
  )
  return { asked, ask }
}

function useForm({ views, home, messages }: Screen): Pick<Session, 'form' | 'keep'> {
  const [form, setForm] = useState<Form>({})
  useEffect(() => {
    const open = home ? [...views, home] : views
    const keys = [
      ...open.flatMap(({ id, blocks }) => keysIn(id, blocks)),
      ...messages.flatMap(({ ts, blocks = [] }) => keysIn(ts, blocks)),
    ]
    setForm((held) => pruned(held, keys))
  }, [views, home, messages])
  return { form, keep: (key, draft) => setForm((held) => ({ ...held, [key]: draft })) }
}

type Remarks = Pick<Made, 'toasts' | 'dismiss'> & { readonly say: (text: string) => void }

function useToasts(): Remarks {
  const [toasts, setToasts] = useState<readonly Toast[]>([])
  const dismiss = (id: number): void => setToasts((all) => all.filter((one) => one.id !== id))
  const say = (text: string): void => {
    const id = performance.now()
    setToasts((all) => [...all, { id, text }].slice(-3))
    setTimeout(() => dismiss(id), remark)
  }
  return { toasts, say, dismiss }
}

function useNotices(): Pick<Session, 'notices' | 'note'> {
  const [notices, setNotices] = useState<readonly Notice[]>([])
  const note: Session['note'] = (where, text) => {
    const ts = (Date.now() / 1000).toFixed(6)
    setNotices((all) => [...all, { id: `n${ts}`, ts, text, ...where }])
  }
  return { notices, note }
}
