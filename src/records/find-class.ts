import { z } from 'zod'

const action = z.enum(['delete', 'redact', 'keep', 'give', 'excerpt', 'withhold'])

/** Which finds are meant, by what they are. What is not said does not matter. */
export const FindClass = z.strictObject({
  relation: z.enum(['own', 'other']).optional(),
  /** Zendesk's word for where the ticket stands. */
  status: z.string().max(40).optional(),
  /** What was proposed for it, or that a human was asked. */
  proposed: z
    .array(z.enum([...action.options, 'ask']))
    .readonly()
    .optional(),
  /** Why that was proposed, as codes of the words. */
  why: z.array(z.string().max(60)).readonly().optional(),
  /** Whether its passages can only mean the person (`certain`), or some may mean somebody else. */
  passages: z.enum(['certain', 'uncertain', 'none']).optional(),
})
export type FindClass = Readonly<z.infer<typeof FindClass>>

/**
 * One word of a human on every find of a class: 70,000 finds need no 70,000 entries. It counts for
 * what nobody has said anything about by itself, and only where it can be done by class at all.
 */
export const ClassChoice = FindClass.extend({
  action,
  /** Why, as a code; without it, the reason that stands beside the find. */
  code: z.string().max(60).optional(),
})
export type ClassChoice = Readonly<z.infer<typeof ClassChoice>>
