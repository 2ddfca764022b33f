import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'

const command = z.object({
  command: z.string(),
  description: z.string(),
  usage_hint: z.string().optional(),
})

const shortcut = z.object({
  name: z.string(),
  type: z.enum(['global', 'message']),
  callback_id: z.string(),
  description: z.string().optional(),
})

const shape = z.object({
  features: z.object({
    app_home: z.object({ messages_tab_read_only_enabled: z.boolean().optional() }).optional(),
    slash_commands: z.array(command).optional(),
    shortcuts: z.array(shortcut).optional(),
  }),
})

/** What an app offers, as its manifest says (Slack: app manifest, `features`). */
export type AppFeatures = z.infer<typeof shape>['features']

const manifest = new URL('../../manifest.yaml', import.meta.url)

/** Reads it from the manifest that the app is installed with; nothing where there is none. */
export function installedFeatures(): AppFeatures {
  try {
    return shape.parse(parse(readFileSync(manifest, 'utf8'))).features
  } catch {
    return {}
  }
}
