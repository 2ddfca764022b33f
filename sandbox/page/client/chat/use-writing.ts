import { useRef, useState } from 'preact/hooks'
import { type Command, isCommand, offered } from '../model/commands.ts'
import { escaped } from '../model/inline.ts'
import { useSession } from '../session.ts'

/** A line being written, the commands that fit it, and what can be done with both. */
export type Writing = {
  readonly field: { current: HTMLTextAreaElement | null }
  readonly text: string
  readonly list: readonly Command[]
  readonly at: number
  readonly isBusy: boolean
  readonly setAt: (at: number) => void
  readonly write: (text: string) => void
  readonly complete: (command: string) => void
  readonly hide: () => void
  readonly go: () => Promise<void>
}

type Where = { readonly channel: string; readonly thread?: string }

/** Keeps what is written in one place until it is sent. */
export function useWriting({ channel, thread }: Where): Writing {
  const { commands } = useSession()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const [isListed, setListed] = useState(true)
  const field = useRef<HTMLTextAreaElement>(null)
  const { send, isBusy } = useSend({ channel, ...(thread ? { thread } : {}) })
  const write = (next: string): void => {
    setText(next)
    setAt(0)
    setListed(true)
  }
  const go = async (): Promise<void> => {
    const line = text.trim()
    if (line === '' || isBusy) return
    write('')
    // What could not be sent is given back, to be mended.
    if (!(await send(line))) write(line)
    if (document.activeElement === document.body) field.current?.focus()
  }
  return {
    field,
    text,
    list: thread || !isListed ? [] : offered(commands, text),
    at,
    isBusy,
    setAt,
    write,
    complete: (command) => {
      write(`${command} `)
      field.current?.focus()
    },
    hide: () => setListed(false),
    go,
  }
}

type Send = { readonly send: (line: string) => Promise<boolean>; readonly isBusy: boolean }

function useSend({ channel, thread }: Where): Send {
  const { act, note, words } = useSession()
  const [isBusy, setBusy] = useState(false)
  const where = { channel, ...(thread ? { thread_ts: thread } : {}) }
  const send = async (line: string): Promise<boolean> => {
    setBusy(true)
    const seen = isCommand(line)
      ? await act('command', { ...where, text: line })
      : await act('post', { ...where, text: escaped(line) })
    setBusy(false)
    if (seen.ok) return true
    // A command that the app failed to take has its own line from Slackbot already.
    if (seen.outcome !== 'failed' || !seen.says) note(where, seen.says ?? words.failed)
    return false
  }
  return { send, isBusy }
}
