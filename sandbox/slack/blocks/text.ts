import { z } from 'zod'

type Range = { readonly min?: number; readonly max?: number }

/** How many Unicode characters a text has. */
export const lengthOf = (text: string): number => Array.from(text).length

/** A string measured in Unicode characters, as Slack counts (limits.json, `option-url-too-long`). */
export const chars = ({ min = 0, max = Number.POSITIVE_INFINITY }: Range = {}) =>
  z.string().check((found) => {
    const length = lengthOf(found.value)
    if (length > max)
      found.issues.push({ code: 'too_big', origin: 'string', maximum: max, input: found.value })
    if (length < min)
      found.issues.push({ code: 'too_small', origin: 'string', minimum: min, input: found.value })
  })

/** A list of bounded length. */
export const list = <T extends z.ZodType>(item: T, { min = 0, max = 10_000 }: Range = {}) =>
  z.array(item).min(min).max(max)

/** `block_id` and `action_id` (facts 3): 255 characters. */
export const id = chars({ min: 1, max: 255 }).optional()

/** A `plain_text` object. */
export const plain = (max = 3000, min = 1) =>
  z.strictObject({
    type: z.literal('plain_text'),
    text: chars({ min, max }),
    emoji: z.boolean().optional(),
  })

/** A `mrkdwn` object. */
export const mrkdwn = (max = 3000) =>
  z.strictObject({
    type: z.literal('mrkdwn'),
    text: chars({ min: 1, max }),
    verbatim: z.boolean().optional(),
  })

/** Either kind of text object (facts 3: 1..3000). */
export const text = (max = 3000) => z.discriminatedUnion('type', [plain(max), mrkdwn(max)])

/** A web address. */
export const url = chars({ min: 1, max: 3000 })

/** The question before an action (facts 3: 100/300/30/30). */
export const confirm = z
  .strictObject({
    title: plain(100),
    text: text(300),
    confirm: plain(30),
    deny: plain(30),
    style: z.enum(['primary', 'danger']).optional(),
  })
  .partial({ confirm: true, deny: true })
