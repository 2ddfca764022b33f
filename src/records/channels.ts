import { z } from 'zod'

/** A channel, as Slack names it: `C…` public, or private by now; `G…` private of old. */
export const ChannelId = z
  .string()
  .regex(/^[CG][A-Z0-9]{2,20}$/, 'not a Slack channel id (C…)')
  .describe('A Slack channel: C0123456789')

/** The time stamp by which Slack names a message within its channel: `1763888400.000100`. */
export const MessageStamp = z.string().regex(/^\d+\.\d+$/, 'not the stamp of a Slack message')

/** Where a message stands. */
export type Posted = { readonly channel: string; readonly ts: string }

/** Where the desk speaks. */
export const Channels = z.strictObject({
  requests: ChannelId.describe('Where each request has its card'),
  audit: ChannelId.describe("Where the log's head is posted, for a witness outside the desk"),
  exports: ChannelId.optional().describe('Where finished exports are told of'),
})
