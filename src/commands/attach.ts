import type { App } from '@slack/bolt'
import { z } from 'zod'
import type { Door } from './door.ts'
import { visitOf } from './payload.ts'

const Custom = z.object({ delivery: z.object({ stamp: z.number(), signature: z.string() }) })

type Ack = (body?: object) => Promise<void>
type Respond = (message: object) => Promise<unknown>

/**
 * Hangs the door into Bolt, once for all: each listener would be asked about each event, and the
 * cost of an acknowledgement grows with their number (decision 0012).
 */
export function attach(app: App, door: Door): void {
  app.use(async ({ body, context, ...rest }) => {
    const visit = visitOf(body)
    if (!visit) return
    const { ack, respond } = rest as { ack?: Ack; respond?: Respond }
    const { data } = Custom.safeParse(context)
    await door.enter(visit, data?.delivery, {
      ack: async (answer) => await ack?.(answer),
      respond: async (text) =>
        void (await respond?.({ text, response_type: 'ephemeral', replace_original: false })),
    })
  })
}
