import type { IncomingMessage } from 'node:http'

/** What a form of ours has sent. */
export type Form = {
  /** The first value of a field; empty when there is none. */
  readonly one: (name: string) => string
  readonly all: (name: string) => string[]
  /** A file that was chosen; `undefined` when none was. */
  readonly file: (name: string) => Promise<SentFile | undefined>
}

type SentFile = { readonly name: string; readonly type: string; readonly text: string }

/** What was sent is too long, or no form. */
export class UnreadableForm extends Error {
  override readonly name = 'UnreadableForm'
}

/** Bytes of a form: a list of 1 MB in a text field grows by what is escaped in it. */
const most = 4_000_000

const kinds = ['application/x-www-form-urlencoded', 'multipart/form-data']

/** Reads a form to its end. Throws `UnreadableForm`. */
export async function readForm(request: IncomingMessage): Promise<Form> {
  const type = request.headers['content-type'] ?? ''
  if (!kinds.some((kind) => type.startsWith(kind))) throw new UnreadableForm('type')
  const body = await bytesOf(request)
  const read = new Response(body, { headers: { 'content-type': type } })
  const fields = await read.formData().catch(() => {
    throw new UnreadableForm('shape')
  })
  const all = (name: string): string[] =>
    fields.getAll(name).filter((value) => typeof value === 'string')
  return {
    all,
    one: (name) => all(name)[0] ?? '',
    file: async (name) => {
      const value = fields.get(name)
      if (value === null || typeof value === 'string' || value.size === 0) return undefined
      return { name: value.name, type: value.type, text: await value.text() }
    },
  }
}

async function bytesOf(request: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of request as AsyncIterable<Buffer>) {
    size += piece.length
    if (size > most) throw new UnreadableForm('size')
    pieces.push(piece)
  }
  return new Uint8Array(Buffer.concat(pieces))
}
