import { z } from 'zod'

/** What a term is; it decides in which written forms it is looked for. */
export const TermKind = z.enum([
  'email',
  'phone',
  'name',
  'handle',
  'external-id',
  'user-id',
  'other',
])
export type TermKind = z.infer<typeof TermKind>

export const TermRecord = z.strictObject({
  kind: TermKind,
  value: z.string(),
  strength: z.enum(['strong', 'weak']),
})
export type TermRecord = z.infer<typeof TermRecord>
