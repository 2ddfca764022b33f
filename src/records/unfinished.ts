import { z } from 'zod'
import { Choices, FileVerdict } from './finds.ts'
import { Sha } from './primitives.ts'

/**
 * Choices that somebody has made and not sent off. `users`: who is the person, while that is asked.
 * `files`: what was seen in files, by ticket and file, also of tickets that are still to be decided.
 */
const Unfinished = Choices.extend({
  users: z.array(z.int().positive()).readonly().optional(),
  files: z.record(z.string(), z.record(z.string(), FileVerdict).readonly()).readonly().optional(),
})
export type Unfinished = Readonly<z.infer<typeof Unfinished>>

/** What the vault keeps of them. `seen` are the finds they are about. */
export const KeptDraft = z.strictObject({
  seen: Sha,
  /** How many entries the journal had: what is decided later is newer. */
  version: z.int().positive(),
  draft: Unfinished,
})
export type KeptDraft = Readonly<z.infer<typeof KeptDraft>>
