import { z } from 'zod'

/** A ULID: sorts by time, says nothing about whom it is for. */
export const Id = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/, 'not a ULID')
export type Id = z.infer<typeof Id>

/** A moment in UTC, ISO 8601 with milliseconds: `2026-11-23T09:00:00.000Z`. */
export const Instant = z.iso.datetime({ precision: 3 })
export type Instant = z.infer<typeof Instant>

/** SHA-256 (or HMAC-SHA-256) as lower-case hex. */
export const Sha = z.string().regex(/^[0-9a-f]{64}$/, 'not a SHA-256')
export type Sha = z.infer<typeof Sha>

/** A word of a closed vocabulary. The only kind of text an entry can hold, so no sentence about anybody gets in. */
export const Code = z
  .string()
  .max(60)
  .regex(/^[a-z][a-z0-9]*([.-][a-z0-9]+)*$/, 'not a code')
export type Code = z.infer<typeof Code>

export const Counts = z.record(Code, z.int().nonnegative())
export type Counts = Readonly<z.infer<typeof Counts>>

/** The five rights of the data subject: GDPR articles 15, 16, 17, 20 and 21. */
export const Right = z.enum(['access', 'rectification', 'erasure', 'portability', 'objection'])
export type Right = z.infer<typeof Right>

/** Somebody of the organisation, as Slack names them. Never the data subject. */
export const Member = z.strictObject({
  user: z.string().regex(/^[UW][A-Z0-9]{2,20}$/, 'not a Slack user id'),
  team: z.string().regex(/^[TE][A-Z0-9]{2,20}$/, 'not a Slack team id'),
})
export type Member = Readonly<z.infer<typeof Member>>

/**
 * One person: in an organisation of several workspaces a member has one user id in all of them, and
 * whoever has the same id is never taken for somebody else.
 */
export const samePerson = (a: Member, b: Member): boolean => a.user === b.user
