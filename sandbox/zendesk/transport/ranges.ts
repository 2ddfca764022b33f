import type { Reply } from './call.ts'

/** The part of a file that was asked for, as hosts of files give it (RFC 9110, 14.2). */
export function partOf(reply: Reply, range: string | undefined): Reply {
  const { status, body, headers } = reply
  if (status !== 200 || !(body instanceof Uint8Array)) return reply
  const told = { ...headers, 'accept-ranges': 'bytes' }
  const from = Number(/^bytes=(\d+)-$/.exec(range ?? '')?.[1] ?? Number.NaN)
  if (Number.isNaN(from)) return { ...reply, headers: told }
  if (from >= body.length)
    return { status: 416, headers: { ...told, 'content-range': `bytes */${body.length}` } }
  const place = `bytes ${from}-${body.length - 1}/${body.length}`
  return { status: 206, body: body.subarray(from), headers: { ...told, 'content-range': place } }
}
