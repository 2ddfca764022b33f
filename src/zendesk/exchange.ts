import { create, isAxiosError } from 'axios'

/** One HTTP request to the account. `path` is complete, begins with `/` and never has a query. */
export type Outgoing = {
  method: string
  path: string
  query?: URLSearchParams
  headers: Readonly<Record<string, string>>
  body?: string
}

/** An answer as it came: any status, headers in lower case, the body as text. */
export type Answer = { status: number; headers: ReadonlyMap<string, string>; text: string }

/** No (usable) answer. `code` is the network's (`ECONNRESET`), or `TooLarge`. */
export type Silence = { status?: undefined; code: string }

/** Sends one request and never throws: axios' errors hold the token, so none may leave this file. */
export type Exchange = (request: Outgoing) => Promise<Answer | Silence>

/** Code of the silence that means: an answer came, but with more bytes than we accept. */
export const TOO_LARGE = 'TooLarge'

/** A page of 100 comments at Zendesk's 64 kB, in three forms each, fits with room to spare. */
const LARGEST_ANSWER = 64 * 1024 * 1024

/** More than any body that we send: nothing larger is given to the network. */
export const LARGEST_BODY = 8 * 1024 * 1024

/**
 * The door to the API. Requests go to `origin` and nowhere else: no absolute address, no
 * redirect, no proxy from the environment takes them (and the Authorization with them) elsewhere.
 */
export function createExchange(
  origin: string,
  { timeoutMs, largestAnswer = LARGEST_ANSWER }: { timeoutMs: number; largestAnswer?: number },
): Exchange {
  const http = create({
    adapter: 'http',
    baseURL: origin,
    allowAbsoluteUrls: false,
    maxRedirects: 0,
    proxy: false,
    maxContentLength: largestAnswer,
    maxBodyLength: LARGEST_BODY,
    timeout: timeoutMs,
    responseType: 'text',
    validateStatus: () => true,
  })
  return async ({ method, path, query, headers, body }) => {
    try {
      const {
        status,
        headers: heard,
        data,
      } = await http.request<unknown>({
        method,
        url: path,
        headers: { Accept: 'application/json', 'User-Agent': 'rights-desk', ...headers },
        // Axios' own timeout watches for idleness: an answer that drips would never end.
        signal: AbortSignal.timeout(timeoutMs),
        ...(query && { params: query }),
        ...(body !== undefined && { data: body }),
      })
      return { status, headers: lowered(heard), text: typeof data === 'string' ? data : '' }
    } catch (error) {
      return { code: codeOf(error) }
    }
  }
}

/** Headers by their names in lower case. */
export function lowered(headers: object): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
  )
}

/** The code of the silence that an axios error stands for; nothing else of it may pass. */
export function codeOf(error: unknown): string {
  if (!isAxiosError(error)) return 'Unknown'
  if (error.message.startsWith('maxContentLength')) return TOO_LARGE
  // Nobody cancels requests here: that one was our own clock.
  if (error.code === 'ERR_CANCELED' || error.code === 'ECONNABORTED') return 'ETIMEDOUT'
  // Only a plain constant may pass: the rest of the error knows the request.
  return /^[A-Z][A-Z_0-9]{2,40}$/.exec(error.code ?? '')?.[0] ?? 'Unknown'
}
