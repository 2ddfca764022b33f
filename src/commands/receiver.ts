import type { RequestListener } from 'node:http'
import { type App, HTTPReceiver, type HTTPReceiverOptions, type ReceiverEvent } from '@slack/bolt'

type Options = Omit<HTTPReceiverOptions, 'customPropertiesExtractor'> & {
  /** Answers everything under `/p/`: the desk's own pages. */
  readonly pages?: RequestListener
}

/**
 * Bolt's HTTP receiver, and no delivery without an answer: what Bolt makes nothing of (an event of a
 * new kind, half a payload) would wait three seconds for its 404 otherwise (facts 8, measured).
 */
export class Receiver extends HTTPReceiver {
  constructor({ pages, customRoutes = [], ...options }: Options) {
    super({
      ...options,
      // Routes are looked at after Slack's own address: a delivery pays nothing for them.
      customRoutes: [
        ...customRoutes,
        ...(pages ? [{ method: ['GET', 'HEAD', 'POST'], path: '/p/*path', handler: pages }] : []),
      ],
      customPropertiesExtractor: ({ headers }) => ({
        delivery: {
          stamp: Number(headers['x-slack-request-timestamp']),
          signature: String(headers['x-slack-signature']),
        },
      }),
      processEventErrorHandler: async ({ response }) => {
        response.writeHead(400)
        response.end()
        return true
      },
    })
  }

  override init(app: App): void {
    const processEvent = async (event: ReceiverEvent): Promise<void> => {
      let isAcked = false
      const ack: ReceiverEvent['ack'] = async (response) => {
        isAcked = true
        await event.ack(response)
      }
      await app.processEvent({ ...event, ack })
      if (!isAcked) await ack()
    }
    super.init(Object.assign(Object.create(app) as App, { processEvent }))
  }
}
