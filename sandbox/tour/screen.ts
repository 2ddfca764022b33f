import { z } from 'zod'
import { type Json, jsons, type Placed, placedIn } from '../slack/blocks/walk.ts'

const Blocks = z.unknown().transform(jsons)
const Text = z.looseObject({ text: z.string() })

const View = z.looseObject({
  id: z.string(),
  hash: z.string(),
  callback_id: z.string(),
  private_metadata: z.string(),
  title: Text,
  blocks: Blocks,
  submit: Text.nullish(),
  errors: z.record(z.string(), z.string()).default({}),
})
/** A window as a member has it before him. */
export type Window = z.infer<typeof View>

const Message = z.looseObject({
  ts: z.string(),
  channel: z.string(),
  text: z.string().default(''),
  bot_id: z.string().optional(),
  thread_ts: z.string().optional(),
  blocks: Blocks,
})
/** A message as it stands in a channel. */
export type Message = z.infer<typeof Message>

const Whisper = z.looseObject({ ts: z.string(), channel: z.string(), text: z.string() })

/** What one member sees: his messages, what only he sees, his windows, the top one last. */
export const Screen = z.looseObject({
  messages: z.array(Message),
  ephemerals: z.array(Whisper),
  views: z.array(View),
  home: z.looseObject({ blocks: Blocks }).nullish(),
})
export type Screen = z.infer<typeof Screen>

/** What a member sees right after an act of his. */
export const Seen = z.looseObject({
  outcome: z.enum(['ok', 'refused', 'invalid', 'confirm', 'failed']),
  says: z.string().optional(),
  errors: z.record(z.string(), z.string()).default({}),
  delivery: z.looseObject({ seq: z.number() }).optional(),
  ephemerals: z.array(Whisper).default([]),
})
export type Seen = z.infer<typeof Seen>

/** The control of that name, in the block that says so if given. */
export const controlIn = (blocks: readonly Json[], action: string, near = ''): Placed | undefined =>
  placedIn(blocks).find(
    ({ block, element }) =>
      element['action_id'] === action &&
      JSON.stringify(block).includes(JSON.stringify(near).slice(1, -1)),
  )

/** The names of all controls. */
export const actionsIn = (blocks: readonly Json[]): string[] =>
  placedIn(blocks).map(({ element }) => String(element['action_id']))

/** Where the requests are, and where the heads of the log are posted. */
export const requests = 'C0REQUESTS'
export const audit = 'C0AUDIT'

/** Whether a message is the card of a request: the bot's, and in no thread but its own. */
export const isCard = ({ channel, bot_id, thread_ts, ts }: Message): boolean =>
  channel === requests && bot_id !== undefined && (thread_ts ?? ts) === ts
