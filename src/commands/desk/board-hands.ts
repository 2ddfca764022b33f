import type { HomeView } from '@slack/types'
import type { z } from 'zod'
import type { Hands } from '../../flows/index.ts'
import type { Anchor } from '../../records/anchors.ts'
import type { Channels, Posted } from '../../records/channels.ts'
import type { Entry } from '../../records/entry.ts'
import type { Policy } from '../../records/policy.ts'
import type { Id } from '../../records/primitives.ts'
import type { Outbox } from '../../slack/outbox.ts'
import type { Standing } from '../../views/desk/standing.ts'
import type { Sight } from '../../views/sight.ts'

/** What the board stands in. */
export type BoardHands = {
  readonly hands: Hands
  readonly outbox: Pick<Outbox, 'post' | 'edit'>
  /** Id of the DM with a member. */
  readonly directChannel: (user: string) => Promise<string>
  readonly publishHome: (user: string, view: HomeView) => Promise<unknown>
  /** How a member's texts are drawn. */
  readonly sightOf: (user: string) => Promise<Sight>
  /** How what stands in channels is drawn: in the policy's language. */
  readonly channelSight: () => Promise<Sight>
  /** Who is in a user group. */
  readonly groupMembers: (group: string) => Promise<readonly string[]>
  /** Id of our own workspace. */
  readonly team: string
  /** Told of an anchor that stands in Slack, and where. */
  readonly noteAnchor: (anchor: Anchor & Posted) => Promise<void>
  /** An error that nothing could be done about. */
  readonly trouble: (where: string, error: unknown) => void
}

/** A request as it stands, with everything that is drawn of it. */
export type Snapshot = {
  readonly entries: readonly Entry[]
  readonly standing: Standing
  readonly policy: Policy
  readonly channels: z.infer<typeof Channels>
}

/** The request of a snapshot. */
export const idOf = ({ standing }: Snapshot): Id => standing.request.id
