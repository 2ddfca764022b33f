import { Parser } from 'htmlparser2'

/** What a browser was given. */
export type Shown = {
  readonly status: number
  readonly headers: Headers
  readonly html: string
  /** What somebody reads. */
  readonly text: string
  readonly path: string
}

type Fields = Record<string, string | readonly string[]>

/** A browser's tab, as far as a server can tell: it keeps cookies by their paths and follows on. */
export class Tab {
  readonly origin: string
  readonly headers: Readonly<Record<string, string>>
  readonly cookies = new Map<string, string>()
  shown: Shown | undefined

  constructor(origin: string, headers: Readonly<Record<string, string>> = {}) {
    this.origin = origin
    this.headers = headers
  }

  /** Opens a link and presses its button. */
  async enters(link: string): Promise<Shown> {
    const { pathname } = new URL(link)
    await this.gets(pathname)
    return await this.posts(pathname)
  }

  async gets(path: string, more: Readonly<Record<string, string>> = {}): Promise<Shown> {
    return await this.#asks(path, { headers: more })
  }

  async posts(
    path: string,
    body: URLSearchParams | FormData = new URLSearchParams(),
    more: Readonly<Record<string, string>> = {},
  ): Promise<Shown> {
    const headers = { origin: this.origin, ...more }
    return await this.#asks(path, { method: 'POST', body, headers })
  }

  /** Sends a form of the page that is shown, changed as somebody would change it. */
  async sends(action: string, changes: Fields = {}): Promise<Shown> {
    const form = formsIn(this.html).find(
      (one) => one.isSent && withinSession(one.action) === action,
    )
    if (!form) throw new Error(`no form goes to ${action}`)
    const sent = new URLSearchParams(form.fields.filter(([name]) => !(name in changes)))
    for (const [name, value] of Object.entries(changes)) {
      for (const one of [value].flat()) sent.append(name, one)
    }
    return await this.posts(form.action, sent)
  }

  /** Follows a link of the page that is shown, by what is in its address. */
  async follows(part: string): Promise<Shown> {
    const link = [...this.html.matchAll(/href="([^"]*)"/g)]
      .map(([, to]) => (to ?? '').replaceAll('&amp;', '&'))
      .find((to) => to.includes(part))
    if (!link) throw new Error(`no link to ${part}`)
    return await this.gets(link)
  }

  /** The first page of this session. */
  get home(): string {
    return /^\/p\/s\/[^/]+\//.exec(this.shown?.path ?? '')?.[0] ?? ''
  }

  get html(): string {
    return this.shown?.html ?? ''
  }

  async #asks(path: string, init: RequestInit): Promise<Shown> {
    const kept = [...this.cookies].filter(([at]) => path.startsWith(at)).map(([, pair]) => pair)
    const response = await fetch(this.origin + path, {
      ...init,
      redirect: 'manual',
      headers: {
        ...this.headers,
        ...(kept.length > 0 ? { cookie: kept.join('; ') } : {}),
        ...(init.headers as Record<string, string> | undefined),
      },
    })
    const cookie = response.headers.get('set-cookie')
    const at = /Path=([^;]+)/.exec(cookie ?? '')?.[1]
    if (cookie && at) this.cookies.set(at, cookie.split(';')[0] ?? '')
    const to = response.headers.get('location')
    const html = await response.text()
    if (to) return await this.gets(to)
    const { status, headers } = response
    this.shown = { status, headers, html, text: textIn(html), path }
    return this.shown
  }
}

/** Where a form goes, without its session and its filters. */
const withinSession = (action: string): string =>
  (action.split('?')[0] ?? '').replace(/^\/p\/s\/[^/]+\//, '')

/** What stands on a page, without its marks. */
function textIn(html: string): string {
  let text = ''
  let isQuiet = false
  const parser = new Parser({
    onopentag: (name) => {
      isQuiet = name === 'style' || name === 'script'
      text += /^(?:p|h\d|li|tr|div|span|article|label|summary|button|option|td)$/.test(name)
        ? '\n'
        : ''
    },
    ontext: (piece) => {
      if (!isQuiet) text += piece
    },
  })
  parser.end(html)
  return text.replaceAll(/[^\S\u00a0\n]+/g, ' ').replaceAll(/\s*\n\s*/g, '\n')
}

type SentForm = {
  readonly action: string
  /** It does something; the others only look. */
  readonly isSent: boolean
  readonly fields: [string, string][]
}

/** The forms of a page with what they would send as they stand. */
export function formsIn(html: string): SentForm[] {
  const forms: SentForm[] = []
  let menu = ''
  let area: string | undefined
  const add = (name: string | undefined, value: string): void => {
    if (name) forms.at(-1)?.fields.push([name, value])
  }
  const parser = new Parser({
    onopentag: (tag, { name = '', value = '', ...more }) => {
      if (tag === 'form') forms.push(formOf(more))
      if (tag === 'select') menu = name
      if (tag === 'textarea') area = name
      if ('selected' in more) add(menu, value)
      if (isSent(tag, more)) add(name, value)
    },
    ontext: (text) => {
      if (area !== undefined) add(area, text)
      area = undefined
    },
    onclosetag: (tag) => {
      if (tag === 'textarea' && area !== undefined) add(area, '')
      area = undefined
    },
  })
  parser.end(html)
  return forms
}

const formOf = ({ action = '', method = '' }: Readonly<Record<string, string>>): SentForm => ({
  action,
  isSent: method === 'post',
  fields: [],
})

function isSent(tag: string, { type = '', ...more }: Readonly<Record<string, string>>): boolean {
  if (tag !== 'input') return false
  return ['radio', 'checkbox'].includes(type) ? 'checked' in more : type !== 'file'
}
