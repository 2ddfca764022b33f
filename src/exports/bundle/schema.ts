import { z } from 'zod'
import { Conversation } from './conversation.ts'
import { Manifest } from './manifest.ts'

/** `data/profile.json`: the account's records of the person, each whole. */
export const Profile = z.strictObject({
  users: z.array(
    z.strictObject({
      user: z.record(z.string(), z.unknown()),
      identities: z.array(z.record(z.string(), z.unknown())),
      organizations: z.array(z.record(z.string(), z.unknown())),
    }),
  ),
})
export type Profile = z.infer<typeof Profile>

/** The published schema of a bundle's JSON files (JSON Schema 2020-12), as `schema.json` in each. */
export const bundleSchema = (): unknown => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'rightsdesk.bundle.v1',
  $defs: {
    'data/profile.json': z.toJSONSchema(Profile),
    'data/conversations/<id>.json': z.toJSONSchema(Conversation),
    'manifest.json': z.toJSONSchema(Manifest),
  },
})
