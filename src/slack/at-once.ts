import type { HomeView, KnownBlock, ModalView } from '@slack/types'
import type { WebClient } from '@slack/web-api'
import { type Failure, failureOf } from './failure.ts'

/** Why a window is not there. Other codes are Slack's own. */
type ViewFailure =
  /** The three seconds of the click are over, or it has opened a window already. */
  | 'expired-trigger'
  /** The window has changed since its `hash` was read. */
  | 'hash-conflict'
  /** The window has been closed. */
  | 'gone'
  | 'limited'
  /** No answer: it may be there all the same. */
  | 'lost'
  /** Three windows are open on top of each other. */
  | 'push-limit'
  | 'unreachable'

/** A window that stands, or why not. */
export type ViewOutcome =
  | { readonly ok: true; readonly id: string; readonly hash: string }
  // Slack's own codes beside ours: the list of ours is for those who read it.
  | { readonly ok: false; readonly code: ViewFailure | (string & {}) }

/** Something that one member of a channel sees until the client reloads: never the only word on anything. */
type Whisper = {
  readonly channel: string
  readonly user: string
  readonly thread?: string
  readonly text: string
  readonly blocks?: readonly KnownBlock[]
}

/** A window by Slack's id, or by the `external_id` that it was opened with. */
type Which = { readonly id: string; readonly hash?: string } | { readonly external: string }

/** What a member waits for: sent at once and once, whatever the queue of messages is waiting for. */
export type AtOnce = {
  readonly openView: (trigger: string, view: ModalView) => Promise<ViewOutcome>
  readonly pushView: (trigger: string, view: ModalView) => Promise<ViewOutcome>
  /** With `hash` only if the window is still as it was then. */
  readonly updateView: (which: Which, view: ModalView) => Promise<ViewOutcome>
  readonly publishHome: (user: string, view: HomeView) => Promise<ViewOutcome>
  readonly whisper: (whisper: Whisper) => Promise<WhisperOutcome>
}

type WhisperOutcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: ViewFailure | (string & {}) }

/** Windows, home tabs and ephemeral lines, by the quick client. Nothing throws. */
export const atOnce = (quick: WebClient): AtOnce => ({
  openView: async (trigger, view) =>
    await shown(async () => await quick.views.open({ trigger_id: trigger, view })),
  pushView: async (trigger, view) =>
    await shown(async () => await quick.views.push({ trigger_id: trigger, view })),
  updateView: async (which, view) =>
    await shown(async () => await quick.views.update({ ...addressOf(which), view })),
  publishHome: async (user, view) =>
    await shown(async () => await quick.views.publish({ user_id: user, view })),
  whisper: async ({ channel, user, thread, text, blocks }) => {
    const at = thread === undefined ? {} : { thread_ts: thread }
    const said = blocks === undefined ? { text } : { text, blocks: [...blocks] }
    try {
      await quick.chat.postEphemeral({ channel, user, ...at, ...said })
      return { ok: true }
    } catch (error) {
      return { ok: false, code: codeOf(failureOf(error)) }
    }
  },
})

const addressOf = (which: Which) =>
  'external' in which
    ? { external_id: which.external }
    : { view_id: which.id, ...(which.hash === undefined ? {} : { hash: which.hash }) }

type Answer = { readonly view?: { readonly id?: string; readonly hash?: string } }

async function shown(call: () => Promise<Answer>): Promise<ViewOutcome> {
  try {
    const { id, hash } = (await call()).view ?? {}
    if (id === undefined || hash === undefined) return { ok: false, code: 'lost' }
    return { ok: true, id, hash }
  } catch (error) {
    return { ok: false, code: codeOf(failureOf(error)) }
  }
}

/** Both families of names: the methods' pages and the page on triggers differ. */
const names: Readonly<Record<string, ViewFailure>> = {
  exchanged_trigger_id: 'expired-trigger',
  expired_trigger_id: 'expired-trigger',
  hash_conflict: 'hash-conflict',
  invalid_trigger_id: 'expired-trigger',
  not_found: 'gone',
  push_limit_reached: 'push-limit',
  trigger_exchanged: 'expired-trigger',
  trigger_expired: 'expired-trigger',
  view_not_found: 'gone',
}

const codeOf = (failure: Failure): string =>
  failure.kind === 'refused' ? (names[failure.code] ?? failure.code) : failure.kind
