import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Filler } from './live/filler.ts'
import type { Address, Change } from './model/address.ts'
import type { Command, Shortcut } from './model/commands.ts'
import type { Clock } from './model/dates.ts'
import type { Draft } from './model/draft.ts'
import type { Form } from './model/form.ts'
import type { Json } from './model/json.ts'
import type { Person, Screen, Seen, Whole } from './model/records.ts'
import type { Notice } from './model/timeline.ts'
import type { Words } from './words/words.ts'

/** Everything the parts of the page share while somebody is signed in. */
export type Session = {
  readonly me: Person
  readonly whole: Whole
  readonly screen: Screen
  readonly words: Words
  readonly clock: Clock
  readonly address: Address
  readonly go: (change: Change) => void
  readonly commands: readonly Command[]
  readonly shortcuts: readonly Shortcut[]
  /** Whether one can write to the app. */
  readonly appListens: boolean
  /** Acts, reads the screen again, and resolves with what came of it. */
  readonly act: (name: string, body: object) => Promise<Seen>
  /** Says something in a corner of the screen. */
  readonly say: (text: string) => void
  /** Says something in a channel, as Slackbot does. */
  readonly note: (where: { channel: string; thread_ts?: string }, text: string) => void
  readonly notices: readonly Notice[]
  /** Asks an element's own question; false where the answer is no. */
  readonly ask: (question: Json) => Promise<boolean>
  readonly form: Form
  readonly keep: (key: string, draft: Draft) => void
  readonly filler: Filler
}

/** Where the session stands for the parts below. */
export const SessionContext = createContext<Session | undefined>(undefined)

/** The session; only for parts that are drawn once somebody is signed in. */
export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('nobody is signed in')
  return session
}
