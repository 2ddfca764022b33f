import { connect, type Socket } from 'node:net'

/** What came back for one request. `body` has a character for each byte: see `textOf`. */
export type Answer = { readonly status: number; readonly body: string }

/** An answer's text. Not wanted while a load runs. */
export const textOf = ({ body }: Answer): string => Buffer.from(body, 'latin1').toString()

/**
 * One kept-alive connection that sends prepared bytes, one request at a time. An HTTP client would
 * cost more than the server that is measured.
 */
export class Connection {
  readonly #socket: Socket
  #received = ''
  #waiting: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | undefined

  private constructor(socket: Socket) {
    this.#socket = socket
    socket.setNoDelay(true).setEncoding('latin1')
    socket.on('data', (text: string) => this.#take(text))
    socket.on('error', (error) => this.#fail(error))
    socket.on('close', () => this.#fail(new Error('the server closed the connection')))
  }

  static async to(port: number): Promise<Connection> {
    return await new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => resolve(new Connection(socket)))
      socket.once('error', reject)
    })
  }

  async send(bytes: Uint8Array): Promise<Answer> {
    return await new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject }
      this.#socket.write(bytes)
    })
  }

  /** Whether the server still listens: it hangs up on who has been silent for some seconds. */
  get isOpen(): boolean {
    return !this.#socket.destroyed && !this.#socket.readableEnded
  }

  close(): void {
    this.#socket.destroy()
  }

  #take(text: string): void {
    this.#received += text
    const answer = answerIn(this.#received)
    if (!answer) return
    this.#received = ''
    const waiting = this.#waiting
    this.#waiting = undefined
    waiting?.resolve(answer)
  }

  #fail(error: Error): void {
    this.#waiting?.reject(error)
    this.#waiting = undefined
  }
}

const between = '\r\n\r\n'

/** A whole answer: with a length, or in chunks; `undefined` while there is more to come. */
function answerIn(text: string): Answer | undefined {
  const end = text.indexOf(between)
  if (end < 0) return undefined
  const head = text.slice(0, end).toLowerCase()
  const status = Number(head.slice(9, 12))
  const rest = text.slice(end + between.length)
  if (head.includes('transfer-encoding: chunked')) {
    return rest.endsWith(`0${between}`) ? { status, body: joined(rest) } : undefined
  }
  const length = Number(/content-length: (\d+)/.exec(head)?.[1] ?? 0)
  return rest.length >= length ? { status, body: rest.slice(0, length) } : undefined
}

function joined(chunks: string): string {
  let body = ''
  for (let at = 0; at < chunks.length; ) {
    const end = chunks.indexOf('\r\n', at)
    const size = Number.parseInt(chunks.slice(at, end), 16)
    if (!(size > 0)) break
    body += chunks.slice(end + 2, end + 2 + size)
    at = end + 2 + size + 2
  }
  return body
}
