import type { Context } from 'hono'
import { isJson, type Json } from '../blocks/walk.ts'

/** The arguments of a call: a form, JSON, or the query (facts 4), and the token with them or in the header. */
export async function readCall(c: Context): Promise<{ args: Json; token: string | undefined }> {
  const query = c.req.query()
  const { token, ...args }: Json = { ...query, ...(await bodyOf(c)) }
  const [, bearer] = /^Bearer (.+)$/i.exec(c.req.header('authorization') ?? '') ?? []
  return { args, token: bearer ?? (typeof token === 'string' ? token : undefined) }
}

async function bodyOf(c: Context): Promise<Json> {
  const type = c.req.header('content-type') ?? ''
  if (type.includes('multipart/form-data')) return await c.req.parseBody()
  const text = await c.req.text()
  if (type.includes('json')) return objectIn(text)
  return Object.fromEntries(new URLSearchParams(text))
}

/** A JSON object; anything else is none. */
export function objectIn(text: string): Json {
  try {
    const body: unknown = JSON.parse(text)
    return isJson(body) ? body : {}
  } catch {
    return {}
  }
}

/** How many bytes were uploaded: raw, or in a form's `body` or `file` field (facts 4). */
export async function lengthOf(c: Context): Promise<number> {
  const type = c.req.header('content-type') ?? ''
  if (!type.includes('multipart/form-data')) return (await c.req.arrayBuffer()).byteLength
  const form = await c.req.parseBody()
  const file = form['body'] ?? form['file'] ?? Object.values(form)[0]
  if (file instanceof File) return file.size
  return typeof file === 'string' ? Buffer.byteLength(file) : 0
}
