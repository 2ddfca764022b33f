import { type App, HTTPReceiver, type HTTPReceiverOptions, type ReceiverEvent } from '@slack/bolt'

/**
 * Bolt's HTTP receiver, and no delivery without an answer: what Bolt makes nothing of (an event of a
 * new kind, half a payload) would wait three seconds for its 404 otherwise (facts 8, measured).
 */
export class Receiver extends HTTPReceiver {
  constructor(options: Omit<HTTPReceiverOptions, 'customPropertiesExtractor'>) {
    super({
      ...options,
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
