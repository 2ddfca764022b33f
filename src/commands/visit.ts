import type { Member } from '../records/primitives.ts'
import type { Bound } from '../views/deed-id.ts'

/** What a field of a window holds: its text, what is chosen, or nothing. */
export type Value = string | readonly string[] | undefined

/** How a member came in. */
export type Way =
  | 'command'
  | 'shortcut'
  | 'message-shortcut'
  | 'action'
  | 'submission'
  | 'closed'
  | 'options'
  | 'home'

/** A window as it was when the member did something in it. */
export type VisitedView = {
  readonly id: string
  readonly hash: string
  readonly kind: 'modal' | 'home'
  /** How many windows lie below it: Slack allows three in all. */
  readonly isRoot: boolean
  /** Id of the lowest window of the stack: its own, if it is that one. */
  readonly root: string
  /** Id of the window under it. */
  readonly below?: string | undefined
  /** What its `private_metadata` is sealed over. */
  readonly metadata: string
  /** By action id. Untouched fields are `undefined`. */
  readonly values: Readonly<Record<string, Value>>
  /** Block id by action id: errors on a field are addressed by block. */
  readonly blocks: Readonly<Record<string, string>>
}

/** One thing that a member did in Slack, whichever way it came in. */
export type Visit = {
  readonly way: Way
  /** Id of the deed as it came: nobody has checked it. */
  readonly name: string
  readonly member: Member
  readonly trigger?: string
  readonly channel?: string
  /** What was typed: after the command, or into a menu. */
  readonly text: string
  readonly view?: VisitedView
  /** Token of the button, or of the window. */
  readonly token?: string
  /** What is chosen in the control that was used. */
  readonly chosen: readonly string[]
  /** Text of the message that a shortcut was used on: somebody else's words. */
  readonly message?: string
  readonly respondAt?: string
}

/** A visit at a door that knows what the token stands for. */
export type Known = Visit & { readonly bound?: Bound }
