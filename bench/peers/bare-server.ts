import { createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { parse } from 'node:querystring'
import { serve } from './serve.ts'

/** The least that answers Slack safely: signature, age, form, JSON, and an answer of the usual kind. */
const secret = process.env['SIGNING_SECRET'] ?? ''
const answer = process.env['ANSWER'] ?? ''

function isSigned({ headers }: IncomingMessage, body: Buffer): boolean {
  const stamp = String(headers['x-slack-request-timestamp'])
  if (Number(stamp) < Date.now() / 1000 - 300) return false
  const hmac = createHmac('sha256', secret).update(`v0:${stamp}:`).update(body).digest('hex')
  const ours = Buffer.from(`v0=${hmac}`)
  const theirs = Buffer.from(String(headers['x-slack-signature']))
  return ours.length === theirs.length && timingSafeEqual(ours, theirs)
}

function reply(request: IncomingMessage, body: Buffer, response: ServerResponse): void {
  if (!isSigned(request, body)) return void response.writeHead(401).end()
  const form = parse(body.toString())
  const payload: unknown = typeof form['payload'] === 'string' ? JSON.parse(form['payload']) : form
  if (typeof payload !== 'object') return void response.writeHead(400).end()
  response.writeHead(200, answer ? { 'content-type': 'application/json' } : {}).end(answer)
}

serve((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => reply(request, Buffer.concat(chunks), response))
})
