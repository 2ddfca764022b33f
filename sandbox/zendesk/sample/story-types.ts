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
  readonly call?: { readonly from: string; readonly to: string; readonly transcript: string }
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
}
