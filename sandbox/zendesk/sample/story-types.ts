/** A file in a hand-written conversation. */
export type StoryFile = {
  readonly name: string
  readonly type: string
  readonly inline?: true
  readonly about: string
}

/** One comment of a hand-written conversation. Lines without `html` are plain text. */
export type Line = {
  readonly by: number
  readonly text?: string
  readonly html?: string
  readonly note?: true
  readonly files?: readonly StoryFile[]
  /** A phone call: who rang whom. */
  readonly call?: {
    readonly from: string
    readonly to: string
    readonly transcript: string
    readonly kind?: 'call' | 'voicemail'
  }
  /** The name in the mail's From, where it is not the user's own. */
  readonly as?: string
}

/** A chat or messaging conversation beside the comments. */
export type StoryChat = {
  readonly active?: true
  readonly lines: readonly {
    readonly by: number
    readonly text?: string
    readonly file?: StoryFile
  }[]
}

/** Mails with a third party. */
export type StorySide = {
  readonly subject: string
  readonly with: { readonly name: string; readonly email: string }
  readonly lines: readonly { readonly ours: boolean; readonly text: string }[]
}

/** What was changed in the meantime, and how it was before. */
type StoryChange = {
  readonly by: number
  readonly field: 'subject' | 'email_cc_ids'
  readonly before: string | readonly number[]
}

/** A hand-written ticket. */
export type Story = {
  readonly id: number
  readonly subject: string
  readonly by: number
  readonly status: 'new' | 'open' | 'pending' | 'hold' | 'solved' | 'closed'
  readonly archived?: true
  readonly channel?: 'email' | 'web' | 'voice' | 'native_messaging' | 'api'
  /** When the message came from another address than the primary one. */
  readonly from?: string
  readonly to?: number
  readonly cc?: readonly number[]
  readonly tags?: readonly string[]
  readonly fields?: readonly { readonly id: number; readonly value: string }[]
  readonly lines: readonly Line[]
  readonly assignee?: number
  /** When, in ms, if not by its number. */
  readonly written?: number
  readonly chat?: StoryChat
  readonly side?: StorySide
  readonly rating?: { readonly score: 'good' | 'bad'; readonly comment: string }
  readonly changes?: readonly StoryChange[]
}
