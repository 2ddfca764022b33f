import { type Where, ZendeskUnauthorised } from './errors.ts'
import type { Answer, Silence } from './exchange.ts'
import type { Peek } from './peek.ts'
import { reactionTo } from './reaction.ts'
import { type HttpTools, patiently } from './send.ts'

/** What an address gave: enough to tell a file from a redacted one and from none. */
export type FileLook = {
  /** Of the last answer. Redirects have been followed; one that may not be followed is told as it is. */
  status: number
  /** Media type, in lower case, without its parameters. */
  type?: string
  /** As the answer names the file; a redacted one is `redacted.txt`. */
  name?: string
  /** In bytes, where the answer states it or is short. */
  size?: number
}

/** What reading files needs of the world. */
export type FileTools = Pick<HttpTools, 'auth' | 'governor' | 'now' | 'sleep'> & {
  /** Of the account: the only one that ever gets our Authorization. */
  origin: string
  peek: Peek
}

/** The address is a secret: whoever has it has the file. So nothing of it is in an error. */
export const WHERE: Where = { method: 'GET', path: '{attachment}', ids: [] }
/** The lane of the governor in which files are read. */
export const LANE = { endpoint: 'GET {attachment}' }
const MOST_REDIRECTS = 3

/** https://developer.zendesk.com/api-reference/ticketing/tickets/ticket-attachments/ */
export const files = (tools: FileTools) => ({
  /**
   * Looks what an attachment's `content_url` gives, without taking the file: after a redaction its
   * old address must give none. Zendesk keeps files on other hosts too: those get no Authorization,
   * and no redirect carries it on, not even one back to the account. Addresses other than https are
   * neither called nor followed (http on this machine, when the account is there).
   *
   * A status from 400 on is told, not thrown: 403, 404 and 410 are what one hopes for.
   *
   * @throws TypeError for an address that must not be called.
   * @throws ZendeskSilent for no answer, a 408, 409 or 5xx; ZendeskLimited for a 429, both after the
   * patience of a read; ZendeskUnauthorised for a 401 of the account's own.
   */
  look: async (url: string): Promise<FileLook> => {
    const address = addressOf(url, tools.origin)
    if (!address) throw new TypeError('The address of a file must be https://… without user')
    let heard = await looked(address, tools)
    for (let hop = 0; hop < MOST_REDIRECTS; hop += 1) {
      const next = redirectIn(heard, address, tools.origin)
      if (!next) break
      heard = await settled(tools, async () => await tools.peek(next, {}))
    }
    return told(heard)
  },
})

/** The first request: with our Authorization to the account's own origin, without to any other. */
async function looked(address: URL, tools: FileTools): Promise<Answer> {
  if (address.origin !== tools.origin) {
    return await settled(tools, async () => await tools.peek(address, {}))
  }
  const heard = await settled(tools, async () => await own(address, tools))
  if (heard.status === 401) throw new ZendeskUnauthorised({ ...WHERE, status: 401 })
  return heard
}

async function own(address: URL, { auth, governor, peek }: FileTools): Promise<Answer | Silence> {
  const once = async (header: string): Promise<Answer | Silence> => {
    await governor.turn(LANE)
    const heard = await peek(address, { Authorization: header })
    governor.heard(LANE, [])
    return heard
  }
  const header = await auth.header()
  const heard = await once(header)
  return heard.status === 401 && auth.rejected(header) ? await once(await auth.header()) : heard
}

async function settled(tools: FileTools, once: () => Promise<Answer | Silence>): Promise<Answer> {
  const heard = await patiently('GET', tools, once)
  if (heard.status === undefined || isUnsettled(heard.status)) {
    throw reactionTo(WHERE, heard, tools.now())
  }
  return heard
}

/** Whether asking again may help. */
export function isUnsettled(status: number): boolean {
  return status >= 500 || [408, 409, 429].includes(status)
}

/** Where the answer leads, when it leads anywhere that may be called. */
export function redirectIn(
  { status, headers }: Answer,
  from: URL,
  origin: string,
): URL | undefined {
  const location = headers.get('location')
  if (status < 300 || status > 399 || location === undefined) return undefined
  return addressOf(location, origin, from)
}

/** The address of a file, if it may be called. */
export function addressOf(url: string, origin: string, base?: URL): URL | undefined {
  if (!URL.canParse(url, base?.href)) return undefined
  const address = new URL(url, base?.href)
  const local = origin.startsWith('http:') && isHere(address)
  const named = address.username + address.password !== ''
  return !named && (address.protocol === 'https:' || local) ? address : undefined
}

function isHere({ protocol, hostname }: URL): boolean {
  return protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
}

function told({ status, headers }: Answer): FileLook {
  const type = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  const name = nameIn(headers.get('content-disposition') ?? '')
  const size = headers.get('content-length')
  return {
    status,
    ...(type && { type }),
    ...(name && { name }),
    ...(size !== undefined && { size: Number(size) }),
  }
}

/** The file's name in a `Content-Disposition`; the form for all alphabets goes first. */
function nameIn(disposition: string): string | undefined {
  const encoded = /filename\*\s*=\s*UTF-8''([^;\s]+)/i.exec(disposition)?.[1]
  const quoted = /filename\s*=\s*"([^"]*)"/i.exec(disposition)?.[1]
  const plain = /filename\s*=\s*([^";\s]+)/i.exec(disposition)?.[1]
  return decoded(encoded) ?? quoted ?? plain
}

function decoded(encoded: string | undefined): string | undefined {
  try {
    return encoded === undefined ? undefined : decodeURIComponent(encoded)
  } catch {
    return undefined
  }
}
