import { createHmac } from 'node:crypto'

/** `X-Slack-Signature` for a body at a time (facts 1.3). */
const signatureOf = (secret: string, timestamp: string, body: string): string =>
  `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`

/** The two headers that prove where a request comes from. */
export const signed = (secret: string, seconds: number, body: string): Record<string, string> => ({
  'x-slack-request-timestamp': String(seconds),
  'x-slack-signature': signatureOf(secret, String(seconds), body),
})
