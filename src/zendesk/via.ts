import { z } from 'zod'

/** How something came to Zendesk. What `source` holds depends on the channel. */
export const Via = z.object({ channel: z.string(), source: z.unknown() })
