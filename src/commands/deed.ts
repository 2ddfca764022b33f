import type { HomeView, ModalView } from '@slack/types'
import type { Hands, Keeper } from '../flows/index.ts'
import type { Policy } from '../records/policy.ts'
import type { Id, Instant, Member } from '../records/primitives.ts'
import type { Sight } from '../views/sight.ts'
import type { Tokens } from './tokens.ts'
import type { Known, Value, VisitedView, Way } from './visit.ts'

/** What a view came to, once Slack has it. */
export type ViewOutcome =
  | { readonly ok: true; readonly id: string; readonly hash: string }
  | { readonly ok: false; readonly code: string }

/** Windows, which never wait behind a message. */
export type Views = {
  readonly open: (trigger: string, view: ModalView) => Promise<ViewOutcome>
  readonly push: (trigger: string, view: ModalView) => Promise<ViewOutcome>
  /** With `hash`, only if nobody has changed it since; `external`: by the `external_id` it was opened with. */
  readonly update: (
    at: { readonly id: string; readonly hash?: string } | { readonly external: string },
    view: ModalView,
  ) => Promise<ViewOutcome>
  readonly publish: (user: string, view: HomeView) => Promise<ViewOutcome>
}

/** Ways to the desk's own pages, which hold what is too long for a window. */
export type PageLinks = {
  /**
   * A link that opens once, within 15 minutes, for this member alone; `undefined` where the desk has
   * no pages (`PUBLIC_URL` is not set). It is a secret: for nobody's eyes but his.
   */
  readonly linkFor: (
    asked:
      | { readonly member: Member; readonly purpose: 'upload' }
      | { readonly member: Member; readonly purpose: 'review'; readonly request: Id },
  ) => string | undefined
}

/** What every deed may use. */
export type Office = {
  readonly hands: Hands
  readonly pages: PageLinks
  readonly keeper: Pick<Keeper, 'poke'>
  readonly views: Views
  readonly tokens: Tokens
  /** How a member's texts are drawn: locale and time zone are his own. */
  readonly sightOf: (user: string) => Promise<Sight>
  /** Checks the log; slow. */
  readonly verify: () => Promise<{
    readonly ok: boolean
    readonly entries: number
    readonly faults: number
  }>
  /** Takes up every request again: after a pause. */
  readonly takeUp: () => Promise<void>
  /** An error that no deed expected. Codes only in what it writes. */
  readonly trouble: (where: string, error: unknown) => void
  /** Windows that are drawn again when their request changes. */
  readonly watch: (window: Watched) => void
  /** A window, by its view's id, has been closed. */
  readonly unwatch: (view: string) => void
  /** A member looks at his home tab: it is drawn again when something changes for him. */
  readonly homeOpened: (user: string) => void
}

/** What is known of a request and stands in no journal: how far a step has come, what it waits for. */
export type News = {
  readonly progress?: { readonly step: string; readonly done: number; readonly of: number }
  /** It tries again by itself at this moment; a code says why it could not go on. */
  readonly waits?: { readonly code: string; readonly until: Instant }
}

/** An open window that follows its request. */
export type Watched = {
  /** An empty hash: it is not known. */
  readonly view: { readonly id: string; readonly hash: string }
  readonly user: string
  readonly request: string
  /** Draws it as things stand; `undefined` when it should be left as it is. */
  readonly draw: (news?: News) => Promise<ModalView | undefined>
}

/** One thing that a member does, after the door has let him in. */
export type Visited = {
  readonly way: Way
  readonly by: Known['member']
  readonly role: string
  readonly text: string
  readonly chosen: readonly string[]
  readonly values: Readonly<Record<string, Value>>
  readonly bound?: Known['bound']
  readonly message?: string
  readonly channel?: string
  /** The window he is in, or the one that was opened for him while this deed works. */
  readonly view?: VisitedView | { readonly id: string; readonly hash: string }
  readonly sight: Sight
}

/** What a member gets for it. The door knows how to say it in each way of coming in. */
export type Reply =
  /** Words that only he sees. */
  | { readonly kind: 'say'; readonly text: string }
  /** The window, opened, or changed to this. */
  | {
      readonly kind: 'show'
      readonly view: ModalView
      readonly watch?: Omit<Watched, 'view' | 'user'>
    }
  /** A further window over this one. */
  | { readonly kind: 'push'; readonly view: ModalView }
  /** What is wrong with a field, by action id. */
  | { readonly kind: 'errors'; readonly errors: Readonly<Record<string, string>> }
  /**
   * Closes this window. `below`: what the one under it is changed to, as it shows what was just
   * set. Without it, `all` closes them all.
   */
  | {
      readonly kind: 'close'
      readonly all?: true
      readonly below?: { readonly id: string; readonly view: ModalView }
    }
  | {
      readonly kind: 'options'
      readonly options: readonly { readonly text: string; readonly value: string }[]
    }
  | { readonly kind: 'home'; readonly view: HomeView }
  | { readonly kind: 'nothing' }

/** Who may: anybody of the workspace, anybody with a role, or whom the policy names for it. */
export type May = 'anyone' | 'any' | 'approve' | keyof Policy['deeds']

/** What a member can do in Slack. */
export type Deed = {
  readonly may: May
  /**
   * A window that is opened at once, while the deed works: a trigger lives three seconds (facts
   * 1.6). In a window it is pushed over it when `over` says so, else the window itself is changed.
   */
  readonly waiting?: { readonly view: (sight: Sight) => ModalView; readonly over?: true }
  readonly run: (visited: Visited, office: Office) => Promise<Reply>
}
